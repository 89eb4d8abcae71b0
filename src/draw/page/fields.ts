/** Whether the reader is writing there: such a field has its own undo and takes every letter. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && ["search", "text"].includes(target.type))
  );
}
