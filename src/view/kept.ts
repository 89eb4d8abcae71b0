import type { State } from "./state/state.ts";

/** The function with its last answer, which it gives again while it is called with the same values. */
export function kept<A extends readonly unknown[], T>(make: (...values: A) => T): (...values: A) => T {
  let last: { readonly values: A; readonly answer: T } | null = null;
  return (...values) => {
    if (
      last?.values.length === values.length &&
      values.every((value, i) => Object.is(value, last?.values[i]))
    )
      return last.answer;
    const answer = make(...values);
    last = { values, answer };
    return answer;
  };
}

/**
 * The state as it was when the named members last changed: the same object while they stay as they are, for
 * what depends on them alone.
 */
export function keptPart<K extends keyof State>(names: readonly K[]): (state: State) => State {
  let last: State | null = null;
  return (state) => {
    if (last === null || names.some((name) => last?.[name] !== state[name])) last = state;
    return last;
  };
}
