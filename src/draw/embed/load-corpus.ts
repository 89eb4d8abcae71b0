import type { SalvagedCorpus } from "../../corpus/parse-corpus.ts";
import { usableCorpus } from "../../corpus/usable-corpus.ts";
import type { EmbedTexts } from "../../text/embed-texts.ts";

/** Why there is no map, and what the author of the page around it can do; one sentence or two. */
export class EmbedFailure extends Error {
  override readonly name = "EmbedFailure";
}

/**
 * What of the corpus at the address that `source` gives from `base` on can be used. Throws an EmbedFailure in the words of
 * `embed`; what `signal` stopped is thrown as it is.
 */
export async function loadCorpus(
  source: string,
  base: string,
  embed: EmbedTexts,
  signal: AbortSignal,
): Promise<SalvagedCorpus> {
  if (source.trim() === "") throw new EmbedFailure(embed.noSource);
  if (!URL.canParse(source, base)) throw new EmbedFailure(embed.badSource(source));
  const address = new URL(source, base).href;
  const response = await fetch(address, { signal, credentials: "same-origin" }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new EmbedFailure(embed.unreachable(address), { cause });
  });
  if (!response.ok) throw new EmbedFailure(embed.refused(address, response.status));
  const value: unknown = await response.json().catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new EmbedFailure(embed.notJson(address), { cause });
  });
  try {
    return await usableCorpus(value);
  } catch (cause) {
    const [, problem = String(cause)] = cause instanceof Error ? cause.message.split("\n") : [];
    throw new EmbedFailure(embed.notCorpus(address, problem), { cause });
  }
}
