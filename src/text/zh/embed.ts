import type { embed as english } from "../en/embed.ts";

export const embed: typeof english = {
  mapLabel: (title, papers) => `${title}：${papers}篇论文及其引文的图谱`,
  mapRole: "引文图谱",
  keys: "左右方向键：更早或更晚发表的论文。上：它引用的论文。下：引用它的论文。回车：选中。加号、减号、零：缩放与适应窗口。Esc：取消。",
  wheel: "点击图谱后可用滚轮缩放。",
  zoom: "缩放",
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "适应窗口",
  asList: (papers) => `以列表查看${papers}篇论文`,
  close: "关闭",
  andOthers: (authors) => `${authors}等`,
  unknown: (paper) => `图谱中没有论文“${paper}”。`,
  empty: "图谱中没有论文。",
  part: (shown, all) => `此处显示${all}篇论文中的${shown}篇，其余见完整图谱。`,
  failed: "无法绘制图谱",
  noSource: "请用 src 属性指明 corpus.json 的位置。",
  badSource: (source) => `${source} 不是文件地址。请用 src 属性指明 corpus.json 的位置。`,
  unreachable: (address) =>
    `无法获取 ${address}。若它位于其他主机，该主机须以 Access-Control-Allow-Origin 响应头允许本页访问；本页的 Content-Security-Policy 也须在 connect-src 中允许它。`,
  refused: (address, status) => `${address}：服务器返回 ${status}。请检查 src 属性中的地址。`,
  notJson: (address) => `${address} 不是 JSON。src 属性须指向 corpus.json。`,
  notCorpus: (address, problem) =>
    `${address} 不是语料文件：${problem}。请重新生成：npm run refresh -- FOLDER --offline`,
  retry: "重试",
};
