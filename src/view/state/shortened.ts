/** The text, with dots in place of what it has beyond so many letters. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = [...text.slice(0, 2 * most)].slice(0, most - 1);
  return `${letters.join("").trimEnd()}…`;
}
