import type { Plugin } from "vite";

/** The media type of Arrow IPC files. */
export const ARROW_TYPE = "application/vnd.apache.arrow.file";

/** The vite plugin with which a built site is served that says so of these files, whose ending vite does not know. */
export function arrowType(): Plugin {
  return {
    name: "arrow-type",
    configurePreviewServer({ middlewares }) {
      middlewares.use(({ url = "" }, response, next) => {
        if (/\.arrow(?:\?|$)/.test(url)) response.setHeader("Content-Type", ARROW_TYPE);
        next();
      });
    },
  };
}
