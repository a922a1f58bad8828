// Answers as a document: with their questions, as headings, paragraphs, lists and tables, to read, print and copy.
(() => {
  "use strict";

  const { leergang } = window;
  const { form: forms, page } = leergang;
  const { make } = page;

  /**
   * The answers to one worksheet or prompt.
   * @param {Entry} entry
   * @param {(field: string) => Node[]} [beside] what stands below an answer
   * @returns {HTMLElement}
   */
  function renderEntry(entry, beside = () => []) {
    leergang.later?.make(entry.element);
    const fields = entry.element ? [...forms.fieldsOf(/** @type {HTMLFormElement} */ (entry.element.querySelector("form"))).keys()] : [];
    const place = (/** @type {string} */ field) => (fields.includes(field) ? fields.indexOf(field) : fields.length);
    const answered = Object.entries(entry.item.values).filter(([, answer]) => !leergang.isEmpty(answer.value));
    answered.sort(([one], [other]) => place(one) - place(other));
    const parts = answered.flatMap(([field, answer]) => [
      ...(answer.asked === entry.title ? [] : [make("p.c-document__question", [make("strong", [answer.asked]), ...endsOf(boxOf(entry, field))])]),
      ...renderValue(boxOf(entry, field), answer.value),
      ...beside(field),
    ]);
    const facts = [entry.when, page.longDate(entry.updated)].filter((fact, index, all) => all.indexOf(fact) === index);
    return make("section.c-document__item", [make("h3", [entry.title]), make("p.c-document__facts", [facts.join(" · ")]), ...parts]);
  }

  /**
   * What the numbers of a scale say.
   * @param {HTMLElement | null} box
   */
  function endsOf(box) {
    const ends = box?.querySelector(".c-scale__ends")?.textContent;
    return ends ? [` (${ends.trim()})`] : [];
  }

  /**
   * The element with the controls of a field, where the course still has it.
   * @param {Entry} entry
   * @param {string} field
   * @returns {HTMLElement | null}
   */
  function boxOf(entry, field) {
    return entry.element?.querySelector(`[data-field="${CSS.escape(field)}"]`) ?? null;
  }

  /**
   * @param {HTMLElement | null} box
   * @param {any} value of any form: a file may come from anywhere
   * @returns {Node[]}
   */
  function renderValue(box, value) {
    const id = box?.dataset.field ?? "";
    if (!box || typeof value !== "object" || value === null) return [make("p", lines(box ? forms.labelOf(box, id, value) : forms.bareWords(value)))];
    const table = box.querySelector("table");
    const rows = Array.isArray(value) ? value.map((row, index) => [String(index + 1), row]) : Object.entries(value);
    if (table && rows.every(([, row]) => typeof row === "object" && !Array.isArray(row))) return [renderTable(box, table, rows)];
    if (Array.isArray(value)) return [make("ul", value.map((one) => make("li", [forms.labelOf(box, id, one)])))];
    return [make("table", [make("tbody", rows.map(([key, one]) => row(forms.rowLabel(box, key), [forms.bareWords(one)])))])];
  }

  /**
   * @param {HTMLElement} box
   * @param {HTMLTableElement} table
   * @param {any[][]} rows each row's name and its cells by column
   */
  function renderTable(box, table, rows) {
    const id = box.dataset.field ?? "";
    const free = table.dataset.rows === "free";
    const first = table.querySelector("tbody tr")?.getAttribute("data-row") ?? "";
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.firstChild?.textContent?.trim() ?? "");
    const filled = rows.filter(([, cells]) => !leergang.isEmpty(cells));
    const asked = [...table.querySelectorAll(`[name^="${CSS.escape(id)}.${CSS.escape(first)}."]`)].map((one) => String(one.getAttribute("name")).split(".").at(-1) ?? "");
    const columns = [...new Set([...asked, ...filled.flatMap(([, cells]) => Object.keys(cells))])];
    const labels = columns.map((column, index) => heads[index] ?? column);
    const body = filled.map(([key, cells]) =>
      row(free ? key : forms.rowLabel(box, key), columns.map((column) => forms.cellWords(box, `${id}.${free ? first : key}.${column}`, cells[column])), labels),
    );
    const head = make("tr", ["", ...labels].map((text) => make(text ? "th" : "td", [text])));
    return make("table", [make("thead", [head]), make("tbody", body)]);
  }

  /**
   * @param {string} head
   * @param {string[]} cells
   * @param {string[]} labels the head of each cell's column, which a phone shows above it
   */
  function row(head, cells, labels = []) {
    const made = make("tr", [make("th", [head], { scope: "row" }), ...cells.map((text) => make("td", lines(text)))]);
    labels.forEach((label, index) => made.cells[index + 1].setAttribute("data-label", label));
    return made;
  }

  /**
   * A text with its line ends, which a word processor knows by an element only.
   * @param {string} text
   * @returns {(Node | string)[]}
   */
  function lines(text) {
    return text.split("\n").flatMap((line, index) => (index ? [make("br"), line] : [line]));
  }

  /**
   * Entries below headings.
   * @param {Entry[]} entries
   * @param {(entry: Entry) => string} groupOf
   * @param {(entry: Entry) => HTMLElement} render
   * @returns {HTMLElement[]}
   */
  function renderGroups(entries, groupOf, render) {
    /** @type {Map<string, Entry[]>} */
    const groups = new Map();
    for (const entry of entries) groups.set(groupOf(entry), [...(groups.get(groupOf(entry)) ?? []), entry]);
    return [...groups].map(([title, found]) => make("section", [make("h2", [title]), ...found.map(render)]));
  }

  Object.assign(leergang, { document: { renderEntry, renderGroups, renderValue } });
})();
