// Dates as people type them: "3-11", "3 nov 2026", "dinsdag 3 november". What is no date stays the text that it is.
(() => {
  "use strict";

  const { leergang } = window;
  const language = document.documentElement.lang;
  const months = [...Array(12).keys()].map((month) => new Date(2000, month, 1).toLocaleDateString(language, { month: "long" }).toLowerCase());
  const dayFirst = new Intl.DateTimeFormat(language).formatToParts(new Date()).find((part) => ["day", "month"].includes(part.type))?.type === "day";

  /**
   * @param {string} text
   * @returns {string} an ISO date; the text where it is no date
   */
  function toIso(text) {
    const plain = text.trim().toLowerCase();
    const [, year, month, day] = plain.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/) ?? [];
    if (year) return iso(year, Number(month), day) ?? text;
    const [, one, other, after] = plain.match(/^(\d{1,2})[-/. ]+(\d{1,2})(?:[-/. ]+(\d{4}|\d{2}))?$/) ?? [];
    if (one) return iso(after, Number(dayFirst ? other : one), dayFirst ? one : other) ?? text;
    const found = [...plain.matchAll(/\d+|\p{L}{3,}/gu)].map(([part]) => part);
    const named = found.map((part) => months.findIndex((name) => name.startsWith(part))).find((index) => index >= 0);
    const numbers = found.filter((part) => /^\d/.test(part));
    const known = named !== undefined && found.length - numbers.length <= 2 && numbers.length >= 1 && numbers.length <= 2;
    return (known && iso(numbers[1], named + 1, numbers[0])) || text;
  }

  /**
   * @param {string | undefined} year this one where it is left out
   * @param {number} month from 1
   * @param {string} day
   * @returns {string | undefined} nothing for a day that no calendar has
   */
  function iso(year, month, day) {
    const full = year === undefined ? new Date().getFullYear() : Number(year) + (year.length === 2 ? 2000 : 0);
    const made = new Date(full, month - 1, Number(day));
    return made.getMonth() === month - 1 && made.getDate() === Number(day) ? leergang.page.isoDate(made) : undefined;
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
    if (input.type === "date" && value && !isIso(value)) acceptText(input);
    if (read(input) !== value) input.value = shown(input, value); // else it is being typed
  }

  /**
   * @param {HTMLInputElement} input
   * @param {string} value
   */
  function shown(input, value) {
    return "date" in input.dataset && isIso(value) ? leergang.page.longDate(value) : value;
  }

  /** @param {string} text */
  function isIso(text) {
    return /^\d{4}-\d\d-\d\d$/.test(text);
  }

  Object.assign(leergang, { dates: { toIso, acceptTyped, read, write } });
})();
