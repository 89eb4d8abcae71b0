import { parseEnv } from "node:util";
import { CommandError } from "../command.ts";
import { isFolder } from "../read-corpus.ts";
import { readTextIfThere } from "../read-text.ts";

const NAME = "SEMANTIC_SCHOLAR_API_KEY";

/**
 * The API key of the environment, else of the file `.env`; null when neither has one. Throws a CommandError
 * when it cannot be sent; no message ever contains the key.
 */
export function readKey(environment: NodeJS.ProcessEnv, envFile: string): string | null {
  const key = (environment[NAME] ?? fromFile(envFile)).trim();
  if (key === "") return null;
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new CommandError(
      `${NAME} contains characters that no key has; set it again, without spaces or quotes`,
    );
  }
  return key;
}

function fromFile(file: string): string {
  // Python keeps environments in folders of this name.
  if (isFolder(file)) return "";
  return parseEnv(readTextIfThere(file)?.text ?? "")[NAME] ?? "";
}

/**
 * Where the API is, without `/graph/v1`: SEMANTIC_SCHOLAR_API_URL, else the real one. Throws a CommandError
 * when it is not a web address.
 */
export function readApiUrl(environment: NodeJS.ProcessEnv): string {
  const url = environment.SEMANTIC_SCHOLAR_API_URL?.trim() || "https://api.semanticscholar.org";
  if (!/^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/.test(url)) {
    throw new CommandError(
      `SEMANTIC_SCHOLAR_API_URL is not an address like https://host: ${JSON.stringify(url)}`,
    );
  }
  return url.replace(/\/+$/, "").replace(/\/graph\/v1$/, "");
}
