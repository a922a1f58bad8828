// Opens the search box, and only then loads what it searches with: script elements, since a page on a disk loads nothing else.
(() => {
  "use strict";

  const here = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const root = new URL("../../", here);
  const opener = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-search-open]"));
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog[data-search]"));
  /** @type {Promise<void> | undefined} */
  let loading;

  /** @param {string} address */
  function add(address) {
    return new Promise((done, failed) => {
      const script = Object.assign(document.createElement("script"), { src: address, async: false, onload: done, onerror: failed });
      document.head.append(script);
    });
  }

  /** @param {HTMLDialogElement} box */
  async function load(box) {
    const ours = ["search-analysis", "search-index", "search-engine", "search-box"];
    const names = window.leergang?.page ? ours : ["elements", ...ours];
    await Promise.all([new URL("search/index.js", root).href, ...names.map((name) => new URL(`${name}.js`, here).href)].map(add));
    new window.leergang.SearchBox(box, root);
  }

  /**
   * @param {HTMLDialogElement} box
   * @param {string} [asked] what to look for
   */
  async function open(box, asked) {
    if (!box.open) box.showModal();
    const field = /** @type {HTMLInputElement} */ (box.querySelector("input"));
    if (!field.role) Object.assign(field, { role: "combobox", ariaExpanded: "false" }); // in the page there is nothing to choose from yet
    if (asked !== undefined) field.value = asked;
    field.select();
    const status = /** @type {HTMLElement} */ (box.querySelector("[data-search-status]"));
    if (loading) return;
    status.textContent = status.dataset.loading ?? "";
    loading = load(box);
    loading.catch(() => {
      loading = undefined;
      status.textContent = status.dataset.failed ?? "";
    });
  }

  if (!opener || !dialog) return;
  opener.addEventListener("click", () => open(dialog));
  dialog.addEventListener("click", ({ target }) => {
    const closes = target === dialog || (target instanceof Element && target.closest("[data-search-close]"));
    if (closes) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // a search field would only be emptied by it
    dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    // Not at a letter alone: people who speak to their computer would press it all the time.
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open(dialog);
  });
  // The page for an address that doesn't exist leads here, with what its name says.
  const asked = new URLSearchParams(location.hash.slice(1)).get("search");
  if (asked !== null) open(dialog, asked);
})();
