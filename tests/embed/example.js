// Events bubble out of the maps: one listener hears all of them.
addEventListener("paperselect", (event) => {
  const { paper } = event.detail;
  document.querySelector("#selected").textContent =
    paper === null ? "nothing" : `${paper.label} (${paper.id})`;
});
