/** A native dialog of the page: the browser keeps the focus in it, closes it on Escape and gives the focus back. */
export interface PageDialog {
  readonly element: HTMLDialogElement;
  close(): void;
}

/**
 * Opens a dialog named by the element `${name}-title` in it, and takes it off the page when it is closed. A click
 * beside it closes it. `closed` is called then.
 */
export function openDialog(document: Document, name: string, closed: () => void): PageDialog {
  const element = document.createElement("dialog");
  element.className = `panel ${name}`;
  element.setAttribute("aria-labelledby", `${name}-title`);
  element.addEventListener("click", ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    // A button pressed by key has its click at 0,0.
    const beside = clientX < left || clientX > right || clientY < top || clientY > bottom;
    if (target === element && beside) element.close();
  });
  element.addEventListener("close", () => {
    element.remove();
    closed();
  });
  document.body.append(element);
  return { element, close: () => element.close() };
}
