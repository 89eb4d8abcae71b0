import { DOMParser, type Document } from "@xmldom/xmldom";
import { expect } from "vitest";

/** The document in an XML text; fails with what the parser has to say of it, but for its remarks on style. */
export function wellFormed(xml: string): Document {
  const complaints: string[] = [];
  const onError = (level: string, message: string) => {
    if (level !== "warning") complaints.push(message);
  };
  const document = new DOMParser({ onError }).parseFromString(xml, "text/xml");
  expect(complaints).toEqual([]);
  return document;
}
