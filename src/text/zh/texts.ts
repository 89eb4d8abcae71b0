import { formatsOf } from "../formats.ts";
import type { Texts } from "../texts.ts";
import { changes } from "./changes.ts";
import { descent } from "./descent.ts";
import { evidence } from "./evidence.ts";
import { flow } from "./flow.ts";
import { gaps } from "./gaps.ts";
import { listed } from "./grammar.ts";
import { header } from "./header.ts";
import { matrix } from "./matrix.ts";
import { timeline } from "./timeline.ts";

/** Everything the page says, in Chinese. */
export const CHINESE: Texts = {
  language: "zh",
  ...formatsOf("zh"),
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
