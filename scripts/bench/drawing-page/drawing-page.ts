import { randomLcg } from "d3";
import Graph from "graphology";
import Sigma from "sigma";
import { createLargeMapView } from "../../../src/draw/map/large/large-map-view.ts";
import { LIGHT } from "../../../src/view/looks/palette.ts";
import type { MapModel } from "../../../src/view/map/map.ts";

/** How many communities a map of the bench has, and how far their middles lie apart, px of the plane. */
const COMMUNITIES = 40;
const APART = 900;
/** The share of citations within a community. */
const WITHIN = 0.7;

/** What the bench asks of the page. */
export interface DrawingPage {
  /** Mounts the map; resolves when its picture is complete, with the ms it took. */
  mount(): Promise<number>;
  /** Resolves when the picture is complete, with the ms it took. */
  complete(): Promise<number>;
  /** Frames per second of a canvas that strokes each link and fills each paper in every frame. */
  strokeEachLink(ms: number): Promise<number>;
  /** Frames per second of sigma with the same papers and links, two frames at least; it needs WebGL. */
  withSigma(ms: number): Promise<number>;
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** A map whose papers lie in discs and mostly cite within them; the same for the same numbers. */
function syntheticMap(papers: number, citations: number) {
  const random = randomLcg(0.42);
  const community = Int32Array.from({ length: papers }, () => Math.floor(COMMUNITIES * random() ** 1.6));
  const sizes = new Uint32Array(COMMUNITIES);
  for (const id of community) sizes[id] = (sizes[id] ?? 0) + 1;
  const x = new Float32Array(papers);
  const y = new Float32Array(papers);
  const members = Array.from({ length: COMMUNITIES }, (): number[] => []);
  community.forEach((id, paper) => {
    const [turn, out] = [2.4 * id, APART * Math.sqrt(id + 0.5)];
    const [angle, far] = [2 * Math.PI * random(), 11 * Math.sqrt((sizes[id] ?? 1) * random())];
    x[paper] = out * Math.cos(turn) + far * Math.cos(angle);
    y[paper] = out * Math.sin(turn) + far * Math.sin(angle);
    members[id]?.push(paper);
  });
  const citing = Uint32Array.from({ length: citations }, () => Math.floor(papers * random()));
  const cited = citing.map((paper) => {
    const own = members[community[paper] ?? 0] ?? [];
    // Some papers are cited far more often than others.
    const at = random() ** 3;
    return random() < WITHIN ? (own[Math.floor(own.length * at)] ?? 0) : Math.floor(papers * at);
  });
  return { x, y, community, sizes, citing, cited };
}

function modelOf(map: ReturnType<typeof syntheticMap>): MapModel {
  const count = map.x.length;
  return {
    view: "network",
    count,
    radius: Float32Array.from({ length: count }, (_, i) => 2 + 12 / Math.sqrt(1 + (i % 997))),
    sizeKnown: new Uint8Array(count).fill(1),
    slot: new Int16Array(count).fill(-1),
    tone: Int16Array.from(map.community),
    colouring: "community",
    survey: Uint8Array.from({ length: count }, (_, i) => Number(i % 50 === 0)),
    marks: new Uint8Array(count).fill(1),
    citing: map.citing,
    cited: map.cited,
    confidence: new Uint8Array(map.citing.length),
    twin: new Int32Array(map.citing.length).fill(-1),
    shown: new Uint8Array(map.citing.length).fill(1),
    drawn: new Uint8Array(map.citing.length).fill(1),
    listed: new Uint32Array(0),
    strong: new Uint32Array(0),
    spine: new Uint32Array(0),
    spinePapers: new Uint8Array(0),
    spineWeight: new Uint8Array(0),
    freshLinks: new Set(),
    links: "all",
    layer: "citations",
    similar: null,
    pointedLine: -1,
    attention: null,
    focused: false,
    selected: -1,
    own: new Map(),
    pointed: -1,
    root: 0,
    regionOf: map.community,
    regions: Array.from(map.sizes, (size, id) => ({
      id: String(id),
      label: `Community ${id + 1}`,
      count: size,
      slot: id % 10,
      focused: false,
      pointed: false,
    })),
    division: "communities",
    labelRank: Uint32Array.from({ length: count }, (_, i) => i),
    labelOrder: Uint32Array.from({ length: count }, (_, i) => i),
    labelOf: (paper) => `Paper ${paper}`,
  };
}

function drawingPage(papers: number, citations: number): DrawingPage {
  const host = document.getElementById("map");
  if (!host) throw new Error("the page lacks its #map");
  const map = syntheticMap(papers, citations);
  const model = modelOf(map);
  const complete = async () => {
    const start = performance.now();
    while (host.querySelector("canvas")?.dataset.picture !== "true") await frame();
    return performance.now() - start;
  };
  return {
    complete,
    async mount() {
      const start = performance.now();
      const nothing = () => {};
      const listener = { point: nothing, pointLink: nothing, pointRegion: nothing, pick: nothing };
      const places = { key: "network", x: map.x, y: map.y, labelZoom: null, furniture: null };
      createLargeMapView(host, listener, () => true).update({ model, places, theme: LIGHT });
      await complete();
      return performance.now() - start;
    },
    async strokeEachLink(ms) {
      const canvas = document.createElement("canvas");
      const { clientWidth: width, clientHeight: height } = host;
      canvas.width = width;
      canvas.height = height;
      host.replaceChildren(canvas);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("this browser gives no 2D canvas");
      const fit = height / (2 * APART * Math.sqrt(COMMUNITIES));
      const start = performance.now();
      let frames = 0;
      while (frames < 2 || performance.now() - start < ms) {
        const k = fit * (1 + 0.3 * Math.sin(frames / 20));
        context.setTransform(k, 0, 0, k, width / 2, height / 2);
        context.clearRect(-width / k, -height / k, (2 * width) / k, (2 * height) / k);
        context.lineWidth = 1 / k;
        context.strokeStyle = "rgb(140 140 140 / 0.2)";
        for (let link = 0; link < map.citing.length; link++) {
          const [from, to] = [map.citing[link] ?? 0, map.cited[link] ?? 0];
          context.beginPath();
          context.moveTo(map.x[from] ?? 0, map.y[from] ?? 0);
          context.lineTo(map.x[to] ?? 0, map.y[to] ?? 0);
          context.stroke();
        }
        context.fillStyle = "#2f6db3";
        for (let paper = 0; paper < map.x.length; paper++) {
          context.beginPath();
          context.arc(map.x[paper] ?? 0, map.y[paper] ?? 0, 2 / k, 0, 2 * Math.PI);
          context.fill();
        }
        await frame();
        frames++;
      }
      return (1000 * frames) / (performance.now() - start);
    },
    async withSigma(ms) {
      const graph = new Graph({ type: "directed", multi: true });
      model.radius.forEach((size, paper) => {
        graph.addNode(paper, { x: map.x[paper], y: map.y[paper], size: size / 4, color: "#2f6db3" });
      });
      map.citing.forEach((paper, link) => {
        graph.addEdge(paper, map.cited[link], { size: 0.5, color: "#8c8c8c33" });
      });
      host.replaceChildren();
      const sigma = new Sigma(graph, host, { renderLabels: false });
      await frame();
      const start = performance.now();
      let frames = 0;
      while (frames < 2 || performance.now() - start < ms) {
        sigma.getCamera().setState({ ratio: 1 + 0.3 * Math.sin(frames / 20) });
        sigma.refresh({ skipIndexation: true });
        await frame();
        frames++;
      }
      const perSecond = (1000 * frames) / (performance.now() - start);
      sigma.kill();
      return perSecond;
    },
  };
}

const asked = new URLSearchParams(window.location.search);
Object.assign(window, {
  drawingPage: drawingPage(Number(asked.get("papers")), Number(asked.get("citations"))),
});
