import type { AcyclicIndex } from "./acyclic.ts";
import { type Agreement, agreementOf } from "./agreement.ts";
import { type GlobalMainPath, globalMainPath } from "./global-main-path.ts";
import { keyRoutes } from "./key-routes.ts";
import { lazy } from "./lazy.ts";
import { localMainPath } from "./local-main-path.ts";
import { type LongestPathBasket, longestPathBasket } from "./longest-path-basket.ts";
import {
  citationWeights,
  type PathCounts,
  pathCountsOf,
  WEIGHT_KINDS,
  type WeightKind,
} from "./path-counts.ts";
import { type Reduction, transitiveReduction } from "./transitive-reduction.ts";

/** The main paths by one of the weights, each route a list of citation numbers. */
export interface MainPaths {
  readonly global: GlobalMainPath;
  readonly localForward: readonly number[];
  readonly localBackward: readonly number[];
  /** The key routes for any k (see keyRoutes). */
  keyRoutes(k: number, extend?: "global" | "local"): readonly number[];
}

/**
 * What can be measured over an acyclic citation graph, each when first read. Papers keep their numbers;
 * citations are numbers of `graph`.
 */
export interface LineageMeasures {
  readonly graph: AcyclicIndex;
  readonly reduction: Reduction;
  readonly pathCounts: PathCounts;
  /** The weight of each citation. */
  weights(kind: WeightKind): readonly bigint[];
  mainPaths(kind: WeightKind): MainPaths;
  /** On how many of the three global main paths (SPC, SPLC, SPNP) each paper and citation lies. */
  readonly agreement: Agreement;
  readonly longestPathBasket: LongestPathBasket;
}

/** The measures over a graph. */
export function measureLineage(graph: AcyclicIndex): LineageMeasures {
  const reduction = lazy(() => transitiveReduction(graph));
  const counts = lazy(() => pathCountsOf(graph));
  const weights = byKind((kind) => citationWeights(graph, counts(), kind));
  const paths = byKind((kind) => mainPathsOf(graph, weights[kind]()));
  const agreement = lazy(() =>
    agreementOf(
      graph,
      WEIGHT_KINDS.map((kind) => paths[kind]().global.citations),
    ),
  );
  const basket = lazy(() => longestPathBasket(graph));
  return {
    graph,
    get reduction() {
      return reduction();
    },
    get pathCounts() {
      return counts();
    },
    weights: (kind) => weights[kind](),
    mainPaths: (kind) => paths[kind](),
    get agreement() {
      return agreement();
    },
    get longestPathBasket() {
      return basket();
    },
  };
}

function mainPathsOf(graph: AcyclicIndex, weights: readonly bigint[]): MainPaths {
  const global = lazy(() => globalMainPath(graph, weights));
  const forward = lazy(() => localMainPath(graph, weights, "newer"));
  const backward = lazy(() => localMainPath(graph, weights, "older"));
  return {
    get global() {
      return global();
    },
    get localForward() {
      return forward();
    },
    get localBackward() {
      return backward();
    },
    keyRoutes: (k, extend = "global") => keyRoutes(graph, weights, k, extend),
  };
}

function byKind<T>(make: (kind: WeightKind) => T): Record<WeightKind, () => T> {
  return { spc: lazy(() => make("spc")), splc: lazy(() => make("splc")), spnp: lazy(() => make("spnp")) };
}
