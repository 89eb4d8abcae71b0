import type { Texts } from "../texts.ts";
import { listed } from "./grammar.ts";

const INTENTS: Readonly<Record<string, string>> = {
  background: "背景",
  methodology: "方法",
  result: "结果",
};

export const evidence: Texts["evidence"] = {
  confidence: { verified: "已核实", likely: "很可能", reported: "据数据库" },
  source: (id) =>
    id === "semantic-scholar" ? "Semantic Scholar" : id === "curation" ? "论文自身的参考文献表" : id,
  reported: (sources) => (sources.length > 0 ? `据${listed(sources)}` : "据数据库"),
  read: (confidence, what) => `${confidence}：${what}`,
  lastSeen: (date) => `；最后见于${date}`,
  influential: "有重要影响",
  intent: (intent) => INTENTS[intent] ?? intent,
};
