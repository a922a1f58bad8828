// Worksheets and prompts that keep what is written in them. Their HTML reads, fills and prints without this.
(() => {
  "use strict";

  const { leergang } = window;
  const { store, form: forms, dates, transfer } = leergang;
  const { make, button, longDate, isoDate } = leergang.page;
  const { answers: words, moments } = leergang.page.words;
  const gap = /** @type {Gap | undefined} */ (/** @type {unknown} */ (leergang.page.words.gap));
  const PAUSE = 500;
  const WEEK = 7 * 24 * 60 * 60 * 1000;

  /** What keeps the answers in one form in step with the store. */
  class Answers {
    /**
     * @param {HTMLElement} element the custom element
     * @param {string} kind
     * @param {HTMLFormElement} form
     */
    constructor(element, kind, form) {
      this.element = element;
      this.kind = kind;
      this.id = element.dataset.id ?? "";
      this.form = form;
      this.fields = forms.fieldsOf(form);
      /** @type {Record<string, Pick<Answer, "updated" | "value">>} the stored answer that each field shows */
      this.base = {};
      /** @type {Record<string, unknown>} what each field holds in the store */
      this.shown = {};
      /** @type {Set<string>} fields that were typed in since they were saved */
      this.dirty = new Set();
      this.timer = 0;
      this.status = make("p.c-answers__status", [], { role: "status" });
      form.append(this.status);
      dates.acceptTyped(form);
      this.carryOver();
      this.round = this.chooseRound();
      if ("repeat" in element.dataset) this.offerRounds();
      this.listen();
      for (const table of form.querySelectorAll("table[data-rows=free]")) offerRows(/** @type {HTMLElement} */ (table));
      for (const [id, box] of this.fields) if (!leergang.isEmpty(forms.readField(box))) this.dirty.add(id); // typed before this was loaded
      this.show();
      this.save();
      if (store.isShared()) this.tell("shared");
      if (kind === "worksheet" && !document.querySelector("course-workbook")) this.offerHandingOn();
    }

    /** A worksheet that was made together goes to the others as a file or as text. */
    offerHandingOn() {
      const says = make("p.c-answers__handed", [], { role: "status" });
      const give = (/** @type {(item: Item) => string} */ act) => () => {
        this.save();
        const item = { ...this.name, values: store.read(this.name).values };
        const written = Object.values(item.values).some((answer) => !leergang.isEmpty(answer.value));
        says.textContent = words[written ? act(item) : "nothing"];
      };
      const file = button(words["hand-on-file"], give((item) => {
        leergang.page.download(transfer.shareAnswers([item], ""), transfer.fileName(this.id));
        return "handed-on";
      }));
      const text = button(words["hand-on-copy"], give((item) => (leergang.page.copy(leergang.document.renderEntry(this.entry(item))) ? "is-copied" : "not-copied")));
      const bar = make("p.c-answers__rows", [file, text]);
      this.form.after(make("details.c-field__example c-answers__hand-on", [make("summary", [words["hand-on"]]), make("p", [words["hand-on-text"]]), bar, says]));
    }

    /**
     * @param {Item} item these answers
     * @returns {Entry}
     */
    entry(item) {
      const title = this.element.querySelector(".c-worksheet__title")?.textContent ?? document.querySelector("h1")?.firstChild?.textContent ?? this.id;
      const when = moments[this.round] ?? longDate(this.round);
      const updated = Object.values(item.values).map((answer) => answer.updated).sort().at(-1) ?? "";
      return { item, element: this.element, title: title.trim(), moment: when, when, module: "", goals: [], updated };
    }

    /** What the store calls these answers. */
    get name() {
      return { kind: this.kind, id: this.id, round: this.round };
    }

    listen() {
      this.form.addEventListener("input", (event) => this.typed(event));
      this.form.addEventListener("change", (event) => this.typed(event));
      this.form.addEventListener("submit", (event) => event.preventDefault());
      store.addEventListener("taken", () => this.carryOver());
      store.addEventListener("change", (event) => {
        const changed = /** @type {CustomEvent<Name | null>} */ (event).detail;
        if (!changed || this.concerns(changed)) this.show();
      });
    }

    /** Bring along what was answered when this worksheet, prompt or field had another id. */
    carryOver() {
      /** @type {Map<string, string>} */
      const formerly = new Map();
      for (const [id, box] of this.fields) for (const old of list(box.dataset.formerly)) formerly.set(old, id);
      store.carryOver(this.kind, this.id, list(this.element.dataset.formerly), formerly);
    }

    /**
     * Whether something of these answers is shown here: they themselves, those of another round, or those to a question
     * that is asked again here.
     * @param {Name} changed
     */
    concerns({ kind, id }) {
      const again = [...this.fields.values()].map((box) => (box.dataset.sameAs ?? "").split("/")[0]);
      return kind === this.kind && (id === this.id || again.includes(id));
    }

    /** The moment; of what may be filled in again the last date that was, or else today. */
    chooseRound() {
      if (!("repeat" in this.element.dataset)) return this.element.dataset.moment ?? "";
      return store.rounds(this.kind, this.id).at(-1) ?? isoDate();
    }

    /** Offer the dates on which this was filled in, and a new one. */
    offerRounds() {
      const choice = make("select");
      const fresh = button(words["new-round"], () => this.goTo(isoDate()));
      const bar = make("p.c-answers__rounds", [make("label", [words["round"], " ", choice]), fresh]);
      this.form.before(bar);
      choice.addEventListener("change", () => this.goTo(choice.value));
      this.fillRounds = () => {
        const rounds = [...new Set([...store.rounds(this.kind, this.id), this.round])].sort();
        choice.replaceChildren(...rounds.map((round) => new Option(longDate(round), round, false, round === this.round)));
        bar.hidden = rounds.length === 1 && rounds[0] === isoDate();
        fresh.hidden = rounds.includes(isoDate());
      };
      let day = isoDate();
      const turn = () => {
        if (day === isoDate()) return;
        day = isoDate();
        if (store.rounds(this.kind, this.id).includes(this.round) || this.dirty.size) this.fillRounds?.();
        else this.goTo(day); // nothing was written yet
      };
      for (const event of ["visibilitychange", "pageshow", "focus", "focusin"]) addEventListener(event, turn); // left open for days
    }

    /** @param {string} round */
    goTo(round) {
      this.save();
      this.round = round;
      this.base = Object.fromEntries([...this.fields.keys()].map((id) => [id, { updated: "?", value: "" }]));
      this.show();
    }

    /** @param {Event} event */
    typed(event) {
      const box = event.target instanceof Element ? event.target.closest("[data-field]") : null;
      const id = box instanceof HTMLElement ? (box.dataset.field ?? "") : "";
      // A browser tells a change when a field is left, also of what another page changed in it.
      if (!box || !id || leergang.isSame(forms.readField(box), this.shown[id])) return;
      this.dirty.add(id);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), PAUSE);
    }

    /** Save every field that was typed in, and say so. */
    save() {
      clearTimeout(this.timer);
      /** @type {Record<string, Change>} */
      const changes = {};
      for (const [id, box] of this.fields) {
        if (!this.dirty.has(id)) continue;
        this.shown[id] = forms.readField(box);
        const base = this.base[id];
        // What is only partly shown isn't what was changed: it is kept, as a text from elsewhere is.
        changes[id] = { value: this.shown[id], asked: forms.questionOf(box), base: base && forms.fits(box, base.value) ? base.updated : "" };
      }
      this.dirty.clear();
      if (!Object.keys(changes).length) return;
      const { outcome, values } = store.write(this.name, changes);
      for (const id of Object.keys(changes)) {
        if (values[id] && outcome !== "newer") this.base[id] = values[id];
        else this.dirty.add(id); // it is in this form only
      }
      this.tell(outcome);
      if (outcome === "saved") this.offerCopy();
    }

    /** The date on which people meet again, where that is far off, nothing is left to write before it, and no copy was offered for it. */
    farAhead() {
      const moment = this.element.dataset.moment ?? "";
      const { date = "", sheets = [] } = gap?.after[moment] ?? {};
      const far = Date.parse(date) > Date.now() + 3 * WEEK && store.noted("gap") !== date;
      return far && sheets.every((id) => store.rounds("worksheet", id).includes(moment)) ? date : "";
    }

    /** Offer a copy once a worksheet is complete; whoever says no is not asked again for a week, but before a long time without meeting. */
    offerCopy() {
      const complete = [...this.fields.values()].every((box) => !leergang.isEmpty(forms.readField(box)));
      const date = this.farAhead();
      const refused = !date && Date.parse(store.noted("refused")) + WEEK > Date.now();
      if ((this.kind !== "worksheet" && !date) || !complete || refused || this.offer) return;
      const save = button(words["save-copy"], () => {
        transfer.saveCopy();
        this.offer?.replaceChildren(words["copy-saved"]);
      });
      const refuse = button(words["not-now"], () => {
        store.note("refused", new Date().toISOString());
        this.offer?.remove();
      });
      if (date) store.note("gap", date);
      this.offer = make("div.c-answers__notice c-answers__offer", [make("p", [date && gap ? gap.says.replace("{date}", longDate(date)) : words["finished"]]), save, refuse]);
      this.status.after(this.offer);
    }

    /** Show what is stored, in every field that isn't being typed in. */
    show() {
      const { values, state } = store.read(this.name);
      for (const [id, box] of this.fields) {
        if (this.dirty.has(id)) continue;
        const answer = values[id];
        if (!isShown(answer, this.base[id])) {
          forms.writeField(box, answer?.value);
          this.base[id] = answer;
        }
        this.shown[id] = forms.readField(box);
        this.showNotices(box, id, answer);
        this.showEarlier(box, id);
      }
      this.fillRounds?.();
      if (state === "newer") this.tell("newer");
      if (this.status.dataset.outcome === "full" && !this.dirty.size && !store.isUnsaved(this.name)) this.tell("saved");
    }

    /**
     * What a reader should know of an answer: another text that was kept, and a question that has changed since.
     * @param {HTMLElement} box
     * @param {string} id
     * @param {Answer | undefined} answer
     */
    showNotices(box, id, answer) {
      for (const old of box.querySelectorAll(":scope > .c-answers__notice")) old.remove();
      if (!answer) return;
      const asked = forms.questionOf(box);
      if (!leergang.isEmpty(answer.value) && plain(answer.asked) !== plain(asked)) {
        const keep = button(words["still-true"], () => {
          store.write(this.name, { [id]: { value: answer.value, asked, base: answer.updated } });
        });
        box.append(notice(`${words["asked"]} "${answer.asked}"`, [keep]));
      }
      for (const text of answer.kept ?? []) {
        const use = button(words["use-this"], () => {
          store.write(this.name, { [id]: { value: text.value, asked, base: "" } });
        });
        const drop = button(words["drop-this"], () => store.settle(this.name, id));
        box.append(notice(words[forms.fits(box, text.value) ? "kept" : "kept-whole"], [...leergang.document.renderValue(box, text.value), use, drop]));
      }
    }

    /**
     * What was answered to the same question at another moment, or on the worksheet that asked it first.
     * @param {HTMLElement} box
     * @param {string} id
     */
    showEarlier(box, id) {
      const [sheet, field] = (box.dataset.sameAs ?? "").split("/");
      const other = sheet ? store.rounds(this.kind, sheet).map((round) => ({ kind: this.kind, id: sheet, round, field })) : [];
      const own = store.rounds(this.kind, this.id).map((round) => ({ ...this.name, round, field: id }));
      const found = [...other, ...own.filter(({ round }) => round !== this.round)]
        .map((name) => ({ round: name.round, answer: store.read(name).values[name.field] }))
        .filter(({ answer }) => answer && !leergang.isEmpty(answer.value));
      const told = JSON.stringify(found);
      if ((box.dataset.earlier ?? "[]") === told) return;
      box.dataset.earlier = told;
      for (const old of box.querySelectorAll(":scope > .c-answers__earlier")) old.remove();
      for (const { round, answer } of found) {
        const title = `${words["earlier"]} ${moments[round] ?? longDate(round)} (${longDate(answer.updated)})`;
        box.append(make("details.c-field__example c-answers__earlier", [make("summary", [title]), ...leergang.document.renderValue(box, answer.value)]));
      }
    }

    /** @param {Outcome | "shared"} outcome what became of what was typed; or that others use this computer too */
    tell(outcome) {
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      const key = store.isShared() && outcome === "saved" ? "saved-session" : outcome;
      this.status.textContent = words[key].replace("{time}", time);
      this.status.dataset.outcome = outcome;
    }
  }

  /** @param {HTMLElement} table a table to which a reader adds rows */
  function offerRows(table) {
    const add = button(words["add-row"], () => {
      /** @type {HTMLElement | null} */ (forms.addRow(table).querySelector("input, textarea"))?.focus();
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
    table.parentElement?.after(make("p.c-answers__rows", [add, drop]));
    table.addEventListener("input", limit);
    store.addEventListener("change", limit);
    limit();
  }

  /**
   * @param {string} text
   * @param {Node[]} more
   */
  function notice(text, more) {
    return make("div.c-answers__notice", [make("p", [text]), ...more]);
  }

  /**
   * @param {Answer | undefined} stored
   * @param {Pick<Answer, "updated" | "value"> | undefined} shown
   */
  function isShown(stored, shown) {
    return stored?.updated === shown?.updated && leergang.isSame(stored?.value, shown?.value);
  }

  /** @param {string | undefined} text words with spaces between */
  function list(text) {
    return (text ?? "").split(" ").filter(Boolean);
  }

  /** @param {string} text a question, of which spaces, capitals and punctuation make no other question */
  function plain(text) {
    return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  /** @type {Answers[]} */
  const all = [];

  /** @param {string} kind */
  function elementFor(kind) {
    return class extends HTMLElement {
      connectedCallback() {
        this.begin();
      }

      /** As soon as it has its form. */
      begin() {
        const form = this.querySelector("form");
        if (form && !all.some((answers) => answers.element === this)) all.push(new Answers(this, kind, form));
      }
    };
  }

  /** Browsers keep what stands in another site apart, or not at all: say so above the first form. */
  function tellApart() {
    if (window.top === window.self) return;
    const link = make("a", [words["open-apart"]], { href: location.href, target: "_blank", rel: "noopener" });
    document.querySelector("course-worksheet, course-reflection")?.before(make("div.c-answers__notice c-answers__apart", [make("p", [words["apart"]]), link]));
  }

  const saveAll = () => all.forEach((answers) => answers.save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saveAll());
  addEventListener("pagehide", saveAll);
  customElements.define("course-worksheet", elementFor("worksheet"));
  customElements.define("course-reflection", elementFor("reflection"));
  tellApart();
})();
