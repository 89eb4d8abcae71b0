import { LATE_MODELS } from "../view/late-models.ts";
import { domainsPanel } from "./panels/domains.ts";
import { matrixPanel } from "./panels/matrix.ts";

/** The views that no first picture needs: what builds them and what draws them. */
export const LATE_SHEETS = { models: LATE_MODELS, panels: { domains: domainsPanel, matrix: matrixPanel } };
export type LateSheets = typeof LATE_SHEETS;
