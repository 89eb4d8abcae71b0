import { readlink, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** More links in a row than any system follows. */
const MOST_LINKS = 40;

/**
 * The file that is written where `file` is: what its symbolic links lead to in the end, whether it exists or
 * not, or `file` itself. Throws ELOOP for links in a circle.
 */
export async function linkTarget(file: string): Promise<string> {
  let target = file;
  for (let links = 0; links < MOST_LINKS; links++) {
    const link = await readlink(target).catch(orNone);
    if (link === null) return target;
    // Where `..` leads is known once the folder before it is followed, so the real folder comes first.
    const folder = link.startsWith("/")
      ? dirname(link)
      : `${await realpath(dirname(target))}/${dirname(link)}`;
    target = join(await realpath(folder), basename(link));
  }
  // One more step in the circle lets the system say so.
  return realpath(file);
}

/** Nothing for what is not a link or does not exist. */
function orNone(error: NodeJS.ErrnoException): null {
  if (error.code === "EINVAL" || error.code === "ENOENT" || error.code === "UNKNOWN") return null;
  throw error;
}
