// Where answers live: the only script that touches the browser's storage.
//
// One key holds one worksheet or prompt at one round: leergang:<course>:<worksheet|reflection>:<id>:<round>. Fields are
// merged one by one, so that a second tab never overwrites what it didn't change, and nothing is removed that this
// version can't read.
(() => {
  "use strict";

  const { parse, format, merge, newest, undone, together, isLost } = window.leergang;
  const KINDS = ["worksheet", "reflection"];
  const SETTINGS = "settings:";
  const OFF = "off"; // in place of what a reader doesn't want to be noted
  const RETRY = 2000;

  class Store extends EventTarget {
    /**
     * @param {string} course the id of the course
     * @param {boolean} [session] whether to keep answers for this session only; left out as the reader said
     */
    constructor(course, session) {
      super();
      this.course = course;
      this.prefix = `leergang:${course}:`;
      /** @type {Map<string, {text: string, beneath: string | null}>} what could not be saved, and what is stored in its place */
      this.unsaved = new Map();
      this.ask = (/** @type {Event} */ event) => event.preventDefault();
      this.retry = 0;
      this.storage = available(() => (session ?? this.isShared() ? sessionStorage : localStorage));
      /** @type {Map<string, Values>} by key, what this page wrote last */
      this.mine = new Map();
      addEventListener("storage", (event) => {
        if (event.storageArea !== this.storage || !(event.key ?? this.prefix).startsWith(this.prefix)) return;
        const name = event.key === null ? null : this.nameOf(event.key);
        if (name) this.reconcile(name, event.newValue);
        else this.mine.clear();
        this.changed(name);
      });
    }

    /**
     * Keep what another page wrote and what this one did. Pages see each other's writing a little late, so that each may
     * have replaced what the other had just written: whichever notices puts both together, and both come to the same.
     * @param {Name} name
     * @param {string | null} raw what the other page wrote
     */
    reconcile(name, raw) {
      const key = this.keyOf(name);
      if (this.unsaved.has(key)) return; // both are put together when there is room
      const ours = { ...this.mine.get(key) };
      const theirs = raw === null ? null : parse(raw);
      if (theirs?.state !== "fine") return void this.mine.delete(key);
      const lost = Object.keys(ours).filter((field) => isLost(ours[field], theirs.values[field]));
      const pick = (/** @type {Values} */ all) => Object.fromEntries(lost.filter((field) => all[field]).map((field) => [field, all[field]]));
      if (lost.length) {
        this.take(name, pick(theirs.values));
        this.take(name, pick(ours));
      }
      const { values } = this.read(name);
      if (this.mine.has(key)) this.mine.set(key, Object.fromEntries(Object.keys(ours).map((field) => [field, values[field] ?? ours[field]])));
    }

    /** Whether answers are kept for this session only, because others use this computer too. */
    isShared() {
      return available(() => localStorage)?.getItem(`${this.prefix}${SETTINGS}shared`) === "yes";
    }

    /** What is out of view: on a shared computer what this device has, and else what this window has from when it was one. */
    beside() {
      return new Store(this.course, !this.isShared());
    }

    /** @param {boolean} shared */
    setShared(shared) {
      this.note("shared", shared ? "yes" : "");
    }

    /**
     * Something small that was noted: when a copy was last downloaded, where the reader was. Nothing where it wasn't.
     * @param {string} name
     */
    noted(name) {
      return this.storage?.getItem(`${this.prefix}${SETTINGS}${name}`) ?? "";
    }

    /**
     * What was noted as data; an empty record where there is none to be read.
     * @param {string} name
     * @returns {Record<string, any>}
     */
    notedData(name) {
      try {
        return { ...JSON.parse(this.noted(name)) };
      } catch (error) {
        return {};
      }
    }

    /**
     * Note something small, where the browser allows it: one that is lost costs nobody an answer.
     * @param {string} name
     * @param {string} value
     */
    note(name, value) {
      try {
        const storage = name === "shared" ? localStorage : this.storage;
        storage?.setItem(`${this.prefix}${SETTINGS}${name}`, value);
        this.dispatchEvent(new Event("note"));
      } catch (error) {
        this.changed(null);
      }
    }

    /**
     * Do something, and give what undoes it: that, and nothing that was written since, in this page or another.
     * @param {() => void} act
     * @returns {(() => void) | null} null where nothing changed
     */
    undoable(act) {
      const before = this.snapshot();
      act();
      const after = this.snapshot();
      const changed = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
      return changed.length === 0 ? null : () => {
        for (const key of changed) this.putBack(key, before.get(key) ?? null, after.get(key) ?? null);
        this.mine.clear();
        this.changed(null);
      };
    }

    /** Everything as it stands. */
    snapshot() {
      return new Map(this.keys().filter((key) => !this.isSwitch(key)).map((key) => [key, this.raw(key) ?? ""]));
    }

    /**
     * @param {string} key
     * @param {string | null} before what stood there before what is undone, and after it
     * @param {string | null} after
     */
    putBack(key, before, after) {
      const now = this.raw(key);
      if (now === after) return before === null ? this.remove(key) : void this.put(key, before);
      const [old, made, present] = [before, after, now].map((raw) => parse(raw));
      if (this.nameOf(key) && [old, made, present].every(({ state }) => state === "fine")) {
        this.put(key, format(undone(old.values, made.values, present.values)));
      }
    }

    /**
     * Erase answers.
     * @param {(name: Name) => boolean} wanted
     * @param {boolean} restToo what can't be read and what was noted, as well
     */
    erase(wanted, restToo) {
      for (const key of this.keys()) {
        const name = this.nameOf(key);
        if (!this.isSwitch(key) && (name ? wanted(name) : restToo)) this.remove(key);
      }
      this.changed(null);
    }

    /** @param {string} key */
    isSetting(key) {
      return key.startsWith(`${this.prefix}${SETTINGS}`);
    }

    /** @param {string} key whether it holds what a reader chose for this browser, which outlives the answers */
    isSwitch(key) {
      return key === `${this.prefix}${SETTINGS}shared` || (this.isSetting(key) && this.raw(key) === OFF);
    }

    /**
     * The answers to one worksheet or prompt at one round.
     * @param {Name} name
     * @returns {{values: Values, state: State}}
     */
    read(name) {
      return parse(this.raw(this.keyOf(name)));
    }

    /**
     * Save what was typed in some fields, and leave every other field as it is by now.
     * @param {Name} name
     * @param {Record<string, Change>} changes by field
     * @returns {{outcome: Outcome, values: Values}} what is stored now
     */
    write(name, changes) {
      const key = this.keyOf(name);
      const raw = this.raw(key);
      const found = parse(raw);
      if (found.state === "newer") return { outcome: "newer", values: found.values };
      if (found.state === "damaged" && raw !== null) {
        const outcome = this.put(`${this.prefix}aside:${Date.now()}:${key.slice(this.prefix.length)}`, raw);
        if (outcome !== "saved") return { outcome, values: {} };
      }
      /** @type {Values} */
      const values = { ...found.values };
      for (const [field, change] of Object.entries(changes)) values[field] = merge(values[field], change);
      this.mine.set(key, { ...this.mine.get(key), ...Object.fromEntries(Object.keys(changes).map((field) => [field, values[field]])) });
      return { outcome: this.putValues(name, values), values };
    }

    /**
     * Bring answers along that were given under earlier ids; what is under both is merged, field by field.
     * @param {string} kind
     * @param {string} id
     * @param {string[]} formerly earlier ids of the worksheet or prompt
     * @param {Map<string, string>} fields present ids of fields by their earlier ones
     */
    carryOver(kind, id, formerly, fields) {
      for (const old of this.names().filter((name) => name.kind === kind && formerly.includes(name.id))) {
        const found = this.read(old);
        if (found.state === "fine" && this.take({ ...old, id }, found.values, fields)) this.remove(this.keyOf(old));
      }
      for (const round of fields.size ? this.rounds(kind, id) : []) {
        const name = { kind, id, round };
        const { state, values } = this.read(name);
        if (state === "fine" && Object.keys(values).some((field) => fields.has(field))) this.take(name, values, fields, true);
      }
    }

    /**
     * Add answers to those there are: the newest of each field is the answer, an older one is kept with it.
     * @param {Name} name
     * @param {Values} incoming
     * @param {Map<string, string>} [fields] present ids of fields by their earlier ones
     * @param {boolean} [rename] whether `incoming` is what is stored, and its earlier ids may go
     * @returns {boolean} whether they are stored now
     */
    take(name, incoming, fields = new Map(), rename = false) {
      const { state, values } = this.read(name);
      if (state !== "fine") return false;
      const merged = rename ? {} : { ...values };
      for (const [field, answer] of Object.entries(incoming)) {
        const present = fields.get(field) ?? field;
        merged[present] = newest(merged[present], answer);
      }
      return this.putValues(name, merged) === "saved";
    }

    /** @param {string} key */
    remove(key) {
      this.mine.delete(key);
      this.unsaved.delete(key);
      this.guard();
      this.storage?.removeItem(key);
    }

    /**
     * Store all answers to one worksheet or prompt, and tell whoever shows them.
     * @param {Name} name
     * @param {Values} values
     * @returns {Outcome}
     */
    putValues(name, values) {
      const mine = this.mine.get(this.keyOf(name)) ?? {};
      for (const field of Object.keys(mine)) mine[field] = values[field] ?? mine[field];
      const outcome = this.put(this.keyOf(name), format(values));
      this.changed(name);
      return outcome;
    }

    /**
     * Let go of the texts that are kept beside an answer.
     * @param {Name} name
     * @param {string} field
     */
    settle(name, field) {
      const { state, values } = this.read(name);
      if (state !== "fine" || !values[field]) return;
      const { kept, ...answer } = values[field];
      this.putValues(name, { ...values, [field]: answer });
    }

    /**
     * Every round of one worksheet or prompt that has answers, oldest name first.
     * @param {string} kind
     * @param {string} id
     */
    rounds(kind, id) {
      const start = this.keyOf({ kind, id, round: "" });
      return this.keys(start).map((key) => key.slice(start.length)).filter((round) => round && !round.includes(":")).sort();
    }

    /** What there are answers to. */
    names() {
      return this.keys().sort().map((key) => this.nameOf(key)).filter((name) => name !== null);
    }

    /** What stands under our prefix and isn't ours to read, as it is. */
    aside() {
      return this.keys()
        .map((key) => ({ key, raw: this.raw(key) ?? "" }))
        .filter(({ key, raw }) => !this.isSetting(key) && (!this.nameOf(key) || parse(raw).state !== "fine"));
    }

    /**
     * Whether what is shown of these answers is only in this page.
     * @param {Name} name
     */
    isUnsaved(name) {
      return this.unsaved.has(this.keyOf(name));
    }

    /** @param {Name} name */
    keyOf({ kind, id, round }) {
      return `${this.prefix}${kind}:${id}:${round}`;
    }

    /**
     * @param {string} key
     * @returns {Name | null} null for a key that holds no answers
     */
    nameOf(key) {
      const [kind, id, round, ...rest] = key.slice(this.prefix.length).split(":");
      return KINDS.includes(kind) && id && round && !rest.length ? { kind, id, round } : null;
    }

    /** @param {string} key of what is stored, with what is in this page only */
    raw(key) {
      const stored = this.storage?.getItem(key) ?? null;
      const { text, beneath } = this.unsaved.get(key) ?? { text: stored, beneath: stored };
      if (beneath === stored) return text;
      const [before, ours, theirs] = [beneath, text, stored].map((raw) => parse(raw));
      return theirs.state === "fine" ? format(together(before.values, ours.values, theirs.values)) : stored;
    }

    /** @param {string} start how the keys begin */
    keys(start = this.prefix) {
      const kept = this.storage ? Object.keys(this.storage) : [];
      return [...new Set([...kept, ...this.unsaved.keys()])].filter((key) => key.startsWith(start));
    }

    /**
     * Write and read back. A browser replaces a value whole or not at all; what it refuses stays in this page.
     * @param {string} key
     * @param {string} text
     * @returns {Outcome}
     */
    put(key, text) {
      /** @type {Outcome} */
      let outcome = "blocked";
      try {
        this.storage?.setItem(key, text);
        if (this.storage?.getItem(key) === text) outcome = "saved";
      } catch (error) {
        outcome = "full";
      }
      if (outcome === "saved") this.unsaved.delete(key);
      else this.unsaved.set(key, { text, beneath: this.storage?.getItem(key) ?? null });
      this.guard();
      if (outcome === "full") this.retryLater();
      return outcome;
    }

    /** Let the browser ask before what is in this page only is left; and not else, since a page that asks isn't kept for going back. */
    guard() {
      if (this.unsaved.size) addEventListener("beforeunload", this.ask);
      else removeEventListener("beforeunload", this.ask);
    }

    /** Try again what didn't fit, as long as something doesn't: the reader may make room in the meantime. */
    retryLater() {
      clearTimeout(this.retry);
      this.retry = setTimeout(() => {
        for (const key of [...this.unsaved.keys()]) {
          const name = this.nameOf(key);
          const { state, values } = parse(this.raw(key));
          if (!name) this.put(key, this.raw(key) ?? "");
          else if (state === "fine") this.putValues(name, values);
        }
      }, RETRY);
    }

    /** @param {Name | null} name what changed; null for all of it */
    changed(name) {
      this.dispatchEvent(new CustomEvent("change", { detail: name }));
    }
  }

  /**
   * A storage that can be used; null where the browser refuses it.
   * @param {() => Storage} get
   */
  function available(get) {
    try {
      const storage = get();
      storage.getItem("leergang");
      return storage;
    } catch (error) {
      return null;
    }
  }

  const course = document.querySelector('meta[name="leergang:course"]')?.getAttribute("content") ?? "";
  Object.assign(window.leergang, { store: new Store(course) });
})();
