// Worksheets and prompts that keep what is written in them. Their HTML reads, fills and prints without this.
(() => {
  "use strict";

  const leergang = /** @type {any} */ (window).leergang;
  const { store, form: forms } = leergang;
  /** @type {{words: Record<string, string>, moments: Record<string, string>}} */
  const { words, moments } = JSON.parse(document.getElementById("leergang-words")?.textContent ?? "{}");
  const PAUSE = 500;
  const KINDS = new Map([["COURSE-WORKSHEET", "worksheet"], ["COURSE-REFLECTION", "reflection"]]);

  class CourseAnswers extends HTMLElement {
    connectedCallback() {
      const form = this.querySelector("form");
      if (!form || this.dataset.ready) return;
      this.dataset.ready = "yes";
      this.form = form;
      this.fields = forms.fieldsOf(form);
      /** @type {Record<string, string>} when each shown answer was written */
      this.base = {};
      /** @type {Record<string, unknown>} what each field holds in the store */
      this.shown = {};
      /** @type {Set<string>} */
      this.dirty = new Set();
      this.timer = 0;
      this.status = document.createElement("p");
      this.status.className = "c-answers__status";
      this.status.setAttribute("role", "status");
      form.append(this.status);
      const formerly = new Map();
      for (const [id, box] of this.fields) for (const old of list(box.dataset.formerly)) formerly.set(old, id);
      store.carryOver(this.kind, this.dataset.id, list(this.dataset.formerly), formerly);
      this.round = this.chooseRound();
      if ("repeat" in this.dataset) this.offerRounds();
      form.addEventListener("input", (event) => this.typed(event));
      form.addEventListener("change", (event) => this.typed(event));
      form.addEventListener("submit", (event) => event.preventDefault());
      store.addEventListener("change", (/** @type {CustomEvent} */ event) => {
        if (!event.detail || this.concerns(event.detail)) this.show();
      });
      for (const table of form.querySelectorAll("table[data-rows=free]")) this.offerRows(table);
      this.show();
    }

    get kind() {
      return KINDS.get(this.tagName) ?? "";
    }

    /** What the store calls these answers. */
    get answers() {
      return { kind: this.kind, id: this.dataset.id, round: this.round };
    }

    /**
     * Whether something of these answers is shown here: they themselves, those of another round, or those to a question
     * that is asked again here.
     * @param {{kind: string, id: string}} changed
     */
    concerns({ kind, id }) {
      const again = [...this.fields.values()].map((box) => (box.dataset.sameAs ?? "").split("/")[0]);
      return kind === this.kind && (id === this.dataset.id || again.includes(id));
    }

    /** The moment; of what may be filled in again the last date that was, or else today. */
    chooseRound() {
      if (!("repeat" in this.dataset)) return this.dataset.moment ?? "";
      return store.rounds(this.kind, this.dataset.id).at(-1) ?? today();
    }

    /** Offer the dates on which this was filled in, and a new one. */
    offerRounds() {
      const label = document.createElement("label");
      const choice = document.createElement("select");
      label.append(words["round"], " ", choice);
      const fresh = button(words["new-round"], () => this.goTo(today()));
      const bar = document.createElement("p");
      bar.className = "c-answers__rounds";
      bar.append(label, fresh);
      this.form.before(bar);
      choice.addEventListener("change", () => this.goTo(choice.value));
      const fill = () => {
        const rounds = [...new Set([...store.rounds(this.kind, this.dataset.id), this.round])].sort();
        choice.replaceChildren(...rounds.map((round) => new Option(longDate(round), round, false, round === this.round)));
        bar.hidden = rounds.length === 1 && rounds[0] === today();
        fresh.hidden = rounds.includes(today());
      };
      store.addEventListener("change", fill);
      this.addEventListener("round", fill);
      fill();
    }

    /** @param {string} round */
    goTo(round) {
      this.save();
      this.round = round;
      this.base = Object.fromEntries([...this.fields.keys()].map((id) => [id, "?"]));
      this.show();
      this.dispatchEvent(new Event("round"));
    }

    /** @param {Event} event */
    typed(event) {
      const box = event.target instanceof Element ? event.target.closest("[data-field]") : null;
      const id = box instanceof HTMLElement ? (box.dataset.field ?? "") : "";
      // A browser tells a change when a field is left, also of what another page changed in it.
      if (!id || leergang.isSame(forms.readField(box), this.shown[id])) return;
      this.dirty.add(id);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), PAUSE);
    }

    /** Save every field that was typed in, and say so. */
    save() {
      clearTimeout(this.timer);
      if (!this.dirty.size) return;
      /** @type {Record<string, any>} */
      const changes = {};
      for (const id of this.dirty) {
        const box = this.fields.get(id);
        this.shown[id] = forms.readField(box);
        changes[id] = { value: this.shown[id], asked: forms.questionOf(box), base: this.base[id] ?? "" };
      }
      const written = [...this.dirty];
      this.dirty.clear();
      const { outcome, values } = store.write(this.answers, changes);
      for (const id of written) if (values[id]) this.base[id] = values[id].updated;
      this.tell(outcome);
    }

    /** Show what is stored, in every field that isn't being typed in. */
    show() {
      const { values, state } = store.read(this.answers);
      for (const [id, box] of this.fields) {
        if (this.dirty.has(id)) continue;
        const answer = values[id];
        if ((answer?.updated ?? "") !== (this.base[id] ?? "")) {
          forms.writeField(box, answer?.value);
          this.base[id] = answer?.updated ?? "";
        }
        this.shown[id] = forms.readField(box);
        this.showNotices(box, id, answer);
        this.showEarlier(box, id);
      }
      if (state === "newer") this.tell("newer");
    }

    /**
     * What a reader should know of an answer: another text that was kept, and a question that has changed since.
     * @param {HTMLElement} box
     * @param {string} id
     * @param {any} answer
     */
    showNotices(box, id, answer) {
      for (const old of box.querySelectorAll(":scope > .c-answers__notice")) old.remove();
      if (!answer) return;
      const asked = forms.questionOf(box);
      if (!leergang.isEmpty(answer.value) && plain(answer.asked) !== plain(asked)) {
        const keep = button(words["still-true"], () => {
          store.write(this.answers, { [id]: { value: answer.value, asked, base: answer.updated } });
        });
        box.append(notice(`${words.asked} "${answer.asked}"`, [keep]));
      }
      for (const text of answer.kept ?? []) {
        const use = button(words["use-this"], () => {
          store.write(this.answers, { [id]: { value: text.value, asked, base: "" } });
        });
        const drop = button(words["drop-this"], () => store.settle(this.answers, id));
        box.append(notice(`${words.kept} ${leergang.form.wordsOf(box, text.value)}`, [use, drop]));
      }
    }

    /**
     * What was answered to the same question at another moment, or on the worksheet that asked it first.
     * @param {HTMLElement} box
     * @param {string} id
     */
    showEarlier(box, id) {
      const [sheet, field] = (box.dataset.sameAs ?? "").split("/");
      const other = sheet ? store.rounds(this.kind, sheet).map((round) => ({ kind: this.kind, id: sheet, round })) : [];
      const own = store.rounds(this.kind, this.dataset.id).map((round) => ({ ...this.answers, round }));
      const found = [...other.map((name) => ({ name, field })), ...own.filter((name) => name.round !== this.round).map((name) => ({ name, field: id }))]
        .map(({ name, field }) => ({ round: name.round, answer: store.read(name).values[field] }))
        .filter(({ answer }) => answer && !leergang.isEmpty(answer.value));
      const shown = JSON.stringify(found);
      if (box.dataset.earlier === shown) return;
      box.dataset.earlier = shown;
      for (const old of box.querySelectorAll(":scope > .c-answers__earlier")) old.remove();
      for (const { round, answer } of found) {
        const made = document.createElement("details");
        made.className = "c-field__example c-answers__earlier";
        const summary = document.createElement("summary");
        summary.textContent = `${words["earlier"]} ${moments[round] ?? longDate(round)} (${longDate(answer.updated)})`;
        const says = document.createElement("p");
        says.textContent = forms.wordsOf(box, answer.value);
        made.append(summary, says);
        box.append(made);
      }
    }

    /** @param {string} outcome */
    tell(outcome) {
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      if (this.status) {
        this.status.textContent = (words[store.isShared() && outcome === "saved" ? "saved-session" : outcome] ?? "").replace("{time}", time);
        this.status.dataset.outcome = outcome;
      }
    }

    /** @param {HTMLElement} table */
    offerRows(table) {
      const add = button(words["add-row"], () => {
        forms.addRow(table).querySelector("input, textarea")?.focus();
        limit();
      });
      const drop = button(words["drop-row"], () => {
        forms.dropRow(table);
        limit();
      });
      const limit = () => {
        add.disabled = table.querySelectorAll("tbody tr").length >= Number(table.dataset.max);
        drop.disabled = !forms.canDropRow(table);
      };
      const bar = document.createElement("p");
      bar.className = "c-answers__rows";
      bar.append(add, drop);
      table.parentElement?.after(bar);
      table.addEventListener("input", limit);
      store.addEventListener("change", limit);
      limit();
    }
  }

  /**
   * @param {string} label
   * @param {() => void} act
   */
  function button(label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "c-button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  /**
   * @param {string} text
   * @param {HTMLElement[]} actions
   */
  function notice(text, actions) {
    const made = document.createElement("div");
    made.className = "c-answers__notice";
    const says = document.createElement("p");
    says.textContent = text;
    made.append(says, ...actions);
    return made;
  }

  /** @param {string | undefined} text words with spaces between */
  function list(text) {
    return (text ?? "").split(" ").filter(Boolean);
  }

  /** @param {string} text a question without what doesn't change it: spaces, capitals and punctuation */
  function plain(text) {
    return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  /** @param {string} date an ISO date or time */
  function longDate(date) {
    const parsed = new Date(date.length === 10 ? `${date}T12:00` : date);
    const language = document.documentElement.lang;
    return isNaN(parsed.getTime()) ? date : parsed.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /** @type {NodeListOf<CourseAnswers>} */
  const all = document.querySelectorAll("course-worksheet, course-reflection");
  const saveAll = () => all.forEach((one) => one.save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saveAll());
  addEventListener("pagehide", saveAll);
  customElements.define("course-worksheet", class extends CourseAnswers {});
  customElements.define("course-reflection", class extends CourseAnswers {});
})();
