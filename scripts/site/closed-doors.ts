import type { Plugin } from "vite";

/**
 * The vite plugin that keeps from the development server what no page of ours asks for: to open any file in an editor
 * on this machine, and to hand out any installed package by its name.
 */
export function closedDoors(): Plugin {
  return {
    name: "closed-doors",
    configureServer({ middlewares }) {
      middlewares.use("/__open-in-editor", (_, response) => {
        response.statusCode = 404;
        response.end();
      });
      middlewares.use((request, response, next) => {
        if (!namesPackage(request.url ?? "/")) return next();
        response.statusCode = 404;
        response.end();
      });
    },
  };
}

/** Whether vite would read a package's name in an address: behind `/@id/`, where its own modules begin with a mark. */
function namesPackage(url: string): boolean {
  try {
    return /^\/@id\/(?!__x00__)/.test(decodeURI(url));
  } catch {
    return true;
  }
}
