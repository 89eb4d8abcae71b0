declare module "@citation-js/core" {
  /** The part of the library that the tests read with. */
  export const plugins: {
    readonly input: {
      // biome-ignore lint/suspicious/noExplicitAny: what the library reads has the shape of its input
      chain(text: string, options?: { readonly forceType?: string }): any;
    };
  };
}
