import { buildDomains } from "./domains.ts";
import { buildMatrix } from "./matrix.ts";

/** What builds the views that no first picture needs: they are loaded after it, with their panels. */
export const LATE_MODELS = { domains: buildDomains, matrix: buildMatrix };
export type LateModels = typeof LATE_MODELS;
