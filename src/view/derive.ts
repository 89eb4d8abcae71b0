import type { State } from "./state/state.ts";

/**
 * A value that follows from some of what is given: `make` of the inputs, made again only when one of them is another
 * than at the last call. Inputs are compared by identity.
 */
export function derive<G, const I extends readonly unknown[], T>(
  inputs: (given: G) => I,
  make: (...values: I) => T,
): (given: G) => T {
  let last: { readonly values: I; readonly made: T } | null = null;
  return (given) => {
    const values = inputs(given);
    const known = last;
    if (known === null || values.some((value, i) => !Object.is(value, known.values[i])))
      last = { values, made: make(...values) };
    return (last as { readonly made: T }).made;
  };
}

/**
 * Some members of a state: the same object while they stay as they are, for what depends on nothing else of it.
 */
export function statePart<K extends keyof State>(...names: readonly K[]): (state: State) => Pick<State, K> {
  let last: State | null = null;
  return (state) => {
    if (last === null || names.some((name) => last?.[name] !== state[name])) last = state;
    return last;
  };
}

/** An object: the last one while all members of a new one are the same as its own. */
export function steadyObject<T extends object>(): (value: T) => T {
  let last: T | null = null;
  return (value) => {
    const known = last;
    const names = Object.keys(value) as (keyof T)[];
    if (
      known === null ||
      names.length !== Object.keys(known).length ||
      names.some((name) => !Object.is(value[name], known[name]))
    )
      last = value;
    return last as T;
  };
}
