/** What the page says of its export before the panel, with all its own texts, is loaded. */
export const EXPORT_ENTRY = {
  open: "Export",
  notLoaded: "The export could not be loaded. Try again.",
} as const;
