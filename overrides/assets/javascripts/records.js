// Answers as plain values: reading what is stored, and putting two answers to one question together. No page, no storage.
(() => {
  "use strict";

  const VERSION = 1;

  /**
   * The answer that a field has after a change. A text that someone else wrote meanwhile is kept with it.
   * @param {Answer | undefined} stored
   * @param {Change} change
   * @returns {Answer}
   */
  function merge(stored, { value, asked, base }) {
    const updated = after(stored?.updated);
    const elsewhere = stored && stored.updated !== base && !isEmpty(stored.value) && !isSame(stored.value, value);
    const all = [...(stored?.kept ?? []), ...(elsewhere ? [{ value: stored.value, updated: stored.updated }] : [])];
    return { value, updated, asked, ...(stored ? { after: stored.updated } : {}), ...keeping(all, value) };
  }

  /**
   * Whether one page's answer is neither in nor before what another page has by now.
   * @param {Answer} ours
   * @param {Answer | undefined} theirs
   */
  function isLost(ours, theirs) {
    if (!theirs) return true;
    const seen = theirs.after === ours.updated || ours.after === theirs.updated;
    return !seen && !isSame(theirs.value, ours.value) && !(theirs.kept ?? []).some((text) => isSame(text.value, ours.value));
  }

  /**
   * Two answers to one question as one: the newest, with the other kept beside it where they differ.
   * @param {Answer | undefined} one
   * @param {Answer} other
   * @returns {Answer}
   */
  function newest(one, other) {
    if (!one) return other;
    const [older, newer] = isLater(one, other) ? [other, one] : [one, other];
    const differs = !isEmpty(older.value) && !isSame(older.value, newer.value);
    const all = [...(older.kept ?? []), ...(newer.kept ?? []), ...(differs ? [{ value: older.value, updated: older.updated }] : [])];
    return { value: newer.value, updated: newer.updated, asked: newer.asked, ...keeping(all, newer.value) };
  }

  /**
   * What fields hold once a change is undone: an answer that was written since stays, with the one from before beside it.
   * @param {Values} before
   * @param {Values} after what the change made of that
   * @param {Values} now
   */
  function undone(before, after, now) {
    const values = { ...now };
    for (const field of Object.keys({ ...before, ...after }).filter((name) => !isSame(before[name], after[name]))) {
      if (!isSame(now[field], after[field])) values[field] = now[field] && before[field] ? newest(before[field], now[field]) : now[field];
      else values[field] = before[field];
    }
    return Object.fromEntries(Object.entries(values).filter(([, answer]) => answer));
  }

  /**
   * Fields that one page could not save with those that another page saved meanwhile: only what both changed is kept twice.
   * @param {Values} before what both went on from
   * @param {Values} ours
   * @param {Values} theirs
   */
  function together(before, ours, theirs) {
    const values = { ...theirs };
    for (const [field, answer] of Object.entries(ours).filter(([name, one]) => !isSame(before[name], one))) {
      values[field] = isSame(before[field], theirs[field]) ? answer : newest(theirs[field], answer);
    }
    return values;
  }

  /**
   * Of two that were written at the same moment, every page takes the same for the later.
   * @param {Answer} one
   * @param {Answer} other
   */
  function isLater(one, other) {
    if (one.updated !== other.updated) return one.updated > other.updated;
    return JSON.stringify(one.value) > JSON.stringify(other.value);
  }

  /**
   * The texts to keep beside an answer: each once, and not the answer itself.
   * @param {{value: unknown, updated: string}[]} texts
   * @param {unknown} value
   */
  function keeping(texts, value) {
    const kept = texts.filter(
      (text, index) => !isSame(text.value, value) && texts.findIndex((same) => isSame(same.value, text.value)) === index,
    );
    return kept.length ? { kept } : {};
  }

  /**
   * Now, and later than `earlier` even where a clock was set back.
   * @param {string | undefined} earlier
   */
  function after(earlier) {
    return new Date(Math.max(Date.now(), earlier ? Date.parse(earlier) + 1 || 0 : 0)).toISOString();
  }

  /**
   * @param {string | null} raw null where nothing is stored
   * @returns {{values: Values, state: State}}
   */
  function parse(raw) {
    if (raw === null) return { values: {}, state: "fine" };
    try {
      const data = JSON.parse(raw);
      if (!isRecord(data) || typeof data.version !== "number") return { values: {}, state: "damaged" };
      if (data.version > VERSION) return { values: {}, state: "newer" };
      const fine = isRecord(data.values) && Object.values(data.values).every(isAnswer);
      return fine ? { values: data.values, state: "fine" } : { values: {}, state: "damaged" };
    } catch (error) {
      return { values: {}, state: "damaged" };
    }
  }

  /**
   * @param {any} data
   * @returns {data is Record<string, any>}
   */
  function isRecord(data) {
    return typeof data === "object" && data !== null && !Array.isArray(data);
  }

  /** @param {any} data */
  function isAnswer(data) {
    return isRecord(data) && "value" in data && typeof data.updated === "string" && typeof data.asked === "string";
  }

  /** @param {unknown} value */
  function isEmpty(value) {
    if (typeof value === "object" && value !== null) return Object.values(value).every(isEmpty);
    return value === "" || value === null || value === undefined;
  }

  /**
   * @param {unknown} one
   * @param {unknown} other
   */
  function isSame(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
  }

  /**
   * Whether one value has all that another one says; numbers may be texts, and what is empty says nothing.
   * @param {any} one
   * @param {any} other
   * @returns {boolean}
   */
  function holds(one, other) {
    if (isEmpty(other)) return true;
    if (typeof other !== "object") return typeof one !== "object" && String(one) === String(other);
    if (Array.isArray(other) && other.every((part) => typeof part !== "object")) return Array.isArray(one) && other.every((part) => one.includes(String(part)));
    return Object.entries(other).every(([key, part]) => holds(one?.[key], part));
  }

  /** @param {Values} values */
  function format(values) {
    return JSON.stringify({ version: VERSION, values });
  }

  Object.assign(window, { leergang: { parse, format, merge, newest, undone, together, isLost, isRecord, isEmpty, isSame, holds } });
})();
