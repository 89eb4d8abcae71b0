import { citationMapElement } from "./draw/embed/citation-map.ts";
import compact from "./style/compact.css?inline";
import style from "./style/embed.css?inline";
import marks from "./style/marks.css?inline";

// A sheet that a script makes is no inline style: the policy of the page around it has nothing to refuse.
const sheet = new CSSStyleSheet();
sheet.replaceSync([marks, compact, style].join("\n"));

// A page may load the script twice.
if (!customElements.get("citation-map")) customElements.define("citation-map", citationMapElement(sheet));
