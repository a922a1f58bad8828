// My workbook: what a reader can do with all answers together.
(() => {
  "use strict";

  const { leergang } = window;
  const { store, transfer, overview, page, Views } = leergang;
  const { make, fill } = page;
  const { workbook: words } = page.words;
  const PAUSE = 200;

  class CourseWorkbook extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      this.takeBack = () => {}; // what undoes the last act
      this.beside = store.beside();
      /** @type {Planned[]} */
      this.planned = [];
      /** @type {Opened | null} the file that was chosen last */
      this.opened = null;
      /** @type {Catalogue} */
      this.catalogue = JSON.parse(this.find("catalogue").textContent);
      this.views = new Views(this, this.catalogue, (key) => this.say(key));
      this.find("file").addEventListener("change", () => this.openFile());
      this.addEventListener("click", (event) => this.act(event));
      this.later = 0;
      for (const one of [store, this.beside]) one.addEventListener("change", () => this.refreshSoon());
      this.onTick("shared", (ticked) => {
        store.setShared(ticked);
        location.reload();
      }).checked = store.isShared();
      this.onTick("tick-all", (ticked) => this.tickAll(ticked));
      if (store.isShared()) this.say("shared-on");
      this.summarise();
    }

    /**
     * @param {string} name
     * @param {(ticked: boolean) => void} act
     */
    onTick(name, act) {
      const box = /** @type {HTMLInputElement} */ (this.querySelector(`[data-act=${name}]`));
      box.addEventListener("change", () => act(box.checked));
      return box;
    }

    /**
     * @param {string} name
     * @returns {any}
     */
    find(name) {
      return this.querySelector(`[data-part="${name}"]`);
    }

    /** @param {Event} event */
    act(event) {
      const button = event.target instanceof Element ? event.target.closest("button[data-act]") : null;
      const name = button instanceof HTMLElement ? (button.dataset.act ?? "") : "";
      /** @type {Record<string, () => void>} */
      const acts = {
        "export": () => this.export(),
        "choose-file": () => this.find("file").click(),
        "print": () => print(),
        "copy": () => this.views?.copy(),
        "share-file": () => this.views?.share(),
        "ask-erase": () => this.askErase(),
        "erase": () => this.erase(),
        "take": () => this.take(),
        "read": () => this.read(),
        "close-foreign": () => this.views?.open(null),
        "undo": () => this.undo(),
        "close": () => button?.closest("dialog")?.close(),
      };
      acts[name]?.();
    }

    export() {
      transfer.saveCopy();
      this.say("exported");
      this.summarise();
    }

    async openFile() {
      const [file] = this.find("file").files;
      if (!file) return;
      const found = await transfer.readAnswers(file);
      this.find("file").value = "";
      if ("problem" in found) return this.say(found.problem);
      this.opened = found;
      this.planned = transfer.plan(found.items);
      const count = (/** @type {string} */ kind) => this.planned?.filter((one) => one.difference === kind).length ?? 0;
      this.find("import-summary").textContent = fill(words, "found", {
        new: count("new"), newer: count("newer-there"), older: count("newer-here"), same: count("same"),
      });
      this.find("import-shared").hidden = !found.shared;
      this.find("import-shared").textContent = fill(words, "import-shared", { from: found.from || words["someone"] });
      const entries = overview.entriesOf(found.items, /** @type {Catalogue} */ (this.catalogue));
      this.find("import-list").replaceChildren(...this.planned.map((one, index) => this.choice(one, index, entries)));
      this.tickAll(!found.shared);
      this.find("import").showModal();
    }

    /**
     * One worksheet or prompt of a file, to take over or not.
     * @param {Planned} planned
     * @param {number} index
     * @param {Entry[]} entries
     */
    choice({ item, difference }, index, entries) {
      const box = make("input", [], { type: "checkbox", value: String(index), disabled: difference === "same" });
      const entry = entries.find((one) => one.item === item);
      const key = `is-${difference}`;
      const text = make("span", [`${entry?.title ?? item.id}, ${entry?.when ?? item.round}: ${words[key]}`]);
      return make("label.c-field__option", [box, text]);
    }

    /** @param {boolean} ticked what is someone else's only when the reader says so */
    tickAll(ticked) {
      for (const box of this.querySelectorAll("[data-act=tick-all], [data-part=import-list] input:enabled")) {
        /** @type {HTMLInputElement} */ (box).checked = ticked;
      }
    }

    /** Look at what is in a file without taking any of it over. */
    read() {
      this.find("import").close();
      this.views?.open(this.opened ?? null);
      this.say("is-reading");
    }

    take() {
      const chosen = [...this.find("import-list").querySelectorAll("input:checked")].map((box) => this.planned?.[Number(box.value)].item);
      this.find("import").close();
      let fits = false;
      const undo = store.undoable(() => (fits = transfer.takeAnswers(/** @type {Item[]} */ (chosen))));
      this.done(fits ? "taken" : "no-room", [undo]);
    }

    askErase() {
      const options = this.entries().map(({ title, when, item }) => new Option(`${title}, ${when}`, store.keyOf(item)));
      this.find("erase-one").replaceChildren(...options);
      this.find("erase").showModal();
    }

    erase() {
      const what = this.querySelector("input[name=erase]:checked")?.getAttribute("value") ?? "";
      const one = this.find("erase-one").value;
      this.find("erase").close();
      if (!what) return this.done("erased", [store, this.beside].map((all) => all?.undoable(() => all.erase(() => true, true))));
      const title = this.catalogue?.moments.find(({ id }) => id === what)?.title;
      const below = new Set(this.entries().filter(({ moment }) => moment === title).map(({ item }) => store.keyOf(item)));
      const wanted = (/** @type {Name} */ name) => (what === "one" ? store.keyOf(name) === one : name.round === what || below.has(store.keyOf(name)));
      this.done("erased", [store.undoable(() => store.erase(wanted, false))]);
    }

    /**
     * Say what was done and offer to undo it, or that nothing changed.
     * @param {string} key
     * @param {((() => void) | null | undefined)[]} undo
     */
    done(key, undo) {
      this.takeBack = () => undo.forEach((back) => back?.());
      const changed = undo.some(Boolean);
      this.say(changed ? key : "unchanged", changed);
    }

    undo() {
      this.takeBack?.();
      this.say("undone");
    }

    /**
     * @param {string} key
     * @param {boolean} [canUndo]
     */
    say(key, canUndo = false) {
      this.find("message").textContent = words[key];
      this.find("undo").hidden = !canUndo;
    }

    /** @param {AnswerStore} [from] */
    entries(from) {
      return overview.entriesOf(transfer.storedItems(from), /** @type {Catalogue} */ (this.catalogue));
    }

    refreshSoon() {
      clearTimeout(this.later);
      this.later = setTimeout(() => this.refresh(), PAUSE);
    }

    refresh() {
      this.summarise();
      this.views?.show();
    }

    summarise() {
      const entries = this.entries();
      const aside = store.aside().length;
      const copied = store.noted("copied");
      const since = entries.filter(({ updated }) => updated > copied).length;
      const beside = this.entries(this.beside).length;
      const parts = entries.length ? [fill(words, "summary", { count: entries.length })] : beside ? [] : [words["empty"]];
      if (beside) parts.push(fill(words, store.isShared() ? "left-on-device" : "left-in-window", { count: beside }));
      if (entries.some(({ element }) => !element)) parts.push(words["left-too"]);
      if (aside) parts.push(fill(words, "aside", { count: aside }));
      if (entries.length) parts.push(copied ? fill(words, "copied", { time: page.longTime(copied) }) : words["never-copied"]);
      if (copied && since) parts.push(fill(words, "since-copy", { count: since }));
      this.find("summary").textContent = parts.join(" ");
    }
  }

  customElements.define("course-workbook", CourseWorkbook);
})();
