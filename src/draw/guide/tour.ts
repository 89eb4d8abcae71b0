import { html, render } from "lit-html";
import type { GuideTexts } from "../../text/guide-texts.ts";
import type { TourPlace, TourStep } from "../../view/panels/tour.ts";

/** Where the parts of the page stand that a step points at. */
const PLACES: Record<TourPlace, string> = {
  map: "#map",
  domains: "#legend .groups",
  links: ".map-controls [aria-labelledby=links-name]",
  details: "#details",
  views: ".views",
};

/** A tour that is under way. */
export interface Tour {
  leave(): void;
}

/**
 * Leads through the steps in a card over the map that takes nothing away from the page: everything else
 * stays at hand. `show` brings the page to a step; `left` is called once, at the end.
 */
export function startTour(
  host: HTMLElement,
  steps: readonly TourStep[],
  texts: GuideTexts["tour"],
  { show, left }: { readonly show: (step: TourStep) => void; readonly left: () => void },
): Tour {
  const { ownerDocument: document } = host;
  const card = document.createElement("section");
  card.className = "tour";
  card.setAttribute("aria-label", texts.name);
  host.append(card);
  let at = 0;

  const pointAt = (place: TourPlace | null) => {
    for (const element of document.querySelectorAll(".is-toured")) element.classList.remove("is-toured");
    if (place !== null && place !== "map") document.querySelector(PLACES[place])?.classList.add("is-toured");
  };

  const leave = () => {
    if (!card.isConnected) return;
    pointAt(null);
    card.remove();
    left();
  };

  const go = (to: number) => {
    if (to >= steps.length) return leave();
    const step = steps[Math.max(0, to)];
    if (!step) return;
    at = Math.max(0, to);
    const last = at === steps.length - 1;
    render(
      html`<div aria-live="polite" aria-atomic="true">
          <p class="kicker">${texts.step(at + 1, steps.length)}</p>
          <h2>${step.heading}</h2>
          <p>${step.text}</p>
        </div>
        <div class="tour-actions">
          <button type="button" class="button tour-next" @click=${() => go(at + 1)}>${last ? texts.done : texts.next}</button>
          <button type="button" class="button" ?disabled=${at === 0} @click=${() => go(at - 1)}>${texts.back}</button>
          <button type="button" class="quiet" @click=${leave}>${texts.leave}</button>
        </div>`,
      card,
    );
    // Back is out of use at the first step, and gives the keyboard on to Next.
    if (at === 0) card.querySelector<HTMLElement>(".tour-next")?.focus();
    // Last, for a map that loses the keyboard forgets what it pointed at.
    show(step);
    requestAnimationFrame(() => pointAt(card.isConnected ? step.place : null));
  };

  card.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      go(event.key === "ArrowRight" ? Math.min(at + 1, steps.length - 1) : at - 1);
    }
  });
  go(0);
  return { leave };
}
