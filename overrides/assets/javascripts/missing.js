// On the page for an address that doesn't exist: finds where the course begins, from wherever the address pointed.
(() => {
  "use strict";

  const PROOF = "assets/javascripts/search.js"; // the worker keeps it, so that it's found without a network too
  const WORD = "data-search-open";
  const main = /** @type {HTMLElement} */ (document.querySelector("[data-missing]"));
  const part = (/** @type {string} */ name) => /** @type {HTMLAnchorElement} */ (main.querySelector(`[data-${name}]`));

  /** @param {URL} folder */
  async function isRoot(folder) {
    try {
      const found = await fetch(new URL(PROOF, folder));
      return found.ok && (await found.text()).includes(WORD); // some servers have an answer to everything
    } catch {
      return false;
    }
  }

  async function findRoot() {
    const { href, protocol } = location;
    const { missing } = main.dataset;
    if (missing && href.startsWith(missing)) return new URL(missing);
    const here = new URL(".", href);
    if (protocol === "file:") return here; // nobody shows it there but who opens it itself
    for (let folder = here; ; folder = new URL("..", folder)) {
      if (await isRoot(folder)) return folder;
      if (folder.pathname === "/") return null;
    }
  }

  /** What the address was about, as words: the name of the page. */
  function wanted() {
    const name = location.pathname.replace(/(\/index)?(\.\w+)?\/*$/, "").split("/").at(-1) ?? "";
    try {
      return decodeURIComponent(name).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    } catch {
      return "";
    }
  }

  findRoot().then((root) => {
    if (!root) return;
    const home = new URL("index.html", root);
    part("home").href = home.href;
    home.hash = `search=${encodeURIComponent(wanted())}`;
    part("search").href = home.href;
    for (const name of ["ways", "search", "by-hand"]) part(name).hidden = name === "by-hand";
  });
})();
