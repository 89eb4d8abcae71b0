import { getSystemErrorName } from "node:util";
import { CommandError, fileError } from "../command.ts";
import { systemFault } from "../file-fault.ts";

/** What vite throws: the errors of its plugins, and of rolldown, which knows errors of the system as words only. */
interface Fault extends NodeJS.ErrnoException {
  /** The code of the error that a plugin threw. */
  readonly pluginCode?: string;
}

/**
 * The CommandError for what a build failed of, where that is a file that cannot be read or written, or was one
 * already; any other error as it is.
 */
export function buildFault(error: unknown): unknown {
  const [fault] = (error as { errors?: readonly Fault[] } | null)?.errors ?? [];
  if (fault === undefined) return error;
  const { message, name, pluginCode } = fault;
  if (name === "CommandError") return new CommandError(message, 2, { cause: error });
  if (pluginCode !== undefined && fault.errno !== undefined)
    return new CommandError(systemFault(Object.assign(new Error(message), fault, { code: pluginCode })));
  const [, file, number] = /(?: in |: )(.+)\n+Caused by:\s+.* \(os error (\d+)\)/.exec(message) ?? [];
  if (file === undefined) return error;
  const code = getSystemErrorName(-Number(number));
  return fileError(file, "written", Object.assign(new Error(message), { code, errno: -Number(number) }));
}
