// What was typed is text on paper: there, a box that scrolls would be cut, and none runs on over two pages.
(() => {
  "use strict";

  const BOXES = "form :is(textarea, input[type=text]).c-field__control";
  const LONG = 500; // a fifth of a page, in the cell of a table

  function showTyped() {
    hideTyped();
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(BOXES))) {
      if (!box.value) continue;
      const typed = document.createElement("div");
      typed.className = `c-field__typed${box.value.length > LONG ? " is-long" : ""}`;
      typed.textContent = box.value;
      box.after(typed);
    }
  }

  function hideTyped() {
    for (const typed of document.querySelectorAll(".c-field__typed")) typed.remove();
  }

  addEventListener("beforeprint", showTyped);
  addEventListener("afterprint", hideTyped);
})();
