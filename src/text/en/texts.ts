import { formatsOf } from "../formats.ts";
import type { Language } from "../language.ts";
import { axis } from "./axis.ts";
import { changes } from "./changes.ts";
import { clusters } from "./clusters.ts";
import { compact } from "./compact.ts";
import { controls } from "./controls.ts";
import { coverage } from "./coverage.ts";
import { descent } from "./descent.ts";
import { details } from "./details.ts";
import { embedding } from "./embedding.ts";
import { evidence } from "./evidence.ts";
import { flow } from "./flow.ts";
import { gaps } from "./gaps.ts";
import { listed } from "./grammar.ts";
import { header } from "./header.ts";
import { introduction } from "./introduction.ts";
import { legend } from "./legend.ts";
import { matrix } from "./matrix.ts";
import { ownMarks } from "./own-marks.ts";
import { paper } from "./paper.ts";
import { stage } from "./stage.ts";
import { table } from "./table.ts";
import { timeline } from "./timeline.ts";

/** Everything the page says, in English. */
export const ENGLISH = {
  language: "en" as Language,
  ...formatsOf("en"),
  listed,
  compact,
  embedding,
  header,
  stage,
  paper,
  controls,
  legend,
  clusters,
  evidence,
  details,
  descent,
  introduction,
  changes,
  timeline,
  axis,
  flow,
  gaps,
  matrix,
  table,
  coverage,
  ownMarks,
};
