import { Lexer, Parser } from "yaml";

const COLLECTIONS: readonly string[] = ["block-map", "block-seq", "flow-collection"];

/**
 * The offset at which lists and mappings in the YAML lie more than `most` deep inside one another; null where they
 * never do. It reads no further than that, so it is safe with text on which a parser would run out of stack.
 */
export function offsetTooDeep(yaml: string, most: number): number | null {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(yaml)) {
    for (const _ of parser.next(lexeme));
    if (parser.stack.length <= most) continue;
    if (parser.stack.filter(({ type }) => COLLECTIONS.includes(type)).length > most) return parser.offset;
  }
  return null;
}
