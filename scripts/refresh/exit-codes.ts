/** What the exit code of a refresh says. */
export const EXIT = {
  done: 0,
  /** Something is missing that was wanted; the gaps are listed. */
  inPart: 1,
  /** Bad input, bad arguments, or a folder that cannot be written; nothing was written. */
  badInput: 2,
  /** The source could not be reached; nothing was lost. */
  unreachable: 3,
  /** Stopped by the user; the next run resumes. */
  interrupted: 130,
} as const;
