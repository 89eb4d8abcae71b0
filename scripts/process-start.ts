import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Whether there is a process of this number; one that ended and was not fetched by its parent is none. */
export async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const [state = ""] = (await statOf(pid)) ?? [];
  return !/^[ZX]$/.test(state);
}

/**
 * When the process started, as the system reports it: two processes with the same number differ in it. Null
 * when unknown (no such process, or a system with neither `/proc` nor `ps`).
 */
export async function processStart(pid: number, platform = process.platform): Promise<string | null> {
  // Ticks since the machine started, the 22nd field.
  if (platform === "linux") return (await statOf(pid))?.[19] ?? null;
  // In words of one language and one time zone, so that the same moment is the same text.
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  const said = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)], { env }).catch(
    () => null,
  );
  return said?.stdout.trim() || null;
}

/** The fields of `/proc/PID/stat` after the name, which may hold spaces and brackets itself. */
async function statOf(pid: number): Promise<string[] | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return text === null ? null : text.slice(text.lastIndexOf(")") + 2).split(" ");
}
