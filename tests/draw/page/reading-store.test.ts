import { describe, expect, test } from "vitest";
import { type PaperId, paperId } from "../../../src/corpus/ids.ts";
import { openReading, readingKey } from "../../../src/draw/page/reading-store.ts";
import { markOf } from "../../../src/reading/marks.ts";

const [A, B] = ["A", "B"].map(paperId) as [PaperId, PaperId];
const survey = { root: A, title: "A survey" };
const KEY = readingKey(survey);

/** A storage that holds what is in `kept`; setting fails as `refuse` says. */
function storageOf(kept: Map<string, string>, refuse: () => Error | null = () => null) {
  return () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      const failure = refuse();
      if (failure) throw failure;
      kept.set(key, text);
    },
  });
}

const own = (id: PaperId) => id;
const star = (paper: PaperId) => ({ do: "star", paper, on: true }) as const;

describe("openReading", () => {
  test("keeps each change, and finds it again", () => {
    const kept = new Map<string, string>();
    const store = openReading(storageOf(kept), survey, own);
    store.change(star(A));
    store.change({ do: "write", paper: B, text: "a note", at: "2026-01-01T00:00:00.000Z" });
    const again = openReading(storageOf(kept), survey, own);
    expect([...again.reading.marks].sort()).toEqual([...store.reading.marks].sort());
    expect(again.reading.done).toEqual([]);
    expect(again.trouble).toBeNull();
  });

  test("tells surveys apart by root and title", () => {
    const kept = new Map<string, string>();
    openReading(storageOf(kept), survey, own).change(star(A));
    expect(openReading(storageOf(kept), { ...survey, root: B }, own).reading.marks.size).toBe(0);
    expect(openReading(storageOf(kept), { ...survey, title: "Another" }, own).reading.marks.size).toBe(0);
  });

  test("brings marks of an older name of a paper to the paper", () => {
    const kept = new Map<string, string>();
    openReading(storageOf(kept), survey, own).change(star(A));
    const renamed = openReading(storageOf(kept), survey, (id) => (id === A ? B : null));
    expect(markOf(renamed.reading.marks, B).starred).toBe(true);
  });

  test("goes on without a storage, and says so", () => {
    const store = openReading(
      () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
      survey,
      own,
    );
    expect(store.trouble).toBe("forbidden");
    store.change(star(A));
    expect(markOf(store.reading.marks, A).starred).toBe(true);
    expect(store.trouble).toBe("forbidden");
  });

  test("says when there is no room, and keeps everything once there is", () => {
    const kept = new Map<string, string>();
    let full = true;
    const refuse = () => (full ? new DOMException("no room", "QuotaExceededError") : null);
    const store = openReading(storageOf(kept, refuse), survey, own);
    store.change(star(A));
    expect(store.trouble).toBe("full");
    full = false;
    store.change(star(B));
    expect(store.trouble).toBeNull();
    expect([...openReading(storageOf(kept), survey, own).reading.marks.keys()].sort()).toEqual([A, B]);
  });

  test("puts aside what cannot be read, and never writes over it", () => {
    const kept = new Map([[KEY, "{broken"]]);
    const store = openReading(storageOf(kept), survey, own);
    expect(store.trouble).toBe("unreadable");
    store.change(star(A));
    expect(kept.get(`${KEY} unreadable`)).toBe("{broken");
    expect(openReading(storageOf(kept), survey, own).reading.marks.size).toBe(1);

    const tight = new Map([[KEY, "{broken"]]);
    const refuse = () => new DOMException("no room", "QuotaExceededError");
    openReading(storageOf(tight, refuse), survey, own).change(star(A));
    expect(tight.get(KEY)).toBe("{broken");
  });

  test("takes up what another tab kept before it changes anything", () => {
    const kept = new Map<string, string>();
    const one = openReading(storageOf(kept), survey, own);
    const other = openReading(storageOf(kept), survey, own);
    one.change(star(A));
    expect(other.sync()).toBe(true);
    expect(other.sync()).toBe(false);
    one.change({ do: "read", paper: A, on: true });
    other.change(star(B));
    expect(one.sync()).toBe(true);
    for (const store of [one, other]) {
      expect(markOf(store.reading.marks, A)).toMatchObject({ starred: true, read: true });
      expect(markOf(store.reading.marks, B).starred).toBe(true);
    }
  });

  test("loses nothing of its own that found no room when another tab keeps something", () => {
    const kept = new Map<string, string>();
    let full = true;
    const refuse = () => (full ? new DOMException("no room", "QuotaExceededError") : null);
    const one = openReading(storageOf(kept, refuse), survey, own);
    one.change(star(A));
    full = false;
    openReading(storageOf(kept), survey, own).change(star(B));
    one.sync();
    expect([...one.reading.marks.keys()].sort()).toEqual([A, B]);
  });
});
