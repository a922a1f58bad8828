// All answers seen together: by moment, by module or by date, and what is still empty.
(() => {
  "use strict";

  const { leergang } = window;
  const { page } = leergang;
  const { workbook: words } = page.words;

  /** @param {{values: Values}} item */
  function isWritten(item) {
    return Object.values(item.values).some((answer) => !leergang.isEmpty(answer.value));
  }

  /**
   * Answers with what the course says of their questions.
   * @param {Item[]} items
   * @param {Catalogue} catalogue
   * @returns {Entry[]}
   */
  function entriesOf(items, catalogue) {
    return items.filter(isWritten).map((item) => {
      const known = catalogue.items.find(({ kind, id }) => kind === item.kind && id === item.id);
      const element = elementOf(item);
      const moment = catalogue.moments.find(({ id }) => id === item.round) ?? catalogue.moments.find(({ id }) => id === element?.dataset.moment);
      return {
        item,
        element,
        title: known?.title ?? (item.kind === "reflection" ? Object.values(item.values)[0].asked : item.id),
        moment: known ? (moment?.title ?? "") : words["left"],
        when: catalogue.moments.find(({ id }) => id === item.round)?.title ?? page.longDate(item.round),
        module: known?.module ?? words["left"],
        goals: known?.goals ?? [],
        updated: Object.values(item.values).map(({ updated }) => updated).sort().at(-1) ?? "",
      };
    });
  }

  /**
   * The form on this page for a worksheet or prompt, at its own moment where it is asked at several.
   * @param {{kind: string, id: string, round?: string}} item
   * @returns {HTMLElement | null}
   */
  function elementOf({ kind, id, round = "" }) {
    const any = `course-${kind}[data-id="${CSS.escape(id)}"]`;
    return document.querySelector(`${any}[data-moment="${CSS.escape(round)}"]`) ?? document.querySelector(any);
  }

  /**
   * Entries in an order, with the heading that each goes under.
   * @param {Entry[]} entries
   * @param {string} order moment, module or date
   * @param {Catalogue} catalogue
   */
  function sortBy(entries, order, catalogue) {
    const places = new Map(catalogue.items.map(({ kind, id }, index) => [`${kind}/${id}`, index]));
    const place = (/** @type {Entry} */ { item }) => places.get(`${item.kind}/${item.id}`) ?? places.size;
    const heads = order === "module" ? [...catalogue.modules, words["general"]] : catalogue.moments.map(({ title }) => title);
    const head = (/** @type {Entry} */ entry) => (heads.indexOf(groupOf(entry)) + heads.length + 1) % (heads.length + 1);
    const groupOf = (/** @type {Entry} */ entry) =>
      order === "date" ? page.longDate(entry.updated) : order === "module" ? entry.module || words["general"] : entry.moment;
    const when = (/** @type {Entry} */ { item }) => catalogue.moments.findIndex(({ id }) => id === item.round);
    const byPlace = (/** @type {Entry} */ one, /** @type {Entry} */ other) =>
      head(one) - head(other) || place(one) - place(other) || when(one) - when(other) || (one.item.round < other.item.round ? -1 : 1);
    const byDate = (/** @type {Entry} */ one, /** @type {Entry} */ other) => (one.updated < other.updated ? 1 : -1);
    return { entries: [...entries].sort(order === "date" ? byDate : byPlace), groupOf };
  }

  /**
   * For each moment how many of its worksheets and prompts say something, and the forms that are empty.
   * @param {Catalogue} catalogue
   */
  function progress(catalogue) {
    const written = new Set(leergang.transfer.storedItems().filter(isWritten).flatMap(({ kind, id, round }) => [`${kind}/${id}/${round}`, `${kind}/${id}`]));
    return catalogue.moments.map(({ id, title }) => {
      const forms = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`[data-id][data-moment="${CSS.escape(id)}"]`)]);
      const empty = forms.filter((form) => {
        const name = `${form.localName.replace("course-", "")}/${form.dataset.id}`;
        return !written.has("repeat" in form.dataset ? name : `${name}/${id}`);
      });
      return { title, id, filled: forms.length - empty.length, empty };
    }).filter(({ filled, empty }) => filled + empty.length);
  }

  Object.assign(leergang, { overview: { entriesOf, sortBy, progress } });
})();
