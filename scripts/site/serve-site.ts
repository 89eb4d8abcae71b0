import { preview } from "vite";
import { CommandError } from "../command.ts";
import { arrowType } from "./arrow-type.ts";

/** A built site that is being served. */
export interface ServedSite {
  /** The address of the page, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Default `localhost`. */
  readonly host?: string;
  /** The path of the site, with a slash at both ends; default `/`. */
  readonly base?: string;
}

/** Serves the files of a built site on this machine. A port that is taken is a CommandError. */
export async function serveSite(dist: string, options: ServeOptions): Promise<ServedSite> {
  const { port, host = "localhost", base = "/" } = options;
  const server = await preview({
    configFile: false,
    root: dist,
    base,
    plugins: [arrowType()],
    // Without a page to fall back on, a missing file is a 404.
    appType: "mpa",
    logLevel: "silent",
    build: { outDir: "." },
    preview: { port, host, strictPort: true, open: false },
  }).catch((error: unknown) => {
    throw notListening(error, port);
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("the server has no address");
  return {
    url,
    close: async () => {
      if ("closeAllConnections" in server.httpServer) server.httpServer.closeAllConnections();
      await server.close();
    },
  };
}

/** What kept a server from listening on a port, as a CommandError; any other error as it is. */
export function notListening(error: unknown, port: number): unknown {
  if (!(error instanceof Error)) return error;
  const { message } = error;
  if (/already in use|EADDRINUSE/.test(message)) {
    const remedy = "stop whatever uses it, or choose another with --port";
    return new CommandError(`port ${port} is taken; ${remedy}`, 2, { cause: error });
  }
  if (!/^listen E/.test(message)) return error;
  return new CommandError(`port ${port}: ${message}; choose another with --port`, 2, { cause: error });
}
