// A report of what a reader learned: hours, goals, reflections and evidence, to print for a register or a file.
(() => {
  "use strict";

  const { leergang } = window;
  const { store, page } = leergang;
  const { make, fill, longDate } = page;
  const { workbook: words } = page.words;
  const STEP = 0.25;

  /**
   * The hours by what they were spent on: as the programme has them, or as the reader noted.
   * @param {Catalogue} catalogue
   */
  function hoursOf(catalogue) {
    const programme = [...catalogue.moments, { id: "reading", title: words["report-reading"], minutes: catalogue.reading }];
    const noted = store.notedData("hours");
    return programme
      .filter(({ minutes }) => minutes)
      .map(({ id, title, minutes }) => ({ id, title, hours: typeof noted[id] === "number" ? noted[id] : Math.round(minutes / 60 / STEP) * STEP }));
  }

  /** @param {number} hours */
  function inWords(hours) {
    return hours.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 });
  }

  /**
   * Where a reader adjusts the hours.
   * @param {Catalogue} catalogue
   * @param {() => void} changed
   * @returns {HTMLElement[]}
   */
  function renderHours(catalogue, changed) {
    return hoursOf(catalogue).map(({ id, title, hours }) => {
      const input = make("input.c-field__control", [], { type: "number", min: "0", step: String(STEP), value: String(hours) });
      input.addEventListener("change", () => {
        const own = store.notedData("hours");
        if (input.value === "" || input.valueAsNumber < 0) delete own[id];
        else own[id] = input.valueAsNumber;
        store.note("hours", JSON.stringify(own));
        changed();
      });
      return make("label.c-tools__hours", [title, " ", input]);
    });
  }

  /**
   * @param {Entry[]} entries in order
   * @param {Catalogue} catalogue
   * @param {string} name of the reader
   * @param {(entry: Entry) => HTMLElement} renderItem
   * @returns {HTMLElement[]}
   */
  function render(entries, catalogue, name, renderItem) {
    const times = entries.flatMap(({ item }) => Object.values(item.values).map(({ updated }) => updated)).sort();
    const period = times.length ? fill(words, "report-period", { from: longDate(times[0]), to: longDate(times[times.length - 1]) }) : "";
    const goals = [...new Set(entries.flatMap((entry) => entry.goals))];
    const part = (/** @type {string} */ title, /** @type {HTMLElement[]} */ found) => (found.length ? [make("section", [make("h2", [title]), ...found])] : []);
    return [
      make("p", [catalogue.course]),
      ...(name ? [make("p", [name])] : []),
      ...(period ? [make("p", [period])] : []),
      ...part(words["report-hours"], [hoursTable(catalogue)]),
      ...part(words["report-goals"], goals.length ? [make("ul", goals.map((goal) => make("li", [goal])))] : []),
      ...part(words["report-reflections"], entries.filter(({ item }) => item.kind === "reflection").map(renderItem)),
      ...part(words["report-evidence"], entries.filter(({ item }) => item.kind === "worksheet").map(renderItem)),
      make("p.c-document__facts", [words["report-note"]]),
    ];
  }

  /** @param {Catalogue} catalogue */
  function hoursTable(catalogue) {
    const hours = hoursOf(catalogue);
    const row = (/** @type {string} */ title, /** @type {number} */ count) =>
      make("tr", [make("th", [title], { scope: "row" }), make("td", [inWords(count)])]);
    const total = hours.reduce((sum, one) => sum + one.hours, 0);
    return make("table", [make("tbody", [...hours.map(({ title, hours: count }) => row(title, count)), row(words["report-total"], total)])]);
  }

  Object.assign(leergang, { report: { render, renderHours } });
})();
