import { lateModels } from "../../view/late-models.ts";
import { domainsPanel } from "../panels/domains.ts";
import { matrixPanel } from "../panels/matrix.ts";
import { tablePanel } from "../panels/table.ts";

/** The views that no first picture needs: what builds them, which keeps what it found, and what draws them. */
export function lateSheets() {
  return { models: lateModels(), panels: { table: tablePanel, domains: domainsPanel, matrix: matrixPanel } };
}

export type LateSheets = ReturnType<typeof lateSheets>;
