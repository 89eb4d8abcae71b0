/** What the codes of file faults mean, and what helps. */
const FAULTS: Readonly<Record<string, readonly [meaning: string, remedy: string]>> = {
  ENOENT: ["no such file or folder", "check the path"],
  EACCES: ["permission denied", "change it with chmod or chown"],
  EPERM: ["operation not permitted", "check its owner and attributes"],
  EISDIR: ["it is a folder, not a file", "move the folder away"],
  ERR_FS_EISDIR: ["it is a folder, not a file", "move the folder away"],
  ENOTDIR: ["there is a file where a folder should be", "move that file away"],
  EEXIST: ["something else is in its place", "move it away"],
  ENOTEMPTY: ["the folder is not empty", "move the folder away"],
  EROFS: ["the file system is read-only", "use another folder, or mount it writable"],
  ENOSPC: ["the disk is full", "free some space and run it again"],
  EDQUOT: ["your disk quota is used up", "free some space and run it again"],
  EMFILE: ["this program has too many open files", "raise the limit with ulimit -n"],
  ENFILE: ["this machine has too many open files", "close other programs"],
  ELOOP: ["its symbolic links form a loop", "correct the link"],
  ENAMETOOLONG: ["its name is too long", "use a shorter one"],
  EBUSY: ["something else is using it", "close what uses it"],
  EIO: ["the disk or terminal does not respond", "check it"],
};

/** Whether the error is one of the system, such as a file that is not there, and not one of this program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && ("errno" in error || String(error.code) in FAULTS);
}

/** Whether it says that there is no room on the disk. */
export function isFull(error: unknown): boolean {
  return isSystemError(error) && (error.code === "ENOSPC" || error.code === "EDQUOT");
}

/**
 * `a/corpus.json: cannot be written: ENOSPC: the disk is full; free some space and run it again`: what could not be done
 * to the file, why, and the remedy. Without a known code it is the error's own message.
 */
export function fileFault(file: string, done: string, error: unknown): string {
  const code = isSystemError(error) ? (error.code ?? "") : "";
  if (code === "ENOENT" && done === "read") return `${file}: no such file; check the path`;
  const known = FAULTS[code];
  const why = known ? `${code.replace("ERR_FS_", "")}: ${known[0]}; ${known[1]}` : (error as Error).message;
  return `${file}: cannot be ${done}: ${why}`;
}

/** The message of an unexpected error of the system, by the file and the call it names. */
export function systemFault(error: NodeJS.ErrnoException & { readonly dest?: string }): string {
  const file = error.dest ?? error.path;
  if (file === undefined) return error.message;
  const reading = ["scandir", "stat", "lstat", "readlink", "realpath", "read", "access"];
  const done =
    error.syscall === "open" ? "opened" : reading.includes(error.syscall ?? "") ? "read" : "written";
  return fileFault(file, done, error);
}
