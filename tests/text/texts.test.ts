import { expect, test } from "vitest";
import { embedTextsIn } from "../../src/text/embed-texts.ts";
import { counted, listed } from "../../src/text/en/grammar.ts";
import { exportTextsIn } from "../../src/text/export-texts.ts";
import { guideTextsIn } from "../../src/text/guide-texts.ts";
import { LANGUAGES } from "../../src/text/language.ts";
import { largeTextsIn } from "../../src/text/large-texts.ts";
import { shareTextsIn } from "../../src/text/share-texts.ts";
import { type Texts, textsIn } from "../../src/text/texts.ts";

const ENGLISH = await textsIn("en");
const CHINESE = await textsIn("zh");

/** What a message is called with: it stands for a number, a name, a list of names and a flag alike. */
const ANYTHING: unknown = new Proxy([] as string[], {
  get: (target, key) => (key === Symbol.toPrimitive ? () => "2" : Reflect.get(target, key)),
});

/** Every message of the texts with its path: strings as they are, and what functions make of anything. */
function messagesIn(part: object, path = ""): [string, string][] {
  return Object.entries(part).flatMap(([name, value]): [string, string][] => {
    const here = path === "" ? name : `${path}.${name}`;
    if (typeof value === "string") return [[here, value]];
    if (typeof value === "function") return FORMATS.has(here) ? [] : [[here, String(value(...ARGUMENTS))]];
    return typeof value === "object" && value !== null ? messagesIn(value, here) : [];
  });
}

const ARGUMENTS = Array.from({ length: 6 }, () => ANYTHING);
/** What writes numbers, dates and lists, and names that are the same in every language. */
const FORMATS = new Set([
  "count",
  "percent",
  "decimal",
  "date",
  "compare",
  "listed",
  "evidence.source",
  "evidence.intent",
]);

test("textsIn gives the texts of the language asked for", () => {
  for (const language of LANGUAGES) expect({ en: ENGLISH, zh: CHINESE }[language].language).toBe(language);
});

test.each([
  ["the page", ENGLISH, CHINESE],
  ["the guide", await guideTextsIn("en"), await guideTextsIn("zh")],
  ["an export", await exportTextsIn("en"), await exportTextsIn("zh")],
  ["a large map", await largeTextsIn("en"), await largeTextsIn("zh")],
])(
  "every Chinese message of %s is written in Chinese, and none is the English one",
  (_, inEnglish, inChinese) => {
    const english = new Map(messagesIn(inEnglish));
    const chinese = messagesIn(inChinese);
    expect(chinese.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of chinese) {
      if (path === "language") continue;
      // Abbreviations are the same.
      if (/[a-z]{2}/.test(english.get(path) ?? "")) expect(text, path).not.toBe(english.get(path));
    }
  },
);

test("what the element and a build say is said in Chinese as well", async () => {
  for (const [english, chinese] of [
    [await embedTextsIn("en"), await embedTextsIn("zh")],
    [shareTextsIn("en"), shareTextsIn("zh")],
  ] as const) {
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const [name, text] of Object.entries(chinese))
      if (typeof text === "string") expect(text, name).toMatch(/\p{Script=Han}/u);
  }
});

test.each([
  [ENGLISH, "50,664", "42%", "0.42", "1 December 2022", "November 2021", "2019", "A, B and C"],
  [CHINESE, "50,664", "42%", "0.42", "2022年12月1日", "2021年11月", "2019年", "A、B和C"],
] as const)(
  "formats of a language write numbers, dates and lists as its readers do",
  (texts, ...expected) => {
    const { count, percent, decimal, date, listed }: Texts = texts;
    expect([
      count(50_664),
      percent(0.42),
      decimal(0.4198, 2),
      date("2022-12-01"),
      date("2021-11"),
      date("2019"),
      listed(["A", "B", "C"]),
    ]).toEqual(expected);
  },
);

test("counted says one and many, and parts thousands", () => {
  expect([counted(0, "paper"), counted(1, "paper"), counted(1_234, "paper")]).toEqual([
    "0 papers",
    "1 paper",
    "1,234 papers",
  ]);
  expect(counted(2, "entry", "entries")).toBe("2 entries");
});

test("listed puts and before the last", () => {
  expect([listed([]), listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])]).toEqual([
    "",
    "A",
    "A and B",
    "A, B and C",
  ]);
});
