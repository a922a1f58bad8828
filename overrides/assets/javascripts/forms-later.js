// The forms of the workbook, which are many: text until they are near what is shown, or until the reader does
// something and the browser has nothing else to do. Without scripts, what holds that text shows it.
(() => {
  "use strict";

  const { leergang } = window;
  const AHEAD = "0px 0px 100% 0px"; // the next screen; what is above would move what is being read
  const QUIET = 3000; // a page that nobody touches yet is still being looked at
  const TOUCHES = ["pointerdown", "keydown", "scroll", "focusin"];
  const PAUSE = 200; // where a browser doesn't say when it has nothing to do

  const idle = (/** @type {() => void} */ act) => ("requestIdleCallback" in window ? requestIdleCallback(act) : setTimeout(act, PAUSE));
  const held = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("noscript[data-form]")]);

  /** @param {Element | null | undefined} element a worksheet, whose form may have to be made first */
  function make(element) {
    const text = element?.querySelector("noscript[data-form]");
    if (!element || !text) return;
    near.unobserve(element);
    // HTML of the page itself, escaped when it was built, which the parser left alone; nothing that a reader wrote is in it.
    text.insertAdjacentHTML("afterend", text.textContent ?? "");
    text.remove();
    /** @type {Element & {begin?: () => void}} */ (element).begin?.();
  }

  function makeAll() {
    for (const text of held()) make(text.parentElement);
  }

  function makeNext() {
    const [text] = held();
    if (!text) return;
    make(text.parentElement);
    idle(makeNext);
  }

  /** A link goes to a place that is where it is only once all is there; it may be in a form as well. */
  function goThere() {
    const id = location.hash.slice(1);
    if (!id) return;
    makeAll();
    document.getElementById(id)?.scrollIntoView();
  }

  const near = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach(({ target }) => make(target)), {
    rootMargin: AHEAD,
  });
  for (const text of held()) {
    // What was answered under an earlier id is brought along by the form that has the present one.
    if (text.textContent?.includes("data-formerly") || text.parentElement?.dataset.formerly) make(text.parentElement);
    else if (text.parentElement) near.observe(text.parentElement);
  }
  addEventListener("beforeprint", makeAll);
  const beforeLink = (/** @type {Event} */ event) => event.target instanceof Element && event.target.closest("a[href*='#']") && makeAll();
  addEventListener("click", beforeLink, { capture: true });
  const touched = new AbortController();
  const goOn = () => {
    touched.abort();
    idle(makeNext);
  };
  for (const name of TOUCHES) addEventListener(name, goOn, { signal: touched.signal, passive: true, capture: true });
  addEventListener("load", () => setTimeout(() => touched.signal.aborted || goOn(), QUIET));
  goThere();
  Object.assign(leergang, { later: { make, makeAll } });
})();
