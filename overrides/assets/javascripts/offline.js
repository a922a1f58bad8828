// On a hosted copy: has the whole course kept for when there is no network, and says when a newer one is ready.
(() => {
  "use strict";

  const HOUR = 3_600_000;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../", script.src);
  const address = new URL("worker.js", root).href;
  const words = script.dataset;
  const workers = navigator.serviceWorker; // there is none without https
  // Else the page came from the network and is the newest there is. A course in a folder above this one may have a worker too.
  const wasKept = workers?.controller?.scriptURL === address;

  /** Whether the page stands in another site, where browsers keep things apart, or not at all. */
  function isFramed() {
    try {
      return top?.origin !== origin;
    } catch {
      return true;
    }
  }

  /** @param {ServiceWorkerRegistration} registration */
  function offer(registration) {
    if (document.querySelector(".c-update")) return;
    const bar = Object.assign(document.createElement("div"), { className: "c-update" });
    const text = document.createElement("p");
    text.setAttribute("role", "status");
    /** @param {string | undefined} label @param {() => void} act */
    const button = (label, act) => {
      const made = Object.assign(document.createElement("button"), { type: "button", className: "c-button", textContent: label });
      made.addEventListener("click", act);
      return made;
    };
    const room = (/** @type {boolean} */ wanted) => document.documentElement.classList.toggle("has-update", wanted);
    const hide = () => {
      bar.remove();
      room(false);
    };
    bar.append(text, button(words.update, () => update(registration)), button(words.later, hide));
    document.body.append(bar);
    room(true);
    requestAnimationFrame(() => (text.textContent = words.fresh ?? "")); // a change is read out, a new element need not be
  }

  /**
   * Show the newest version. Leaving the page saves what is being typed.
   * @param {ServiceWorkerRegistration} registration
   */
  function update({ waiting }) {
    if (!waiting) return location.reload(); // another tab was first
    waiting.addEventListener("statechange", () => {
      if (waiting.state !== "activating") location.reload();
    });
    waiting.postMessage("update");
  }

  async function start() {
    const registration = await workers.register(address, { updateViaCache: "none" });
    const follow = () => {
      const fresh = registration.installing;
      fresh?.addEventListener("statechange", () => {
        if (wasKept && fresh.state !== "redundant") offer(registration);
      });
    };
    registration.addEventListener("updatefound", follow);
    follow();
    if (wasKept && registration.waiting) offer(registration);
    let checked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.hidden || Date.now() - checked < HOUR) return;
      checked = Date.now();
      registration.update().catch(() => {}); // no network, or no worker any more
    });
  }

  if (!location.protocol.startsWith("http") || isFramed()) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: new URL("manifest.webmanifest", root).href }));
  if (!workers || (!wasKept && /** @type {any} */ (navigator).connection?.saveData)) return;
  addEventListener("load", () => start().catch(() => {})); // a browser that keeps nothing shows the course all the same
})();
