import type { LargeTexts } from "../../text/large-texts.ts";
import type { MapScreen } from "../map/map-screen.ts";

/**
 * Adds a button beside those of the zoom that puts all dragged papers back; it is there while some are dragged. The
 * keyboard goes on from the map, and a screen reader is told.
 */
export function putBackTool(
  stage: HTMLElement,
  screen: Pick<MapScreen, "host" | "dragged" | "onDragged">,
  said: LargeTexts["dragged"],
): void {
  const { ownerDocument: document } = stage;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "put-back";
  button.textContent = "⟲";
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  const update = () => {
    const { count } = screen.dragged;
    button.hidden = count === 0;
    if (count > 0) status.textContent = "";
    button.title = said.putBack(count);
    button.setAttribute("aria-label", said.putBack(count));
  };
  button.addEventListener("click", () => {
    screen.dragged.restore();
    status.textContent = said.done;
    screen.host.focus();
  });
  screen.onDragged(update);
  update();
  stage.querySelector(".map-tools")?.append(button, status);
}
