import { describe, expect, test } from "vitest";
import { readBody } from "../../src/semantic-scholar/read-body.ts";

const { signal } = new AbortController();

/** A body of these pieces, and how many of them were taken. */
function bodyOf(pieces: Iterable<string | Uint8Array>) {
  const source = pieces[Symbol.iterator]();
  const taken = { pieces: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { value, done } = source.next();
        if (done) return controller.close();
        taken.pieces += 1;
        controller.enqueue(typeof value === "string" ? new TextEncoder().encode(value) : value);
      },
      cancel() {
        taken.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken };
}

const read = (...pieces: (string | Uint8Array)[]) => readBody(bodyOf(pieces).body, signal);

function* repeated(piece: string, times: number): Generator<string> {
  for (let i = 0; i < times; i++) yield piece;
}

describe("readBody", () => {
  test("puts the text together, characters cut in two included", async () => {
    const bytes = new TextEncoder().encode('["é 🧬"]');
    expect(await read(...[...bytes].map((byte) => Uint8Array.of(byte)))).toBe('["é 🧬"]');
    expect(await readBody(null, signal)).toBe("");
  });

  test("reads 64 levels, and no 65th", async () => {
    const nested = (depth: number) => `${'{"a":['.repeat(depth / 2)}1${"]}".repeat(depth / 2)}`;
    expect(await read(nested(64))).toBe(nested(64));
    await expect(read(nested(66))).rejects.toThrow("is nested more than 64 deep");
    await expect(read(`\ufeff ${nested(66)}`)).rejects.toThrow("is nested more than 64 deep");
  });

  test("counts levels only, neither brackets in texts nor lists beside each other", async () => {
    const wide = JSON.stringify([
      "[".repeat(1_000),
      '\\"[{'.repeat(1_000),
      "\\".repeat(99),
      ...Array.from({ length: 1_000 }, () => [{}]),
    ]);
    expect(await read(...wide)).toBe(wide);
  });

  test("does not count what is no JSON anyway", async () => {
    const page = `<html>${"[{(".repeat(1_000)}`;
    expect(await read(page)).toBe(page);
  });

  test("stops in the middle of what is too deep, and closes the connection", async () => {
    const { body, taken } = bodyOf(repeated("[".repeat(50), 1_000));
    await expect(readBody(body, signal)).rejects.toMatchObject({ name: "OversizedBody" });
    expect(taken).toEqual({ pieces: 2, cancelled: true });
  });

  test("stops after 32 MB, and closes the connection", async () => {
    const { body, taken } = bodyOf(repeated(" ".repeat(1_000_000), 1_000));
    await expect(readBody(body, signal)).rejects.toThrow("is longer than 32 MB");
    expect(taken).toEqual({ pieces: 33, cancelled: true });
    expect(await readBody(bodyOf(repeated(" ".repeat(1_000_000), 32)).body, signal)).toHaveLength(32_000_000);
  });

  test("stops at two million values, however little each of them takes", async () => {
    const { body, taken } = bodyOf(repeated(`[${"[],".repeat(50_000)}`, 1_000));
    await expect(readBody(body, signal)).rejects.toThrow("holds more than 2,000,000 values");
    expect(taken).toEqual({ pieces: 20, cancelled: true });
  });

  test("stops when the signal says so, also when it said so before", async () => {
    const stop = new AbortController();
    const { body, taken } = bodyOf(["["]);
    let cancel = () => {};
    const cancelled = new Promise<void>((resolve) => {
      cancel = resolve;
    });
    const reading = readBody(new ReadableStream<Uint8Array>({ cancel: () => cancel() }), stop.signal);
    stop.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
    await cancelled;
    await expect(readBody(body, stop.signal)).rejects.toThrow("enough");
    expect(taken.pieces).toBe(0);
  });
});
