import { byCodeUnit } from "../corpus/format-corpus.ts";
import { hasSubtitle, titleForms } from "./work-title.ts";

/**
 * The spelling to print of one title: with its subtitle, with the capitals that names have inside
 * ("ImageNet", "BERT"), with its hyphens, and then the most usual one. Throws when there is none.
 */
export function bestSpelling(titles: readonly string[]): string {
  const usual = new Map<string, number>();
  for (const title of titles) usual.set(title, (usual.get(title) ?? 0) + 1);
  const [best] = [...usual.keys()].sort((a, b) => {
    const [worthA, worthB] = [worthOf(a, usual), worthOf(b, usual)];
    for (let i = 0; i < worthA.length; i++) {
      const order = (worthB[i] ?? 0) - (worthA[i] ?? 0);
      if (order !== 0) return order;
    }
    return byCodeUnit(a, b);
  });
  if (best === undefined) throw new Error("bestSpelling: no title to choose from");
  return best;
}

function worthOf(title: string, usual: ReadonlyMap<string, number>): number[] {
  const forms = titleForms(title);
  const innerCapitals = title.match(/(?<=\p{L})\p{Lu}/gu)?.length ?? 0;
  return [Number(hasSubtitle(forms)), innerCapitals, forms.words, usual.get(title) ?? 0];
}
