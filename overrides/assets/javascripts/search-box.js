// The box: what is typed is answered at once, as a list that arrow keys walk through. The pattern is that of an ARIA
// combobox: the focus stays in the field, which says which result is the active one.
(() => {
  "use strict";

  const { leergang } = window;
  const { make, fill } = leergang.page;
  const BEST = 3;
  const TIPS = ["try-spelling", "try-fewer", "try-other"];

  class SearchBox {
    /**
     * @param {HTMLDialogElement} dialog
     * @param {URL} root where the site begins
     */
    constructor(dialog, root) {
      this.dialog = dialog;
      this.root = root;
      this.words = leergang.index.words;
      this.engine = new leergang.SearchEngine(leergang.index);
      this.input = /** @type {HTMLInputElement} */ (dialog.querySelector("input[type=search]"));
      this.status = this.part("[data-search-status]");
      this.hint = this.part("[data-search-hint]");
      this.list = this.part("[data-search-results]");
      /** @type {HTMLElement[]} */
      this.options = [];
      this.active = -1;
      this.input.addEventListener("input", () => this.show());
      this.input.addEventListener("keydown", (event) => this.press(event));
      this.list.addEventListener("click", ({ target }) => {
        if (target instanceof Element && target.closest("a")) dialog.close(); // the place may be on this very page
      });
      this.show();
    }

    /** @param {string} selector */
    part(selector) {
      return /** @type {HTMLElement} */ (this.dialog.querySelector(selector));
    }

    /** Answer what stands in the field. */
    show() {
      const question = this.input.value.trim();
      const { results, stems } = question ? this.engine.search(this.input.value.trimStart()) : { results: [], stems: new Set() };
      this.options = [];
      this.list.replaceChildren(...groupsOf(results).map(({ name, found }) => this.group(name, found, stems)));
      this.list.scrollTop = 0;
      this.input.setAttribute("aria-expanded", String(results.length > 0));
      this.activate(-1);
      this.hint.hidden = question !== "" && results.length > 0;
      this.hint.replaceChildren(...(question ? [this.tips()] : [this.words["start"] ?? ""]));
      this.status.textContent = question ? fill(this.words, results.length ? "found" : "none", { count: results.length, question }) : "";
    }

    /** What to do when nothing is found. */
    tips() {
      return make("span.c-search__tips", TIPS.map((key) => make("span", [this.words[key] ?? ""])));
    }

    /**
     * @param {string} name a kind, or `best`
     * @param {SearchResult[]} found
     * @param {Set<string>} stems
     * @returns {HTMLElement}
     */
    group(name, found, stems) {
      const title = make("p.c-search__group", [this.words[name === "best" ? name : `group-${name}`] ?? ""], { id: `search-${name}` });
      title.setAttribute("role", "presentation");
      const group = make("div", [title, ...found.map((result) => this.option(result, name === "best", stems))]);
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", title.id);
      return group;
    }

    /**
     * @param {SearchResult} result
     * @param {boolean} mixed whether others beside it are of another kind
     * @param {Set<string>} stems
     * @returns {HTMLElement}
     */
    option({ document: { kind, title }, section, url }, mixed, stems) {
      const { engine } = this;
      const kindName = mixed ? (this.words[`kind-${kind}`] ?? "") : "";
      const heading = section.heading && section.heading !== title ? section.heading : "";
      const where = [kindName, kindName && heading ? " · " : "", ...marks(engine.marked(heading, stems))].filter(Boolean);
      const option = make(
        "a.c-search__result",
        [
          make("span.c-search__title", marks(engine.marked(title, stems))),
          ...(where.length ? [" ", make("span.c-search__where", where)] : []),
          " ",
          make("span.c-search__text", marks(engine.snippet(section.text, stems))),
        ],
        { href: new URL(url, this.root).href, id: `search-result-${this.options.length}`, tabIndex: -1 },
      );
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.searchResult = "";
      this.options.push(option);
      return option;
    }

    /** @param {KeyboardEvent} event */
    press(event) {
      const last = this.options.length - 1;
      if (event.isComposing || last < 0) return;
      const steps = { ArrowDown: this.active === last ? -1 : this.active + 1, ArrowUp: this.active < 0 ? last : this.active - 1 };
      if (event.key === "Enter") {
        event.preventDefault();
        this.options[Math.max(0, this.active)]?.click();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        this.activate(steps[event.key]);
      }
    }

    /** @param {number} number of the result; -1 for none of them */
    activate(number) {
      this.options[this.active]?.setAttribute("aria-selected", "false");
      this.active = number;
      const option = this.options[number];
      if (!option) return this.input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    }
  }

  /**
   * Results by kind, the kind of the best one first; where there are many of several kinds, the very best stand above them.
   * @param {SearchResult[]} results
   */
  function groupsOf(results) {
    const kinds = new Set(results.map(({ document }) => document.kind));
    const apart = results.length > BEST && kinds.size > 1 ? BEST : 0;
    const rest = results.slice(apart);
    const groups = [...new Set(rest.map(({ document }) => document.kind))].map((name) => ({ name, found: rest.filter(({ document }) => document.kind === name) }));
    return apart ? [{ name: "best", found: results.slice(0, apart) }, ...groups] : groups;
  }

  /** @param {SearchPiece[]} pieces */
  function marks(pieces) {
    return pieces.map(({ text, marked }) => (marked ? make("mark", [text]) : text));
  }

  Object.assign(leergang, { SearchBox });
})();
