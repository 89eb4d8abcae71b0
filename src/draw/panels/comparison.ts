import { html, nothing, svg, type TemplateResult } from "lit-html";
import { type ComparisonTexts, comparisonTextsIn } from "../../text/comparison-texts.ts";
import type { Texts } from "../../text/texts.ts";
import { shapeOfSlot } from "../../view/looks/shapes.ts";
import type { GroupName, PaperName, PaperNames } from "../../view/map/named-group.ts";
import type { ComparisonModel, DisagreementModel, Score } from "../../view/panels/comparison-model.ts";
import type { CrossTableModel } from "../../view/panels/cross-table-model.ts";
import type { Action } from "../../view/state/state.ts";
import { glyph } from "./glyph.ts";

type Send = (action: Action) => void;
type Said = ComparisonTexts;

/** Headings beside communities: the cross table, the scores, the papers that disagree. */
export function comparison(model: ComparisonModel, texts: Texts, send: Send): TemplateResult {
  const said = comparisonTextsIn(texts.language);
  return html`<section class="domain-section" aria-labelledby="comparison-name">
    <h2 id="comparison-name">${said.heading}</h2>
    ${model.empty === null ? compared(model, texts, send) : html`<p class="empty">${model.empty}</p>`}
  </section>`;
}

function compared(model: ComparisonModel, texts: Texts, send: Send): TemplateResult {
  const said = comparisonTextsIn(texts.language);
  const unknown = model.unknown === null ? nothing : html`<p class="caveat">${model.unknown}</p>`;
  return html`
    <p class="lead">${said.lead}
      <span role="status">${model.communities}</span></p>
    ${model.noStructure === null ? nothing : html`<p class="finding">${model.noStructure}</p>`}
    ${
      model.table === null
        ? html`${model.seeking ? nothing : html`<p class="empty">${said.tooFew}</p>`} ${unknown}`
        : html`<div class="compared">
            <div>${crossTable(model.table, texts, send)} ${unknown}</div>
            <dl class="scores">${model.scores.map(score)}</dl>
          </div>`
    }
    ${disagreements(model, said, send)}
  `;
}

function crossTable(table: CrossTableModel, texts: Texts, send: Send): TemplateResult {
  const { count } = texts;
  const said = comparisonTextsIn(texts.language);
  const all = table.groups;
  return html`
    <div class="scrolls">
      <table class="cross">
        <caption class="visually-hidden">${said.table}</caption>
        <thead>
          <tr>
            <td></td>
            ${table.columns.map(
              (column) => html`<th scope="col">
                <button type="button" aria-pressed=${column.chosen} title=${column.terms}
                  @click=${() => focusCommunity(column.community, column.chosen, send)}>${column.label}</button>
                <span class="cross-count">${count(column.count)}</span>
              </th>`,
            )}
            <th scope="col" class="cross-outside">${said.noCommunity}</th>
          </tr>
        </thead>
        <tbody>
          ${table.rows.map(
            (row) => html`<tr>
              <th scope="row">
                <button type="button" class="cross-group" aria-pressed=${row.chosen}
                  @click=${() => send({ type: "only-group", group: row.group.id, all })}>
                  ${groupMark(row.group)} <span>${row.group.label}</span> <span class="cross-count">${count(row.count)}</span></button>
              </th>
              ${row.cells.map((cell, i) =>
                cell.count === 0
                  ? html`<td class="heat-0"><span class="visually-hidden">0</span></td>`
                  : html`<td class="heat-${cell.heat}">
                      <button type="button" class="cell" aria-pressed=${cell.chosen} aria-label=${cell.label}
                        title=${cell.names}
                        @click=${() => send({ type: "show-cell", group: row.group.id, community: table.columns[i]?.community ?? -1, all })}>${count(cell.count)}</button>
                    </td>`,
              )}
              <td class="cross-outside" title=${row.outside.names}>${count(row.outside.count)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <div class="chosen-cell" role="status">
      ${
        table.chosen === null
          ? html`<p class="caveat">${said.press}</p>`
          : html`<p>${table.chosen.text} ${said.onMap}</p>
              ${paperList(table.chosen, send)}
              <button type="button" class="button" @click=${() => send({ type: "show-view", view: "network" })}>${said.show}</button>`
      }
    </div>
  `;
}

function focusCommunity(community: number, chosen: boolean, send: Send): void {
  send({ type: "show-regions", regions: "communities" });
  send({ type: "focus-region", region: chosen ? null : String(community) });
}

function score({ name, text, share, meaning }: Score): TemplateResult {
  return html`<div class="score">
    <dt>${name}</dt>
    <dd class="score-value">${text}
      <svg class="scale" viewBox="0 0 104 8" width="104" height="8" aria-hidden="true">
        ${svg`<path class="scale-track" d="M2 4h100" /><circle class="scale-mark" cx=${2 + share * 100} cy="4" r="3.5" />`}
      </svg>
    </dd>
    <dd class="score-meaning">${meaning}</dd>
  </div>`;
}

function paperList({ papers, more }: PaperNames, send: Send): TemplateResult {
  return html`<ul class="paper-names">
    ${papers.map((paper) => html`<li>${paperButton(paper, send)}</li>`)}
    ${more === null ? nothing : html`<li>${more}</li>`}
  </ul>`;
}

function disagreements(
  { disagreeing, moreDisagreeing, withoutLinks }: ComparisonModel,
  said: Said,
  send: Send,
): TemplateResult {
  return html`
    <h3>${said.disagreeing}</h3>
    ${
      disagreeing.length === 0
        ? html`<p>${said.noneDisagrees}</p>`
        : html`<ol class="disagreeing">${disagreeing.map((found) => disagreement(found, said, send))}</ol>`
    }
    ${moreDisagreeing === null ? nothing : html`<p class="caveat">${moreDisagreeing}</p>`}
    ${
      withoutLinks === null
        ? nothing
        : html`<h3>${said.withoutLinks}</h3>
            <p>${withoutLinks.text}</p>
            ${paperList(withoutLinks, send)}`
    }
  `;
}

function disagreement({ paper, heading, pulledTo, by, remark }: DisagreementModel, said: Said, send: Send) {
  return html`<li>
    ${paperButton(paper, send)} ${said.pull(heading.label, by.length)} <span class="pulled-to">${groupMark(pulledTo)} ${pulledTo.label}</span>${said.colon}
    <ul class="pulls">${by.map(
      (link) => html`<li>${link.how} ${paperButton(link.paper, send)}
        ${link.shared === null ? nothing : html`<details class="more"><summary>${said.which}</summary>${paperList(link.shared, send)}</details>`}</li>`,
    )}</ul>
    ${remark === null ? nothing : html`<p class="caveat">${remark}</p>`}
  </li>`;
}

/** A paper’s mark and name; a press opens its details. */
export function paperButton(paper: PaperName, send: Send): TemplateResult {
  return html`<button type="button" class="paper-name" title=${paper.title}
    @click=${() => send({ type: "select", paper: paper.id })}
    >${glyph(paper.slot === null ? "circle" : shapeOfSlot(paper.slot), paper.slot)}<span>${paper.label}</span></button>`;
}

/** The mark of a group, as on the map. */
export function groupMark({ slot }: GroupName): TemplateResult {
  return glyph(shapeOfSlot(slot), slot);
}
