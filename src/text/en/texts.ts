import { formatsOf } from "../formats.ts";
import type { Language } from "../language.ts";
import { listed } from "./grammar.ts";
import { header } from "./header.ts";

/** Everything the page says, in English. */
export const ENGLISH = {
  language: "en" as Language,
  ...formatsOf("en"),
  listed,
  header,
};
