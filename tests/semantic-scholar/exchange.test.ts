import { inspect } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import { type ApiServer, type ApiServerOptions, startApiServer } from "../api-server/api-server.ts";
import { askingClient, memoryCache } from "../api-server/ask.ts";
import {
  always,
  FORBIDDEN,
  first,
  HTML,
  HTML_AS_SUCCESS,
  INTERNAL,
  RESET,
  type Sabotage,
  TIMED_OUT,
  TOO_MANY,
  TRUNCATED,
} from "../api-server/faults.ts";
import { DEEP, DRIBBLE, ENDLESS, refusing, rewritingTexts } from "../api-server/hostile.ts";
import { emptyLibrary, link, work } from "../api-server/library.ts";

let server: ApiServer;
const one = work(1);
const two = work(2);

async function serve(options: ApiServerOptions = {}): Promise<string> {
  server = await startApiServer(
    { ...emptyLibrary(), works: [one, two], links: [link(one.sha, two.sha)] },
    options,
  );
  return server.url;
}

afterEach(() => server.close());

describe("createExchange", () => {
  const passing: [string, Sabotage][] = [
    ["429", TOO_MANY],
    ["500", INTERNAL],
    ["502 with HTML", HTML],
    ["503", { status: 503, text: "" }],
    ["504 after a delay", TIMED_OUT],
    ["a reset connection", RESET],
    ["a body that ends in the middle", TRUNCATED],
    ["HTML with status 200", HTML_AS_SUCCESS],
  ];

  test.each(passing)(
    "tries again after %s, GET and POST alike, and doubles its waits",
    async (_, sabotage) => {
      const { client, sleeps } = askingClient(await serve({ fault: first(3, sabotage) }));
      expect((await client.references(one.sha, 0, 100)).value?.data).toHaveLength(1);
      expect(sleeps).toEqual([2000, 4000, 8000]);
      server.sabotage(first(1, sabotage));
      expect(await client.batchItems([two.sha], "title")).toMatchObject([{ title: two.title }]);
      expect(server.seen.map((seen) => seen.method)).toEqual(["GET", "GET", "GET", "GET", "POST", "POST"]);
    },
  );

  test.each(passing)(
    "stops after its tries when %s never ends, and says what came last",
    async (_, sabotage) => {
      const { client } = askingClient(await serve({ fault: always(sabotage) }), { tries: 3 });
      await expect(client.references(one.sha, 0, 100)).rejects.toThrow(/no answer after 3 tries \(last: /);
      expect(server.seen).toHaveLength(3);
    },
  );

  test("holds every caller while one waits out a 429", async () => {
    const { client, events } = askingClient(await serve({ fault: first(1, TOO_MANY) }));
    await client.references(one.sha, 0, 100);
    expect(events.map((event) => event.kind)).toEqual(["asked", "waiting", "asked", "answered"]);
  });

  test("obeys a Retry-After that is longer than its own wait", async () => {
    const patient: Sabotage = { status: 503, text: "", headers: { "retry-after": "77" } };
    const { client, sleeps } = askingClient(await serve({ fault: first(1, patient) }));
    await client.references(one.sha, 0, 100);
    expect(sleeps).toEqual([77_000]);
  });

  test.each([400, 401, 403, 404])("never repeats a question answered with %i", async (status) => {
    const refusal: Sabotage = { status, text: '{"error":"no"}' };
    const { client } = askingClient(await serve({ fault: always(refusal) }));
    await client.references(one.sha, 0, 100).catch(() => {});
    expect(server.seen).toHaveLength(1);
  });

  test("says at once that the key is wrong, never shows it, and asks nothing further", async () => {
    const { client } = askingClient(await serve({ key: "right" }), { key: "wrong-secret" });
    const failure = await client.references(one.sha, 0, 100).catch((error: Error) => error);
    expect(failure).toMatchObject({ name: "KeyRefused", hadKey: true });
    expect(String((failure as Error).message)).toMatch(/SEMANTIC_SCHOLAR_API_KEY/);
    expect(String((failure as Error).stack)).not.toContain("wrong-secret");
    await expect(client.match("Anything")).rejects.toMatchObject({ name: "KeyRefused" });
    expect(server.seen).toHaveLength(1);
  });

  test("says that a key is needed where none is let in without", async () => {
    const { client } = askingClient(await serve({ fault: always(FORBIDDEN) }));
    await expect(client.match("Anything")).rejects.toMatchObject({ name: "KeyRefused", hadKey: false });
  });

  test("sends the key as x-api-key, and no such header without one", async () => {
    const url = await serve();
    await askingClient(url, { key: "k" }).client.references(one.sha, 0, 10);
    await askingClient(url).client.references(one.sha, 0, 10);
    expect(server.seen.map((seen) => seen.key)).toEqual(["k", null]);
  });

  test("gives a slow drip up after its time, body included", async () => {
    const { client } = askingClient(await serve({ fault: always({ dripEveryMs: 30 }) }), {
      tries: 2,
      timeoutMs: 120,
    });
    await expect(client.references(one.sha, 0, 100)).rejects.toThrow(/no complete answer within 0.12 s/);
  });

  test("gives the source up at once when the very first question gets no answer", async () => {
    const { client } = askingClient(await serve({ fault: always(RESET) }), { tries: 2 });
    await expect(client.match("Anything")).rejects.toMatchObject({ name: "SourceUnreachable" });
    await expect(client.match("Something else")).rejects.toMatchObject({ name: "SourceUnreachable" });
    expect(server.seen).toHaveLength(2);
  });

  test("gives the source up after three questions in a row without an answer", async () => {
    const { client } = askingClient(await serve({ fault: always(INTERNAL) }), { tries: 2 });
    const failures: string[] = [];
    for (const title of ["One", "Two", "Three", "Four"]) {
      await client.match(title).catch((error: Error) => failures.push(error.name));
    }
    expect(failures).toEqual(["TriesExhausted", "TriesExhausted", "SourceUnreachable", "SourceUnreachable"]);
    expect(server.seen).toHaveLength(6);
  });

  test("names a host that does not exist", async () => {
    await serve();
    const { client } = askingClient("http://no-such-host.invalid", { tries: 2 });
    await expect(client.match("Anything")).rejects.toThrow(/cannot be reached.*(ENOTFOUND|EAI_AGAIN)/);
  });

  test("stops at once when it is interrupted", async () => {
    const stop = new AbortController();
    const { client } = askingClient(await serve({ fault: always({ dripEveryMs: 50 }) }), {
      signal: stop.signal,
    });
    const asked = client.references(one.sha, 0, 100);
    setTimeout(() => stop.abort(), 60);
    await expect(asked).rejects.toMatchObject({ name: "Interrupted" });
  });

  test("lets no garbage collection take its signals: a dribble without end is given up, and can be stopped", async () => {
    const collect = garbageCollector();
    const collecting = setInterval(collect, 10);
    const stop = new AbortController();
    try {
      const url = await serve({ fault: always(DRIBBLE) });
      const patient = askingClient(url, { tries: 1, timeoutMs: 300 });
      await expect(patient.client.match("Anything")).rejects.toThrow(/no complete answer within 0.3 s/);
      const stopped = askingClient(url, { signal: stop.signal }).client.match("Anything");
      setTimeout(() => stop.abort(), 300);
      await expect(stopped).rejects.toMatchObject({ name: "Interrupted" });
    } finally {
      clearInterval(collecting);
    }
    await expect.poll(() => server.underway()).toBe(0);
  });

  test.each([
    ["never ends", ENDLESS, "is longer than 32 MB"],
    ["nests without end", DEEP, "is nested more than 64 deep"],
  ])("refuses an answer that %s, says why, and does not ask for it again", async (_, sabotage, why) => {
    const { client } = askingClient(await serve({ fault: always(sabotage) }));
    const failure = client.references(one.sha, 0, 100, "arxiv:2101.00001");
    await expect(failure).rejects.toThrow(
      `GET /paper/{id}/references for arxiv:2101.00001: unexpected answer at body: ${why}`,
    );
    expect(server.seen).toHaveLength(1);
    await expect.poll(() => server.underway()).toBe(0);
  });

  describe("lets no text in that holds the key or commands a terminal", () => {
    const key = "k3y-0f-the-test-aB3dE5fG7hJ9";
    const evil = (text: string) => `${text} \u001b[31m${key}\u009b\u202e ${btoa(key)}`;

    test("in answers and their copies in the cache", async () => {
      const cache = memoryCache();
      const { client } = askingClient(await serve({ fault: rewritingTexts(evil) }), { key, cache });
      const { value } = await client.references(one.sha, 0, 100);
      expect(value?.data?.[0]?.citedPaper?.title).toBe(`${two.title}  [31m[key]  [key]Q==`);
      const [item] = (await client.batchItems([one.sha], "title")) as { title: string }[];
      expect(item?.title).toBe(`${one.title}  [31m[key]  [key]Q==`);
      expect(JSON.stringify([...cache.kept])).toMatch(/\[key\]/);
      expect(JSON.stringify([...cache.kept])).not.toMatch(/k3y|\\u00[019]|\u202e/);
    });

    test.each([400, 418, 500])("in the words of a refusal with %i", async (status) => {
      const fault = refusing(status, (seen) => `bad header x-api-key: ${evil(seen.key ?? "")}`);
      const { client, events } = askingClient(await serve({ fault }), { key, tries: 2 });
      const failure = await client.references(one.sha, 0, 100).catch((error: Error) => error);
      const told = inspect([failure, events], { depth: null, showHidden: true });
      expect(told).toMatch(/bad header x-api-key: \[key\] {2}\[31m\[key\]/);
      expect(told.replace(/\n/g, "")).not.toMatch(/k3y|[\p{Cc}\u202e]/u);
    });

    test("in the name of a fault of the connection", async () => {
      const headers = { location: `http://127.0.0.1:1/${key}` };
      const url = await serve({ fault: always({ status: 302, text: "", headers }) });
      const { client, events } = askingClient(url, { key, tries: 2 });
      const failure = await client.match("Anything").catch((error: Error) => error);
      expect(failure).toMatchObject({ message: expect.stringMatching(/connection failed/) });
      expect(inspect([failure, events], { depth: null, showHidden: true })).not.toContain("k3y");
    });
  });
});

/** Collects all garbage at once; a test without it would wait for a collection that may not come. */
function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}
