import { parseCorpus } from "./corpus/parse-corpus.ts";
import { showFailure } from "./draw/failure.ts";
import { mountPage } from "./draw/page.ts";
import { customProperties, DARK, LIGHT } from "./view/palette.ts";
import { buildSources } from "./view/view-model.ts";

const CORPUS_URL = "./corpus.json";

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page lacks its #${id}`);
  return element;
}

async function readCorpus(): Promise<unknown> {
  const response = await fetch(CORPUS_URL);
  if (!response.ok)
    throw new Error(`corpus.json: the server answered ${response.status} ${response.statusText}`);
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`corpus.json: is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

async function start(): Promise<void> {
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? DARK : LIGHT;
  for (const [name, value] of customProperties(theme))
    document.documentElement.style.setProperty(name, value);
  try {
    const corpus = parseCorpus(await readCorpus());
    mountPage(window, part, buildSources(corpus));
  } catch (failure) {
    showFailure(part("stage"), failure);
  }
}

void start();
