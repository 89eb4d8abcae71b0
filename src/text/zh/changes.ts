import type { Texts } from "../texts.ts";

export const changes: Texts["changes"] = {
  newPapers: (count) => `新增论文${count}篇`,
  gonePapers: (count) => `${count}篇论文已不在来源中`,
  resolved: (count) => `新识别条目${count}条`,
  newCitations: (count) => `新增引文${count}条`,
  goneCitations: (count) => `${count}条引文已不在来源中`,
  counts: (count) => `${count}个被引次数有变化`,
  gapsOpened: (count) => `新出现缺口${count}处`,
  gapsClosed: (count) => `补上缺口${count}处`,
  lost: (count) => `${count}条条目不再找到`,
  cites: (paper) => `引用${paper}`,
  between: (since, at) => `${since}至${at}的变化`,
  first: (at) => `自首次刷新（${at}）以来`,
};
