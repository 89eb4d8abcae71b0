import { readFileSync } from "node:fs";

/**
 * The most memory this process has had so far, MB. On Linux what the kernel says of this program alone: the usage that
 * Node tells counts the program that started it as well.
 */
export function peakMemory(): number {
  return (ownPeak() ?? process.resourceUsage().maxRSS) / 1024;
}

/** In kB; null where there is no such file. */
function ownPeak(): number | null {
  try {
    return (
      Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? Number.NaN) || null
    );
  } catch {
    return null;
  }
}
