import { nothing, render } from "lit-html";
import { markOf } from "../../reading/marks.ts";
import type { GuideTexts } from "../../text/guide-texts.ts";
import type { Catalogue } from "../../view/catalogue.ts";
import type { Theme } from "../../view/looks/palette.ts";
import type { ReaderFacts } from "../../view/map/own-marks.ts";
import type { LineageFacts } from "../../view/map/spine.ts";
import { buildReading } from "../../view/panels/reading-model.ts";
import { buildTour, enterStep, leaveStep } from "../../view/panels/tour.ts";
import type { Action, GuideAction, State } from "../../view/state/state.ts";
import { type HelpPanel, openHelp } from "../guide/help.ts";
import { ownMarks, readingSection, tourOffer } from "../guide/own-panels.ts";
import { openReadingDialog, type ReadingDialog } from "../guide/reading-dialog.ts";
import { startTour, type Tour } from "../guide/tour.ts";
import { tourMemory } from "../guide/tour-memory.ts";
import { isField } from "./fields.ts";
import { openReading, readingKey } from "./reading-store.ts";
import type { Shortcuts } from "./shortcuts.ts";

/** What the reader's part of the page asks of the rest. */
export interface ReaderEffects {
  readonly state: () => State;
  readonly send: (action: Action) => void;
  /** Something that the page shows has changed beside its state. */
  readonly changed: () => void;
  /** Whether keys of a single letter or sign do something. */
  readonly shortcuts: Shortcuts;
  /** Gives the keyboard a place to go on from. */
  readonly focus: () => void;
}

export interface ReaderSources {
  readonly catalogue: Catalogue;
  readonly lineage: LineageFacts;
}

/** The parts of the page that leave places for what is the reader's. */
export type ReaderParts = Readonly<Record<"main" | "details" | "legend" | "stage", HTMLElement>>;

/** The reader's own marks, the help, the tour: what is not the state of the page and never in its address. */
export interface Reader {
  readonly facts: ReaderFacts;
  handle(action: Extract<Action, { type: "guide" | "reading" }>): void;
  /** Whether a key press is taken care of. */
  pressed(event: KeyboardEvent): boolean;
  /** Brings own marks and open panels in step with the page. */
  update(theme: Theme): void;
}

/** The reader of a survey, who has marked it before or is here for the first time. */
export function createReader(
  window: Window,
  parts: ReaderParts,
  { catalogue, lineage }: ReaderSources,
  texts: GuideTexts,
  { state, send, changed, shortcuts, focus }: ReaderEffects,
): Reader {
  const { document } = window;
  const { survey } = catalogue.corpus;
  const store = openReading(() => window.localStorage, survey, catalogue.resolve);
  const memory = tourMemory(window);
  const steps = buildTour({ catalogue, lineage }, texts.tour);
  let theme: Theme | null = null;
  let help: HelpPanel | null = null;
  let marks: ReadingDialog | null = null;
  let tour: Tour | null = null;

  const beginTour = () => {
    if (tour || steps.length === 0) return;
    const before = state();
    let shown = before;
    tour = startTour(parts.main, steps, texts.tour, {
      show: (step) => {
        shown = enterStep(before, step);
        send({ type: "restore", state: shown });
      },
      left: () => {
        tour = null;
        send({ type: "restore", state: leaveStep(before, shown, state()) });
        focus();
      },
    });
  };

  const toggle = (what: "star" | "read") => {
    const { pointed, selected } = state();
    const paper = pointed ?? selected;
    if (paper === null) return;
    const { starred, read } = markOf(store.reading.marks, paper);
    send({ type: "reading", change: { do: what, paper, on: !(what === "star" ? starred : read) } });
  };

  const ask = (to: GuideAction) => {
    if (to === "star" || to === "read") toggle(to);
    else if (to === "help") {
      help ??= openHelp(document, texts.help, shortcuts, {
        tour: () => ask("tour"),
        closed: () => {
          help = null;
        },
      });
      if (theme) help.paint(theme);
    } else if (to === "reading") {
      marks ??= openReadingDialog(document, catalogue, texts.keeping, {
        reading: () => store.reading,
        change: (change) => send({ type: "reading", change }),
        select: (paper) => send({ type: "select", paper }),
        closed: () => {
          marks = null;
        },
      });
    } else {
      memory.settle();
      changed();
      if (to === "tour") beginTour();
      else focus();
    }
  };

  window.addEventListener("storage", ({ key }) => {
    if ((key === null || key === readingKey(survey)) && store.sync()) changed();
  });

  return {
    get facts() {
      return { marks: store.reading.marks, readerMissing: false };
    },
    handle(action) {
      if (action.type === "guide") return ask(action.to);
      store.change(action.change);
      changed();
    },
    pressed(event) {
      // An open dialog takes care of its own keys.
      if (help || marks) return true;
      if (event.key === "Escape" && tour) {
        tour.leave();
        return true;
      }
      if (isField(event.target)) return event.key === "Escape" && leftNote(event.target);
      const way = wayInTime(event);
      if (way) send({ type: "reading", change: { do: way } });
      else if (event.key === "?" && shortcuts.on) ask("help");
      else return false;
      event.preventDefault();
      return true;
    },
    update(next) {
      const model = buildReading(catalogue, store, state(), texts.reading);
      fill(parts.details, ".own-host", ownMarks(model, texts.reading, send));
      fill(parts.legend, ".reading-host", readingSection(model, texts.reading, send));
      const { compact, selected, drawer } = state();
      // Who reads a paper already, or sees the map within another page, has not come for a tour.
      const cold = !compact && selected === null && drawer === null;
      const offer = memory.offered && cold && steps.length > 0 ? tourOffer(texts.reading, send) : nothing;
      fill(parts.details, ".offer-host", offer);
      fill(parts.stage, ".offer-host", offer);
      if (theme !== next) help?.paint(next);
      theme = next;
      marks?.update();
    },
  };
}

/** Renders into a place that a panel leaves, where it does. */
function fill(part: HTMLElement, place: string, content: unknown): void {
  const host = part.querySelector<HTMLElement>(place);
  if (host) render(content, host);
}

/** What the usual keys of a change back and forth mean; null for every other key. */
function wayInTime({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): "undo" | "redo" | null {
  if (altKey || ctrlKey === metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && ctrlKey ? "redo" : null;
}

/** Leaves the field of a note for the button before it, so that the next Escape is a step back; false elsewhere. */
function leftNote(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLTextAreaElement)) return false;
  target.parentElement?.querySelector("button")?.focus();
  return true;
}
