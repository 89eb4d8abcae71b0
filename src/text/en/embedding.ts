/** What offers the map to the page of somebody else. */
export const embedding = {
  frame: "Copy as frame",
  element: "Copy as element",
  copied: "Copied what shows this map in another page.",
};
