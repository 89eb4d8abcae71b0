import { formatsOf } from "../formats.ts";
import type { Texts } from "../texts.ts";
import { listed } from "./grammar.ts";
import { header } from "./header.ts";

/** Everything the page says, in Chinese. */
export const CHINESE: Texts = {
  language: "zh",
  ...formatsOf("zh"),
  listed,
  header,
};
