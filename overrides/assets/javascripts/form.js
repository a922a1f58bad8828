// Between the controls of a form and answers as plain values: one reader and one writer for every kind of field.
(() => {
  "use strict";

  const { leergang } = window;

  /**
   * The fields of a form by their ids, each with the element that holds its controls.
   * A prompt is a form of one field.
   * @param {HTMLFormElement} form
   * @returns {Map<string, HTMLElement>}
   */
  function fieldsOf(form) {
    const boxes = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-field]")]);
    return new Map(boxes.map((box) => [box.dataset.field ?? "", box]));
  }

  /**
   * The question as the reader sees it, without "(required)", hint or example.
   * @param {Element} box
   */
  function questionOf(box) {
    const words = box.querySelector("[data-question]");
    return (words?.textContent ?? "").replace(/\s+/g, " ").trim();
  }

  /**
   * What a field holds: a text, a list of options, or rows.
   * @param {Element} box
   * @returns {unknown}
   */
  function readField(box) {
    const id = /** @type {HTMLElement} */ (box).dataset.field ?? "";
    const table = box.querySelector("table.c-field__table[data-rows]");
    if (table) return readTable(/** @type {HTMLElement} */ (table), id);
    const names = new Set(controls(box).map((control) => control.name));
    if (names.size === 1 && names.has(id)) return readControls(controls(box));
    return Object.fromEntries([...names].map((name) => [name.slice(id.length + 1), readControls(named(box, name))]).filter(([, value]) => !leergang.isEmpty(value)));
  }

  /**
   * @param {HTMLElement} table
   * @param {string} id
   */
  function readTable(table, id) {
    const rows = [...table.querySelectorAll("tbody tr")].map((row) => {
      const key = /** @type {HTMLElement} */ (row).dataset.row ?? "";
      const start = `${id}.${key}.`;
      const names = new Set(controls(row).map((control) => control.name));
      const cells = [...names].map((name) => [name.slice(start.length), readControls(named(row, name))]);
      return { key, cells: Object.fromEntries(cells.filter(([, value]) => !leergang.isEmpty(value))) };
    });
    if (table.dataset.rows === "fixed") {
      return Object.fromEntries(rows.filter(({ cells }) => !leergang.isEmpty(cells)).map(({ key, cells }) => [key, cells]));
    }
    while (rows.length && leergang.isEmpty(rows[rows.length - 1].cells)) rows.pop();
    return rows.map(({ cells }) => cells);
  }

  /** @param {HTMLInputElement[]} found controls of one name */
  function readControls(found) {
    if (found[0]?.type === "checkbox") return found.filter((one) => one.checked).map((one) => one.value);
    if (found[0]?.type === "radio") return found.find((one) => one.checked)?.value ?? "";
    return found[0] ? leergang.dates.read(found[0]) : "";
  }

  /**
   * Show an answer in a field; whatever the field has no place for is left out, and stays in the store.
   * @param {Element} box
   * @param {any} value
   */
  function writeField(box, value) {
    const id = /** @type {HTMLElement} */ (box).dataset.field ?? "";
    const table = /** @type {HTMLElement | null} */ (box.querySelector("table.c-field__table[data-rows]"));
    if (table && table.dataset.rows === "free") fitRows(table, Array.isArray(value) ? value.length : 0);
    for (const name of new Set(controls(box).map((control) => control.name))) {
      const path = name === id ? [] : name.slice(id.length + 1).split(".");
      if (table?.dataset.rows === "free") path[0] = String(Number(path[0]) - 1);
      writeControls(named(box, name), path.reduce((/** @type {any} */ here, step) => here?.[step], value));
    }
  }

  /**
   * Whether a field has a place for all of an answer: each row, column and option that it was given in.
   * @param {Element} box
   * @param {unknown} value
   */
  function fits(box, value) {
    const copy = /** @type {Element} */ (box.cloneNode(true));
    writeField(copy, value);
    return leergang.holds(readField(copy), value);
  }

  /**
   * @param {HTMLInputElement[]} found controls of one name
   * @param {unknown} value
   */
  function writeControls(found, value) {
    const chosen = Array.isArray(value) ? value.map(String) : [];
    const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
    for (const one of found) {
      if (one.type === "checkbox") one.checked = chosen.includes(one.value);
      else if (one.type === "radio") one.checked = one.value === text;
      else leergang.dates.write(one, text);
    }
  }

  /**
   * What a row of fixed rows, or one of several statements, is called.
   * @param {Element} box
   * @param {string} key
   */
  function rowLabel(box, key) {
    const name = `${/** @type {HTMLElement} */ (box).dataset.field}.${key}`;
    const row = box.querySelector(`tr[data-row="${CSS.escape(key)}"] th`) ?? named(box, name)[0]?.closest("fieldset")?.querySelector("legend");
    return row?.textContent?.trim() ?? key;
  }

  /**
   * @param {Element} box
   * @param {string} name of the cell's controls
   * @param {any} value
   */
  function cellWords(box, name, value) {
    return [value].flat().map((part) => labelOf(box, name, part)).join(", ");
  }

  /**
   * @param {Element} box
   * @param {string} name
   * @param {unknown} value
   */
  function labelOf(box, name, value) {
    const found = named(box, name);
    const control = found.find((one) => ["radio", "checkbox"].includes(one.type) && one.value === value);
    if (found[0] && (found[0].type === "date" || "date" in found[0].dataset)) return leergang.dates.inWords(String(value ?? ""));
    return control?.closest("label")?.textContent?.trim() ?? leergang.form.bareWords(value);
  }

  /**
   * An answer in words where its question is gone, and its labels with it.
   * @param {any} value
   * @returns {string}
   */
  function bareWords(value) {
    if (Array.isArray(value)) return value.map(bareWords).filter(Boolean).join("; ");
    if (typeof value !== "object" || value === null) return String(value ?? "");
    return Object.entries(value).map(([key, one]) => `${key}: ${bareWords(one)}`).join(", ");
  }

  /**
   * Take the last row away, if it is empty and the table may do without.
   * @param {HTMLElement} table
   */
  function dropRow(table) {
    if (canDropRow(table)) table.querySelector("tbody tr:last-child")?.remove();
  }

  /** @param {HTMLElement} table */
  function canDropRow(table) {
    const rows = table.querySelectorAll("tbody tr");
    const last = rows[rows.length - 1];
    return rows.length > Math.max(1, Number(table.dataset.min)) && controls(last).every((one) => (["radio", "checkbox"].includes(one.type) ? !one.checked : !one.value));
  }

  /**
   * As many rows as a table needs: what is answered, or what an empty one shows.
   * @param {HTMLElement} table
   * @param {number} count
   */
  function fitRows(table, count) {
    const body = /** @type {HTMLElement} */ (table.querySelector("tbody"));
    const wanted = Math.min(Math.max(count, Number(table.dataset.shown)), Number(table.dataset.max));
    while (body.children.length < wanted) addRow(table);
  }

  /**
   * A row more at the end, like the first and empty.
   * @param {HTMLElement} table
   * @returns {HTMLElement}
   */
  function addRow(table) {
    const body = /** @type {HTMLElement} */ (table.querySelector("tbody"));
    const first = /** @type {HTMLElement} */ (body.children[0]);
    const row = /** @type {HTMLElement} */ (first.cloneNode(true));
    writeAll(row, undefined); // before it joins: a checked radio would take the mark of its like in the first row
    numberRow(row, String(body.children.length + 1));
    body.append(row);
    return row;
  }

  /**
   * Give a copied row its number, in its names and labels as well.
   * @param {HTMLElement} row
   * @param {string} number
   */
  function numberRow(row, number) {
    row.dataset.row = number;
    for (const control of controls(row)) control.name = control.name.replace(/\.\d+\./, `.${number}.`);
    for (const labelled of row.querySelectorAll("[aria-label]")) {
      labelled.setAttribute("aria-label", (labelled.getAttribute("aria-label") ?? "").replace(/\d+/, number));
    }
    for (const words of row.querySelectorAll("th, legend")) words.textContent = (words.textContent ?? "").replace(/\d+/, number);
  }

  /**
   * @param {Element} box
   * @param {unknown} value
   */
  function writeAll(box, value) {
    for (const name of new Set(controls(box).map((control) => control.name))) writeControls(named(box, name), value);
  }

  /**
   * @param {Element} box
   * @returns {HTMLInputElement[]}
   */
  function controls(box) {
    return /** @type {HTMLInputElement[]} */ ([...box.querySelectorAll("input[name], textarea[name], select[name]")]);
  }

  /**
   * @param {Element} box
   * @param {string} name
   */
  function named(box, name) {
    return controls(box).filter((control) => control.name === name);
  }

  Object.assign(leergang, { form: { fieldsOf, questionOf, readField, writeField, fits, addRow, dropRow, canDropRow, labelOf, rowLabel, cellWords, bareWords } });
})();
