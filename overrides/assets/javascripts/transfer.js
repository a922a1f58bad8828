// Answers as a file: out, and in again after the reader has seen what that would change.
(() => {
  "use strict";

  const { leergang } = window;
  const { store, isRecord } = leergang;

  const FORMAT = "leergang-answers";
  const VERSION = 1;
  const LARGEST = 10 * 1024 * 1024;
  const LONGEST = 80;
  const DEEPEST = 4;
  const NAME = /^[A-Za-z0-9][A-Za-z0-9-]*$/;

  /**
   * Everything there is, as an answers file; kept for oneself.
   * @returns {string}
   */
  function exportAnswers() {
    const aside = store.aside();
    return format(storedItems(), aside.length ? { aside } : {});
  }

  /**
   * Some answers as a file for someone else, who reads them without taking them for their own.
   * @param {Item[]} items
   * @param {string} from whose they are
   * @returns {string}
   */
  function shareAnswers(items, from) {
    const bare = items.map((item) => ({ ...item, values: Object.fromEntries(Object.entries(item.values).map(([field, answer]) => [field, withoutKept(answer)])) }));
    return format(bare, { shared: true, ...(from ? { from } : {}) });
  }

  /** @param {Answer} answer of which only what it says now is shared */
  function withoutKept({ value, updated, asked }) {
    return { value, updated, asked };
  }

  /**
   * @param {Item[]} answers
   * @param {Record<string, unknown>} more
   */
  function format(answers, more) {
    const about = { format: FORMAT, version: VERSION, course: store.course, exported: new Date().toISOString() };
    return JSON.stringify({ ...about, ...more, answers }, null, 2);
  }

  /**
   * Whatever is stored and can be read.
   * @param {AnswerStore} [from]
   * @returns {Item[]}
   */
  function storedItems(from = store) {
    const answers = from.names().map((name) => ({ ...name, ...from.read(name) })).filter((one) => one.state === "fine");
    return answers.map(({ kind, id, round, values }) => ({ kind, id, round, values }));
  }

  /** @param {string} [what] what it is, where it is not everything */
  function fileName(what = "") {
    return `${[store.course, what, leergang.page.isoDate()].filter(Boolean).join("-")}.json`;
  }

  /** Let the reader keep a copy of everything, and note that there is one. */
  function saveCopy() {
    leergang.page.download(exportAnswers(), fileName());
    store.note("copied", new Date().toISOString());
    navigator.storage?.persist?.(); // a reader who makes copies wants to keep what is here as well
  }

  /**
   * The answers in a file, or why it can't be used: a key of the words that say so.
   * @param {{size: number, text: () => Promise<string>}} file
   * @returns {Promise<Opened | {problem: string}>}
   */
  async function readAnswers(file) {
    if (file.size > LARGEST) return { problem: "too-large" };
    let data;
    try {
      data = JSON.parse(await file.text());
    } catch (error) {
      return { problem: "damaged" };
    }
    if (!isRecord(data) || data.format !== FORMAT) return { problem: "other-file" };
    if (typeof data.version !== "number" || data.version > VERSION) return { problem: "newer-file" };
    if (data.course !== store.course) return { problem: "other-course" };
    if (!Array.isArray(data.answers) || !data.answers.every(isItem)) return { problem: "damaged" };
    const from = typeof data.from === "string" ? data.from.slice(0, LONGEST) : "";
    return { items: data.answers, shared: data.shared === true, from, exported: String(data.exported ?? "").slice(0, LONGEST) };
  }

  /**
   * What taking answers over would do, without doing it.
   * @param {Item[]} items
   * @returns {Planned[]}
   */
  function plan(items) {
    return items.map((item) => {
      const { values } = store.read(item);
      const all = Object.entries(item.values).map(([field, answer]) => compare(values[field], answer));
      const most = /** @type {Difference[]} */ (["newer-there", "newer-here", "new", "same"]).find((one) => all.includes(one));
      return { item, difference: most ?? "same" };
    });
  }

  /**
   * @param {any} here
   * @param {any} there
   * @returns {Difference}
   */
  function compare(here, there) {
    if (!here || (leergang.isEmpty(here.value) && here.updated <= there.updated)) return leergang.isEmpty(there.value) ? "same" : "new";
    if (leergang.isSame(here.value, there.value)) return "same";
    return here.updated < there.updated ? "newer-there" : "newer-here";
  }

  /**
   * Take answers over; where both differ the newest is the answer and the other is kept beside it.
   * @param {Item[]} items
   * @returns {boolean} whether all of them are stored
   */
  function takeAnswers(items) {
    const stored = items.map((item) => store.take(item, item.values));
    store.dispatchEvent(new Event("taken"));
    return stored.every(Boolean);
  }

  /** @param {any} data */
  function isItem(data) {
    return (
      isRecord(data) &&
      ["worksheet", "reflection"].includes(data.kind) &&
      [data.id, data.round].every((name) => typeof name === "string" && NAME.test(name)) &&
      isRecord(data.values) &&
      Object.entries(data.values).every(([field, answer]) => NAME.test(field) && isAnswer(answer))
    );
  }

  /** @param {any} data */
  function isAnswer(data) {
    const times = isRecord(data) ? [data, ...(Array.isArray(data.kept) ? data.kept : [])] : [];
    return (
      isRecord(data) &&
      typeof data.asked === "string" &&
      (data.kept === undefined || Array.isArray(data.kept)) &&
      times.every((one) => isRecord(one) && typeof one.updated === "string" && !isNaN(Date.parse(one.updated)) && isValue(one.value, 0))
    );
  }

  /**
   * @param {any} value
   * @param {number} depth
   * @returns {boolean}
   */
  function isValue(value, depth) {
    if (typeof value === "string" || typeof value === "number") return true;
    if (depth >= DEEPEST) return false;
    if (Array.isArray(value)) return value.every((one) => isValue(one, depth + 1));
    return isRecord(value) && Object.entries(value).every(([key, one]) => NAME.test(key) && isValue(one, depth + 1));
  }

  Object.assign(leergang, { transfer: { exportAnswers, shareAnswers, storedItems, fileName, saveCopy, readAnswers, plan, takeAnswers } });
})();
