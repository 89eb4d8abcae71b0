import { inspect } from "node:util";
import { type Command, CommanderError, Help, type Option } from "commander";
import { fileFault, isSystemError, systemFault } from "./file-fault.ts";
import { commanderOutput, warn, warnLines } from "./terminal.ts";

/** Why a command cannot go on, in one message, and the exit code it ends with. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: 1 | 2 | 3;

  constructor(message: string, exitCode: 1 | 2 | 3 = 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/**
 * The CommandError (exit code 2) for a file that could not be `done` (read, written …): with the reason, the remedy,
 * and a further line where there is more to say.
 */
export function fileError(file: string, done: string, error: unknown, more = ""): CommandError {
  const message = fileFault(file, done, error);
  return new CommandError(more === "" ? message : `${message}\n${more}`, 2, { cause: error });
}

/**
 * Runs the command on the process's arguments and sets the exit code: 2 for wrong arguments, that of a
 * CommandError with its message on stderr, 2 for a fault of the system with its message, 0 for `--help`. Any
 * other error is a fault of this program: it is shown with its stack, and the exit code is 2 too.
 */
export async function runCommand(command: Command): Promise<void> {
  command.exitOverride().configureOutput(commanderOutput).showHelpAfterError("(see --help)");
  for (const each of [command, ...command.commands]) each.configureHelp({ optionDescription: withoutFalse });
  const output = watchOutput();
  try {
    await command.parseAsync();
  } catch (error) {
    process.exitCode = error instanceof CommandError ? error.exitCode : 2;
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) process.exitCode = 0;
    } else if (error instanceof CommandError) {
      warnLines(error.message);
    } else if (isSystemError(error)) {
      // Whoever reads stdout, such as `head`, has read enough.
      if (error.code === "EPIPE") process.exitCode = 0;
      else if (error !== output.fault) warn(systemFault(error));
    } else {
      warnLines(inspect(error));
    }
  }
}

/** The help line of an option; that a switch is off by default goes without saying. */
function withoutFalse(option: Option): string {
  return new Help().optionDescription(option).replace(" (default: false)", "");
}

/** Without listeners a full disk behind stdout, or a terminal that was closed, would end in a stack trace. */
function watchOutput(): { readonly fault: Error | null } {
  const output: { fault: Error | null } = { fault: null };
  process.stderr.on("error", () => {});
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    if (output.fault === null) warn(fileFault("stdout", "written", error));
    output.fault = error;
  });
  process.on("exit", () => {
    if (output.fault !== null) process.exitCode ||= 2;
  });
  return output;
}
