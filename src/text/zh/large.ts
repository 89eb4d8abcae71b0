import type { Texts } from "../texts.ts";

export const large: Texts["large"] = {
  notDrawn: (papers) => `${papers}篇论文太多，无法逐个绘制。请下载当前地图的PNG，或选择较小的部分。`,
  notPrinted: (papers) => `${papers}篇论文太多，无法打印。请下载当前地图的PNG，或选择较小的部分导出SVG。`,
  asItStands: "图片就是屏幕上的当前地图，尺寸和颜色不变。",
  noPicture: "当前没有显示地图：请先转到网络视图或谱系视图。",
  search: (survey, around) =>
    survey === 0 ? `搜索${around}篇文献` : `搜索${survey}篇论文及其周边${around}篇文献`,
  noList: (works) => `没有列入综述的论文；周边文献${works}篇`,
};
