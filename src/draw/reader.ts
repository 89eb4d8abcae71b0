import type { GuideTexts } from "../text/guide-texts.ts";
import type { Catalogue } from "../view/catalogue.ts";
import type { Theme } from "../view/palette.ts";
import type { ReaderFacts } from "../view/reading-model.ts";
import type { LineageFacts } from "../view/spine.ts";
import type { Action, GuideAction, State } from "../view/state.ts";
import type { HelpPanel } from "./guide/help.ts";
import type { ReadingDialog } from "./guide/reading-dialog.ts";
import type { Tour } from "./guide/tour.ts";
import { openReading, readingKey } from "./reading-store.ts";

/** What the reader's part of the page asks of the rest. */
export interface ReaderEffects {
  readonly state: () => State;
  readonly send: (action: Action) => void;
  /** Something that the page shows has changed beside its state. */
  readonly changed: () => void;
  /** Gives the keyboard a place to go on from. */
  readonly focus: () => void;
}

/** The reader's own marks, the help, the tour: what is not the state of the page and never in its address. */
export interface Reader {
  readonly facts: ReaderFacts;
  /** Does what an action asks for; false when it is none of the reader's. */
  handle(action: Action): boolean;
  /** Whether a key press is taken care of. */
  pressed(event: KeyboardEvent): boolean;
  /** Brings open panels in step. */
  update(theme: Theme): void;
}

/** Where it is kept that the tour was offered. */
const TOUR_KEY = "clip-lineage tour";

/** The reader of a catalogue's survey. What is heavy is loaded when it is first asked for. */
export function createReader(
  window: Window,
  host: HTMLElement,
  { catalogue, lineage }: { readonly catalogue: Catalogue; readonly lineage: LineageFacts },
  effects: ReaderEffects,
): Reader {
  const { document } = window;
  const { survey } = catalogue.corpus;
  const store = openReading(() => window.localStorage, survey, catalogue.resolve);
  let tourOffered = catalogue.entries.length > 0 && firstVisit(window);
  let notLoaded = false;
  let theme: Theme | null = null;
  let help: HelpPanel | null = null;
  let marks: ReadingDialog | null = null;
  let tour: Tour | null = null;

  const open: Record<GuideAction, (texts: GuideTexts) => Promise<void>> = {
    async help(texts) {
      const { openHelp } = await import("./guide/help.ts");
      help ??= openHelp(document, texts.help, {
        tour: () => ask("tour"),
        closed: () => {
          help = null;
        },
      });
      if (theme) help.paint(theme);
    },
    async reading(texts) {
      const { openReadingDialog } = await import("./guide/reading-dialog.ts");
      marks ??= openReadingDialog(document, catalogue, texts.keeping, {
        reading: () => store.reading,
        change: (change) => effects.send({ type: "reading", change }),
        select: (paper) => effects.send({ type: "select", paper }),
        closed: () => {
          marks = null;
        },
      });
    },
    async tour(texts) {
      const [{ startTour }, { buildTour, enterStep, leaveStep }] = await Promise.all([
        import("./guide/tour.ts"),
        import("../view/tour.ts"),
      ]);
      if (tour) return;
      const before = effects.state();
      let shown = before;
      const steps = buildTour({ catalogue, lineage }, texts.tour);
      if (steps.length === 0) return;
      tour = startTour(host, steps, texts.tour, {
        show: (step) => {
          shown = enterStep(before, step);
          effects.send({ type: "restore", state: shown });
        },
        left: () => {
          tour = null;
          effects.send({ type: "restore", state: leaveStep(before, shown, effects.state()) });
          effects.focus();
        },
      });
    },
    async "no-tour"() {},
  };

  const ask = (to: GuideAction) => {
    if (to === "tour" || to === "no-tour") {
      tourOffered = false;
      forgetVisit(window);
      effects.changed();
    }
    if (to === "no-tour") return effects.focus();
    import("../text/guide-texts.ts")
      .then(({ guideTextsIn }) => guideTextsIn(catalogue.texts.language))
      .then((texts) => open[to](texts))
      .then(
        () => {
          notLoaded = false;
        },
        () => {
          notLoaded = true;
          effects.changed();
        },
      );
  };

  window.addEventListener("storage", ({ key }) => {
    if ((key === null || key === readingKey(survey)) && store.sync()) effects.changed();
  });

  return {
    get facts() {
      return {
        reading: store.reading,
        trouble: notLoaded ? "not-loaded" : store.trouble,
        tourOffered,
      } as const;
    },
    handle(action) {
      if (action.type === "guide") ask(action.to);
      else if (action.type === "reading") {
        store.change(action.change);
        effects.changed();
      } else return false;
      return true;
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
      if (way) effects.send({ type: "reading", change: { do: way } });
      else if (event.key === "?") ask("help");
      else return false;
      event.preventDefault();
      return true;
    },
    update(next) {
      if (theme !== next) help?.paint(next);
      theme = next;
      marks?.update();
    },
  };
}

/** What the usual keys of a change back and forth mean; null for every other key. */
function wayInTime({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): "undo" | "redo" | null {
  if (altKey || ctrlKey === metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && ctrlKey ? "redo" : null;
}

/** Whether the reader is writing there: such a field has its own undo and every letter. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && ["search", "text"].includes(target.type))
  );
}

/** Leaves the field of a note for the button before it, so that the next Escape is a step back; false elsewhere. */
function leftNote(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLTextAreaElement)) return false;
  target.parentElement?.querySelector("button")?.focus();
  return true;
}

/**
 * Whether the tour is to be offered: to who never was here, and during that visit. Without a storage that
 * remembers it is offered, never more.
 */
function firstVisit(window: Window): boolean {
  return remembering(() => {
    const { localStorage, sessionStorage } = window;
    const first = localStorage.getItem(TOUR_KEY) === null;
    if (first) sessionStorage.setItem(TOUR_KEY, "offered");
    localStorage.setItem(TOUR_KEY, "offered");
    return first || sessionStorage.getItem(TOUR_KEY) !== null;
  });
}

function forgetVisit(window: Window): void {
  remembering(() => {
    window.sessionStorage.removeItem(TOUR_KEY);
    return true;
  });
}

function remembering(act: () => boolean): boolean {
  try {
    return act();
  } catch {
    return true;
  }
}
