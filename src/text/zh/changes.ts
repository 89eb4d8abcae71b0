import type { Texts } from "../texts.ts";
import { inFigures } from "./grammar.ts";

export const changes: Texts["changes"] = {
  newPapers: (count) => `新增论文${inFigures(count)}篇`,
  gonePapers: (count) => `${inFigures(count)}篇论文已不在来源中`,
  resolved: (count) => `新识别条目${inFigures(count)}条`,
  newCitations: (count) => `新增引文${inFigures(count)}条`,
  goneCitations: (count) => `${inFigures(count)}条引文已不在来源中`,
  counts: (count) => `${inFigures(count)}个被引次数有变化`,
  gapsOpened: (count) => `新出现缺口${inFigures(count)}处`,
  gapsClosed: (count) => `补上缺口${inFigures(count)}处`,
  lost: (count) => `${inFigures(count)}条条目不再找到`,
  cites: (paper) => `引用${paper}`,
  between: (since, at) => `${since}至${at}的变化`,
  first: (at) => `自首次刷新（${at}）以来`,
};
