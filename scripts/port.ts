import { InvalidArgumentError, Option } from "commander";

/** The `--port` option, from the environment's `PORT` when it is not given. */
export function portOption(standard: number): Option {
  return new Option("--port <number>", "the port to listen on")
    .env("PORT")
    .default(standard)
    .argParser(parsePort);
}

/** The text as a port, 1 to 65535; throws commander's InvalidArgumentError otherwise. */
export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError("A port is a number from 1 to 65535.");
  return port;
}
