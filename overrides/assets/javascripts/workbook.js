// My workbook: what a reader can do with all answers together.
(() => {
  "use strict";

  const { leergang } = window;
  const { store, transfer } = leergang;
  /** @type {{workbook: Record<string, string>, moments: Record<string, string>}} */
  const { workbook: words, moments } = JSON.parse(document.getElementById("leergang-words")?.textContent ?? "{}");

  class CourseWorkbook extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      /** @type {Map<string, string> | null} everything as it was before the last change */
      this.previous = null;
      /** @type {Planned[]} */
      this.planned = [];
      this.find("file").addEventListener("change", () => this.openFile());
      this.addEventListener("click", (event) => this.act(event));
      store.addEventListener("change", () => this.summarise());
      const shared = /** @type {HTMLInputElement} */ (this.querySelector("[data-act=shared]"));
      shared.checked = store.isShared();
      shared.addEventListener("change", () => {
        store.setShared(shared.checked);
        location.reload();
      });
      if (store.isShared()) this.say("shared-on");
      this.summarise();
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
      const name = button instanceof HTMLElement ? button.dataset.act : "";
      if (name === "export") this.export();
      if (name === "choose-file") this.find("file").click();
      if (name === "print") print();
      if (name === "ask-erase") this.askErase();
      if (name === "erase") this.erase();
      if (name === "take") this.take();
      if (name === "undo") this.undo();
      if (name === "close") button?.closest("dialog")?.close();
    }

    export() {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([transfer.exportAnswers()], { type: "application/json" }));
      link.download = `${store.course}-${new Date().toISOString().slice(0, 10)}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      store.noteCopied();
      navigator.storage?.persist?.(); // a reader who makes copies wants to keep what is here as well
      this.say("exported");
      this.summarise();
    }

    async openFile() {
      const [file] = this.find("file").files;
      if (!file) return;
      const found = await transfer.readAnswers(file);
      this.find("file").value = "";
      if ("problem" in found) return this.say(found.problem);
      this.planned = transfer.plan(found.items);
      const count = (/** @type {string} */ kind) => String(this.planned.filter((one) => one.difference === kind).length);
      this.find("import-summary").textContent = words["found"]
        .replace("{new}", count("new"))
        .replace("{newer}", count("newer-there"))
        .replace("{older}", count("newer-here"))
        .replace("{same}", count("same"));
      this.find("import-list").replaceChildren(...this.planned.map((one, index) => this.choice(one, index)));
      this.find("import").showModal();
    }

    /**
     * One worksheet or prompt of a file, to take over or not.
     * @param {Planned} planned
     * @param {number} index
     */
    choice({ item, difference }, index) {
      const label = document.createElement("label");
      label.className = "c-field__option";
      const box = document.createElement("input");
      box.type = "checkbox";
      box.value = String(index);
      box.checked = difference !== "same";
      box.disabled = difference === "same";
      const text = document.createElement("span");
      text.textContent = `${titleOf(item)}, ${roundOf(item)}: ${words[`is-${difference}`]}`;
      label.append(box, text);
      return label;
    }

    take() {
      const chosen = [...this.find("import-list").querySelectorAll("input:checked")].map((box) => this.planned[Number(box.value)].item);
      this.find("import").close();
      this.previous = store.snapshot();
      this.say(transfer.takeAnswers(chosen) ? "taken" : "no-room", true);
    }

    askErase() {
      const options = written().map((name) => new Option(`${titleOf(name)}, ${roundOf(name)}`, store.keyOf(name)));
      this.find("erase-one").replaceChildren(...options);
      this.find("erase").showModal();
    }

    erase() {
      const what = this.querySelector("input[name=erase]:checked")?.getAttribute("value") ?? "";
      const one = this.find("erase-one").value;
      this.find("erase").close();
      this.previous = store.snapshot();
      if (what === "one") store.erase((name) => store.keyOf(name) === one, false);
      else store.erase((name) => !what || name.round === what, !what);
      this.say("erased", true);
    }

    undo() {
      if (this.previous) store.restore(this.previous);
      this.previous = null;
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

    summarise() {
      const count = written().length;
      const aside = store.aside().length;
      const copied = store.copied();
      const parts = [count ? counted("summary", count) : words["empty"]];
      if (aside) parts.push(counted("aside", aside));
      if (count) parts.push(copied ? words["copied"].replace("{time}", longTime(copied)) : words["never-copied"]);
      this.find("summary").textContent = parts.join(" ");
      this.showLeft();
    }

    /** Answers to what this course no longer asks: readable, and in every copy. */
    showLeft() {
      const left = written().filter((name) => !elementOf(name));
      this.find("left").hidden = !left.length;
      this.find("left-list").replaceChildren(
        ...left.flatMap((name) =>
          Object.values(store.read(name).values).flatMap((answer) => {
            const asked = document.createElement("dt");
            asked.textContent = `${answer.asked} (${roundOf(name)})`;
            const said = document.createElement("dd");
            said.textContent = leergang.form.bareWords(answer.value);
            return [asked, said];
          }),
        ),
      );
    }
  }

  /** What there are answers to that say something. */
  function written() {
    return store.names().filter((name) => Object.values(store.read(name).values).some((answer) => !leergang.isEmpty(answer.value)));
  }

  /** @param {Name} name */
  function elementOf({ kind, id }) {
    return document.querySelector(`course-${kind}[data-id="${CSS.escape(id)}"]`);
  }

  /** @param {Name} name */
  function titleOf(name) {
    return elementOf(name)?.querySelector(".c-worksheet__title, [data-question]")?.textContent?.trim() ?? name.id;
  }

  /** @param {Name} name */
  function roundOf({ round }) {
    return moments[round] ?? round;
  }

  /** @param {string} time */
  function longTime(time) {
    return new Date(time).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  }

  /**
   * @param {string} key
   * @param {number} count
   */
  function counted(key, count) {
    return words[`${key}.${count === 1 ? "one" : "other"}`].replace("{count}", String(count));
  }

  customElements.define("course-workbook", CourseWorkbook);
})();
