import { type Command, CommanderError } from "commander";
import { commanderOutput, warn } from "./terminal.ts";

/** What a command cannot go on from, told to the reader in one message, with the exit code it ends in. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: 1 | 2 | 3;

  constructor(message: string, exitCode: 1 | 2 | 3 = 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/**
 * Runs the command on the process's arguments and sets the exit code: 2 for wrong arguments, that of
 * a CommandError with its message on stderr, 0 for `--help`. Any other error is a fault and is thrown.
 */
export async function runCommand(command: Command): Promise<void> {
  command.exitOverride().configureOutput(commanderOutput).showHelpAfterError("(--help lists what there is)");
  try {
    await command.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else if (error instanceof CommandError) {
      for (const line of error.message.split("\n")) warn(line);
      process.exitCode = error.exitCode;
    } else {
      throw error;
    }
  }
}
