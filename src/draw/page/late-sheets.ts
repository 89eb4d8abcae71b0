import type { Language } from "../../text/language.ts";
import { largeTextsIn } from "../../text/large-texts.ts";
import { lateModels } from "../../view/late-models.ts";
import type { MapScreen } from "../map/map-screen.ts";
import { domainsPanel } from "../panels/domains.ts";
import { matrixPanel } from "../panels/matrix.ts";
import { putBackTool } from "../panels/put-back.ts";
import { similarPanel } from "../panels/similar.ts";
import { tablePanel } from "../panels/table.ts";

/** The parts of the page that no first picture needs: what builds them, which keeps what it found, and what draws them. */
export async function lateSheets(language: Language) {
  const said = await largeTextsIn(language);
  return {
    models: lateModels(said),
    panels: { table: tablePanel, domains: domainsPanel, matrix: matrixPanel },
    similar: similarPanel,
    putBack: (stage: HTMLElement, screen: MapScreen) => putBackTool(stage, screen, said.dragged),
  };
}

export type LateSheets = Awaited<ReturnType<typeof lateSheets>>;
