// The workbook to read instead of to fill in: one's own answers, those in a file of someone else, or a report.
(() => {
  "use strict";

  const { leergang } = window;
  const { store, page, overview, document: documents, report, transfer } = leergang;
  const { make, fill } = page;
  const { workbook: words } = page.words;
  const FILL = "fill";
  const ORDERS = ["moment", "module", "date"];

  class Views {
    /**
     * @param {HTMLElement} root the element of the workbook
     * @param {Catalogue} catalogue
     * @param {(key: string) => void} say
     */
    constructor(root, catalogue, say) {
      this.root = root;
      this.catalogue = catalogue;
      this.say = say;
      /** @type {Opened | null} what someone else wrote, which is never stored */
      this.foreign = null;
      /** @type {Map<string, boolean>} by key, what the reader said of taking it along */
      this.chosen = new Map();
      this.choice = this.part("view");
      this.choice.addEventListener("change", () => {
        if (!ORDERS.includes(this.view)) this.foreign = null; // to do something with one's own
        this.show();
      });
      this.part("find").addEventListener("input", () => this.narrow());
      this.part("from").addEventListener("input", () => this.showDocument());
      this.show();
      addEventListener("pageshow", () => this.view !== this.shownView && this.show()); // whoever comes back finds their choice again
    }

    /**
     * @param {string} name
     * @returns {any}
     */
    part(name) {
      return this.root.querySelector(`[data-part="${name}"]`);
    }

    /** Which of them is shown. */
    get view() {
      return this.choice.value;
    }

    /** Whether what is shown can be taken along or left out, one by one. */
    get isChoosing() {
      return ["share", "report"].includes(this.view);
    }

    /** @param {Opened | null} foreign what someone else wrote; nothing to read one's own again */
    open(foreign) {
      this.foreign = foreign;
      this.choice.value = foreign ? "moment" : FILL;
      this.show();
      this.part(foreign ? "foreign" : "view").focus();
    }

    /** Show what the choice says, as it is by now. */
    show() {
      this.shownView = this.view;
      this.root.parentElement?.setAttribute("data-view", this.foreign ? "foreign" : this.view); // styles show what belongs to it
      if (this.view === FILL) return this.showProgress();
      this.showForeign();
      if (this.view === "report") this.part("hours-list").replaceChildren(...report.renderHours(this.catalogue, () => this.showDocument()));
      this.showDocument();
    }

    showForeign() {
      const { from = "", exported = "" } = this.foreign ?? {};
      const values = { from: from || words["someone"], time: page.longDate(exported) };
      this.part("foreign-text").textContent = this.foreign ? fill(words, "foreign", values) : "";
    }

    showDocument() {
      const order = ORDERS.includes(this.view) ? this.view : "moment";
      const { entries, groupOf } = overview.sortBy(this.entries(), order, this.catalogue);
      this.shown = entries;
      const render = (/** @type {Entry} */ entry) => this.renderItem(entry);
      const parts =
        this.view === "report"
          ? report.render(entries.filter((entry) => this.isChosen(entry)), this.catalogue, this.name, render)
          : [...(this.name ? [make("p", [this.name])] : []), ...documents.renderGroups(entries, groupOf, render)];
      const title = this.view === "report" ? words["report-title"] : fill(words, this.foreign ? "foreign-title" : "document-title", { from: this.name || words["someone"], course: this.catalogue.course });
      const none = entries.length ? [] : [make("p", [words["nothing"]])];
      this.part("document").replaceChildren(make("h2.c-document__title", [title]), ...none, ...parts);
      this.showLeftOut();
      this.narrow();
    }

    /** The report shows what is taken along only; what is left out can be had back from a list below it. */
    showLeftOut() {
      const left = this.view === "report" ? (this.shown ?? []).filter((entry) => !this.isChosen(entry)) : [];
      this.part("left-out").replaceChildren(
        ...left.map((entry) => make("label.c-field__option", [this.box(entry), make("span", [`${entry.title} (${entry.when})`])])),
      );
    }

    /** The name to put on what is shared, where it is asked for. */
    get name() {
      return this.isChoosing ? this.part("from").value.trim() : (this.foreign?.from ?? "");
    }

    entries() {
      return overview.entriesOf(this.foreign ? this.foreign.items : transfer.storedItems(), this.catalogue);
    }

    /** @param {Entry} entry */
    isChosen(entry) {
      return !this.isChoosing || (this.chosen.get(`${this.view}/${store.keyOf(entry.item)}`) ?? this.view === "report");
    }

    /** @param {Entry} entry */
    box(entry) {
      const box = make("input", [], { type: "checkbox", checked: this.isChosen(entry) });
      box.addEventListener("change", () => {
        this.chosen.set(`${this.view}/${store.keyOf(entry.item)}`, box.checked);
        if (this.view === "report") this.showFrom(box);
        else box.closest(".c-document__item").classList.toggle("is-left-out", !box.checked);
      });
      return box;
    }

    /**
     * Show the document anew, with the focus on the box that comes in the place of this one, or else on the nearest.
     * @param {HTMLElement} box
     */
    showFrom(box) {
      const boxes = (/** @type {Element | null} */ around) =>
        /** @type {HTMLElement[]} */ ([...(around?.querySelectorAll("input[type=checkbox]") ?? [])]).filter((one) => one.offsetParent);
      const part = box.closest("[data-part]");
      const place = boxes(part).indexOf(box);
      this.showDocument();
      (boxes(part)[place] ?? boxes(part).at(-1) ?? boxes(this.part("reading")).at(-1))?.focus();
    }

    /** @param {Entry} entry */
    renderItem(entry) {
      const made = documents.renderEntry(entry, (field) => this.besideOwn(entry, field));
      made.classList.toggle("is-left-out", !this.isChosen(entry));
      const label = make("label.c-field__option", [this.isChoosing ? this.box(entry) : "", make("span", [words["take-along"]])]);
      if (this.isChoosing) made.querySelector("h3")?.after(make("p.c-document__screen", [label]));
      return made;
    }

    /**
     * One's own answer below that of someone else.
     * @param {Entry} entry
     * @param {string} field
     */
    besideOwn(entry, field) {
      const own = this.foreign ? store.read(entry.item).values[field] : undefined;
      if (!own || leergang.isEmpty(own.value)) return [];
      const box = /** @type {HTMLElement | null} */ (entry.element?.querySelector(`[data-field="${CSS.escape(field)}"]`) ?? null);
      const parts = documents.renderValue(box, own.value);
      return [make("blockquote.c-document__own", [make("p", [make("strong", [words["own-answer"]])]), ...parts])];
    }

    /** Leave only what holds the words that the reader looks for. */
    narrow() {
      const wanted = folded(this.part("find").value).split(/\s+/).filter(Boolean);
      let count = 0;
      for (const item of this.part("document").querySelectorAll(".c-document__item")) {
        const text = folded(item.textContent ?? "");
        item.hidden = !wanted.every((word) => text.includes(word));
        count += Number(!item.hidden);
      }
      for (const group of this.part("document").querySelectorAll(":scope > section")) {
        const items = [...group.querySelectorAll(".c-document__item")];
        group.hidden = items.length > 0 && items.every((item) => /** @type {HTMLElement} */ (item).hidden);
      }
      this.part("found").textContent = wanted.length ? fill(words, "found-count", { count }) : "";
    }

    /** What is taken along; whoever takes nothing is told to choose. */
    taken() {
      const found = (this.shown ?? []).filter((entry) => this.isChosen(entry)).map(({ item }) => item);
      if (!found.length) this.say("choose-first");
      return found;
    }

    /** What is shown and taken along, as a piece to copy. */
    copy() {
      if (!this.taken().length) return;
      const copied = this.part("document").cloneNode(true);
      for (const gone of copied.querySelectorAll("[hidden], .is-left-out, .c-document__screen")) gone.remove();
      for (const group of copied.querySelectorAll("section")) if (group.children.length < 2) group.remove();
      this.say(page.copy(copied) ? "is-copied" : "not-copied");
    }

    /** What was chosen, as a file for someone else. */
    share() {
      const items = this.taken();
      if (!items.length) return;
      page.download(transfer.shareAnswers(items, this.name), transfer.fileName(words["share-name"]));
      this.say("is-shared");
    }

    showProgress() {
      const rows = overview.progress(this.catalogue).map(({ title, id, filled, empty }) => {
        const all = filled + empty.length;
        const bar = make("progress", [], { max: all, value: filled });
        bar.setAttribute("aria-label", title);
        const offered = make("details", [make("summary", [words["still-empty"]]), make("ul", empty.map(linkTo))]);
        return make("li", [make("a", [title], { href: `#${id}` }), " ", bar, ` ${fill(words, "progress", { filled, all })}`, empty.length ? offered : ""]);
      });
      const open = [...this.part("progress").querySelectorAll("details")].map((one) => one.open);
      this.part("progress").replaceChildren(...rows);
      [...this.part("progress").querySelectorAll("details")].forEach((one, index) => (one.open = Boolean(open[index])));
    }
  }

  /**
   * A link to an empty form.
   * @param {HTMLElement} form
   */
  function linkTo(form) {
    const target = form.querySelector(".c-worksheet__title[id]") ?? form.closest(".c-reflection");
    const title = form.querySelector(".c-worksheet__title, [data-question]")?.textContent?.trim() ?? "";
    return make("li", [make("a", [title], { href: `#${target?.id ?? ""}` })]);
  }

  /** @param {string} text */
  function folded(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  Object.assign(leergang, { Views });
})();
