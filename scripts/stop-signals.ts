/** What ends a command that is at work: Ctrl-C, a kill, and a terminal that is closed. */
export const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
