// Dates as people type them: "3-11", "3 nov 2026", "dinsdag 3 november". What is no date stays the text that it is.
(() => {
  "use strict";

  const { leergang } = window;
  const language = document.documentElement.lang;
  const FORMS = /** @type {const} */ (["long", "short"]);

  /** Each month in the reader's language, in full and in short; made when a date is typed, since it takes a browser long. */
  function monthNames() {
    return [...Array(12).keys()].map((month) => FORMS.map((form) => new Date(2000, month).toLocaleDateString(language, { month: form }).toLowerCase()));
  }

  function isDayFirst() {
    const parts = new Intl.DateTimeFormat(language).formatToParts(new Date());
    return parts.find((part) => ["day", "month"].includes(part.type))?.type === "day";
  }

  /**
   * @param {string} text
   * @returns {string} an ISO date; the text where it is no date
   */
  function toIso(text) {
    return parse(text) ?? text;
  }

  /** @param {string} text */
  function parse(text) {
    const plain = text.toLowerCase().replace(/[-/.,'’ ]+/g, " ").trim();
    const [, year, month, day] = plain.match(/^(\d{4}) (\d\d?) (\d\d?)$/) ?? [];
    if (year) return iso(year, Number(month), day);
    const [, one, other, after] = plain.match(/^(\d\d?) (\d\d?)(?: (\d{4}|\d\d))?$/) ?? [];
    if (one) return isDayFirst() ? iso(after, Number(other), one) : iso(after, Number(one), other);
    const [, weekday, before, named, first, behind, then] = plain.match(/^(?:(\p{L}+) )?(?:(\d\d?) (\p{L}{3,})|(\p{L}{3,}) (\d\d?))(?: (\d{4}|\d\d))?$/u) ?? [];
    const name = named ?? first;
    return name && iso(then, monthNames().findIndex((month) => month.some((form) => form.startsWith(name))) + 1, before ?? behind, weekday);
  }

  /**
   * @param {string | undefined} year that in which the day is nearest to today where it is left out
   * @param {number} month from 1
   * @param {string} day
   * @param {string} [weekday] or how it begins
   * @returns {string | undefined} nothing for a day that no calendar has
   */
  function iso(year, month, day, weekday = "") {
    const now = new Date();
    const years = year === undefined ? [-1, 0, 1].map((after) => now.getFullYear() + after) : [Number(year) + (year.length === 2 ? 2000 : 0)];
    const days = years.map((full) => new Date(full, month - 1, Number(day))).filter((made) => made.getMonth() === month - 1 && made.getDate() === Number(day));
    const far = (/** @type {Date} */ made) => Math.abs(Number(made) - Number(now));
    const [made] = days.sort((one, other) => far(one) - far(other));
    const right = made?.toLocaleDateString(language, { weekday: "long" }).toLowerCase().startsWith(weekday);
    return made && right ? leergang.page.isoDate(made) : undefined;
  }

  /** @param {HTMLInputElement} input a date's control, to be typed in freely from now on */
  function acceptText(input) {
    input.type = "text";
    input.dataset.date = "";
    input.placeholder = leergang.page.words.answers["date-hint"];
  }

  /**
   * Let a form's dates be typed; a phone keeps its own wheel of days, which needs no typing.
   * @param {HTMLFormElement} form
   */
  function acceptTyped(form) {
    if (!matchMedia("(pointer: coarse)").matches) {
      for (const input of form.querySelectorAll("input[type=date]")) acceptText(/** @type {HTMLInputElement} */ (input));
    }
    form.addEventListener("focusout", ({ target }) => {
      if (target instanceof HTMLInputElement && "date" in target.dataset) target.value = shown(target, read(target));
    });
  }

  /** @param {HTMLInputElement} input */
  function read(input) {
    return "date" in input.dataset ? toIso(input.value) : input.value;
  }

  /**
   * @param {HTMLInputElement} input
   * @param {string} value an ISO date, or a text that someone typed for one
   */
  function write(input, value) {
    if (input.type === "date" && value && parse(value) !== value) acceptText(input);
    if (read(input) !== value) input.value = shown(input, value); // else it is being typed
  }

  /**
   * @param {HTMLInputElement} input
   * @param {string} value
   */
  function shown(input, value) {
    return "date" in input.dataset ? inWords(value) : value;
  }

  /** @param {string} value an ISO date; what is none stays as it is */
  function inWords(value) {
    return parse(value) === value ? leergang.page.longDate(value) : value;
  }

  Object.assign(leergang, { dates: { toIso, acceptTyped, read, write, inWords } });
})();
