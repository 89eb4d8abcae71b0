import { isFull } from "../file-fault.ts";
import { writeWhole } from "../write-whole.ts";
import type { DiskCache } from "./disk-cache.ts";

/** Writes a file as writeWhole does; where the disk is full, cached answers make room. */
export function writeWithRoom(
  file: string,
  content: string | Uint8Array,
  { giveRoom }: Pick<DiskCache, "giveRoom">,
): Promise<void> {
  return withRoom(
    () => writeWhole(file, content),
    () => giveRoom(file, Buffer.byteLength(content)),
  );
}

/** Does what needs room on a disk, again and again while the disk is full and room can be given. */
export async function withRoom<T>(act: () => Promise<T>, giveRoom: () => Promise<boolean>): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(isFull(error) || isFull((error as Error).cause)) || !(await giveRoom())) throw error;
    }
  }
}
