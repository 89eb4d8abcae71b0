import { formatsOf } from "../formats.ts";
import type { Language } from "../language.ts";
import { changes } from "./changes.ts";
import { descent } from "./descent.ts";
import { evidence } from "./evidence.ts";
import { flow } from "./flow.ts";
import { gaps } from "./gaps.ts";
import { listed } from "./grammar.ts";
import { header } from "./header.ts";
import { matrix } from "./matrix.ts";
import { timeline } from "./timeline.ts";

/** Everything the page says, in English. */
export const ENGLISH = {
  language: "en" as Language,
  ...formatsOf("en"),
  listed,
  header,
  timeline,
  changes,
  gaps,
  matrix,
  evidence,
  descent,
  flow,
};
