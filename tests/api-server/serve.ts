import { startApiServer } from "./api-server.ts";
import { clipLibrary } from "./clip-library.ts";
import { link, shaOf, work } from "./library.ts";

/**
 * Serves the papers of the CLIP survey as a process of its own, for benchmarks and for trying things
 * out: prints its address and ends when its input does.
 *
 *     node --import tsx tests/api-server/serve.ts [CITERS_OF_CLIP] [MS_BETWEEN_REQUESTS]
 */
const [citers = "0", intervalMs = "0"] = process.argv.slice(2);
const library = clipLibrary();
const clip = library.works.find(({ arxiv }) => arxiv === "2103.00020");
for (let i = 0; i < Number(citers); i++) {
  const day = new Date(Date.UTC(2021, 3, 1) + i * 4 * 3_600_000).toISOString().slice(0, 10);
  library.works.push(
    work(400_000 + i, { title: `Citing work number ${i}`, date: day, year: Number(day.slice(0, 4)) }),
  );
  const contexts = [
    "CLIP [12] learns visual concepts from natural language supervision, as we do here in passing.",
  ];
  library.links.push(link(shaOf(400_000 + i), clip?.sha ?? "", { contexts, intents: ["background"] }));
}
const server = await startApiServer(library, { intervalMs: Number(intervalMs) });
process.stdout.write(`${server.url}\n`);
process.stdin.resume();
process.stdin.on("end", () => {
  process.stderr.write(`${server.seen.length} requests, ${server.tooFast()} too fast\n`);
  void server.close();
});
