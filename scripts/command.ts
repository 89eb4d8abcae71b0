import { existsSync, realpathSync } from "node:fs";
import { inspect } from "node:util";
import { type Command, CommanderError, Help, type Option } from "commander";
import { fileFault, isSystemError, systemFault } from "./file-fault.ts";
import { type Output, type Terminal, terminalOn } from "./terminal.ts";

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

/** What a command may know and use of the process it runs in. */
export interface Shell extends Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** Where progress is shown. */
  readonly stderr: Output;
  /** Sets the exit code of a command that ends without an error; 0 where it is never called. */
  readonly exitWith: (code: number) => void;
}

/** Makes a command for the shell it is going to run in. */
export type MakeCommand = (shell: Shell) => Command;

/** The environment and the streams of a process, or what takes their place. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
}

/**
 * Runs a command on the arguments; resolves to its exit code: 2 for wrong arguments, that of a CommandError
 * with its message on stderr, 2 for a fault of the system with its message, 0 for `--help`. Any other error
 * is a fault of this program: it is shown with its stack, and the exit code is 2 too.
 */
export async function exitCodeOf(
  make: MakeCommand,
  args: readonly string[],
  { env, stdout, stderr }: Surroundings,
): Promise<number> {
  const terminal = terminalOn(stdout, stderr);
  const output = watchOutput(stdout, stderr, terminal.warn);
  let exitCode = 0;
  const exitWith = (code: number) => {
    exitCode = code;
  };
  const command = make({ ...terminal, env, stderr, exitWith });
  command.showHelpAfterError("(see --help)");
  for (const each of [command, ...command.commands]) {
    each.exitOverride().configureOutput(terminal.commander);
    each.configureHelp({ optionDescription: withoutFalse });
  }
  try {
    await command.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandError) {
      terminal.warnLines(error.message);
      return error.exitCode;
    }
    if (!isSystemError(error)) terminal.warnLines(inspect(error));
    // Whoever reads stdout, such as `head`, has read enough.
    else if (error.code === "EPIPE") return 0;
    else if (error !== output.fault) terminal.warn(systemFault(error));
    return 2;
  }
}

/**
 * Runs the command of this file on the arguments of the process and sets the exit code, where the process was
 * started with the file; does nothing where the file is imported.
 */
export async function runIfStarted(file: string, make: MakeCommand): Promise<void> {
  const [, started = ""] = process.argv;
  if (!existsSync(started) || realpathSync(started) !== realpathSync(file)) return;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The last words may fail to be written when the exit code is set already.
    if (error.code === "EPIPE") return;
    process.on("exit", () => {
      process.exitCode ||= 2;
    });
  });
  process.exitCode = await exitCodeOf(make, process.argv.slice(2), process);
}

/** The help line of an option; that a switch is off by default goes without saying. */
function withoutFalse(option: Option): string {
  return new Help().optionDescription(option).replace(" (default: false)", "");
}

/** Without listeners a full disk behind stdout, or a terminal that was closed, would end in a stack trace. */
function watchOutput(
  stdout: Output,
  stderr: Output,
  warn: (line: string) => void,
): { readonly fault: Error | null } {
  const output: { fault: Error | null } = { fault: null };
  stderr.on("error", () => {});
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    if (output.fault === null) warn(fileFault("stdout", "written", error));
    output.fault = error;
  });
  return output;
}
