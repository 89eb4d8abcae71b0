import type { PaperId } from "./ids.ts";
import type { SurveyInfo } from "./schema.ts";

/** The paper the lineage starts from: the one the survey names, else the one that stands out; null without either. */
export function rootOf({ root, origin }: Pick<SurveyInfo, "root" | "origin">): PaperId | null {
  return root ?? origin?.paper ?? null;
}

/** The survey of a part of its corpus: without a root that is not in the part. */
export function surveyOfPart(survey: SurveyInfo, has: (id: PaperId) => boolean): SurveyInfo {
  const { root, origin } = survey;
  return {
    ...survey,
    root: root !== null && has(root) ? root : null,
    origin: origin !== null && has(origin.paper) ? origin : null,
  };
}
