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
