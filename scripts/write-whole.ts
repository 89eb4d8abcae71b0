import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { linkTarget } from "./link-target.ts";

/**
 * Writes the text or bytes to `file` whole or not at all: into a temporary file beside it, to the disk, then
 * in its place; a symbolic link stays, and what it leads to is replaced. When that fails, the old file stays,
 * the temporary one is removed, and it throws.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const target = await linkTarget(file);
  const found = await stat(target).catch(() => null);
  // A device or a pipe is written to; nothing could take its place.
  if (found?.isCharacterDevice() || found?.isFIFO()) return writeFile(target, content);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  let handle: FileHandle | undefined;
  try {
    handle = await open(temporary, "wx", found ? found.mode & 0o777 : 0o666);
    await handle.writeFile(content, "utf8");
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(temporary, target);
  } catch (error) {
    await handle?.close();
    await rm(temporary, { force: true });
    throw error;
  }
}
