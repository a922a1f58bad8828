// What is done of the path and what is left: marks on its steps, from what was read and what was answered.
(() => {
  "use strict";

  const { leergang } = window;
  const { store, page } = leergang;
  const { make, fill } = page;
  const { reading: words } = page.words;

  /**
   * How much is filled in of each worksheet and prompt, by kind, id and round; and by kind and id, whatever the round.
   * @returns {Map<string, number>}
   */
  function answered() {
    const found = new Map();
    for (const name of store.names()) {
      const count = Object.values(store.read(name).values).filter((answer) => !leergang.isEmpty(answer.value)).length;
      const any = `${name.kind} ${name.id} `;
      found.set(`${any}${name.round}`, count).set(any, Math.max(count, found.get(any) ?? 0));
    }
    return found;
  }

  /**
   * @param {HTMLElement} step
   * @param {string} moment
   * @param {Record<string, string>} read when each chapter was read
   * @param {Map<string, number>} counts
   * @returns {[state: "" | "begun" | "done", words: string]}
   */
  function stateOf(step, moment, read, counts) {
    const { kind, step: names = "" } = step.dataset;
    if (kind === "chapter") return names in read ? ["done", words["read"]] : ["", ""];
    if (kind === "worksheet") {
      const round = "repeat" in step.dataset ? "" : moment;
      const count = counts.get(`worksheet ${names} ${round}`) ?? 0;
      return count >= Number(step.dataset.fields) ? ["done", words["filled"]] : count ? ["begun", words["begun"]] : ["", ""];
    }
    const all = names.split(" ");
    const count = all.filter((name) => counts.get(`reflection ${name} ${moment}`)).length;
    return [count === all.length ? "done" : count ? "begun" : "", count ? fill(words, "answered", { count, all: all.length }) : ""];
  }

  /** @param {number} count minutes */
  function left(count) {
    const hours = (Math.round(count / 30) / 2).toLocaleString(document.documentElement.lang);
    return count === 0 ? words["done"] : count < 120 ? fill(words, "minutes", { count }) : fill(words, "hours", { count: hours });
  }

  /**
   * Mark each step on the page, and say what is left of each moment of which something is done.
   * @param {Record<string, string>} read when each chapter was read
   */
  function showPath(read) {
    const counts = answered();
    for (const path of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-path]"))) {
      const around = path.closest("details, li");
      const dots = around?.querySelectorAll(".c-strip__dot") ?? [];
      const steps = /** @type {HTMLElement[]} */ ([...path.children]);
      steps.forEach((step, index) => {
        const [state, text] = step.dataset.step ? stateOf(step, path.dataset.path ?? "", read, counts) : ["", ""];
        step.querySelector(".c-path__state")?.remove();
        if (text) step.append(make("span.c-path__state", [text]));
        for (const one of [step, dots[index]]) one?.setAttribute("data-state", state);
      });
      const timed = steps.filter((step) => step.dataset.minutes);
      const rest = timed.filter((step) => step.dataset.state !== "done").reduce((sum, step) => sum + Number(step.dataset.minutes), 0);
      const begun = steps.some((step) => step.dataset.state);
      for (const part of around?.querySelectorAll("[data-part=left]") ?? []) part.textContent = begun ? `(${left(rest)})` : "";
    }
  }

  /** Of the moments on the page, open the first that has something left to do: there the reader goes on. */
  function openNext() {
    const moments = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll(".c-programme__steps")]);
    const next = moments.find((one) => one.querySelector("[data-step]:not([data-state=done])"));
    if (next && moments.filter(({ open }) => open).length === 1) for (const one of moments) one.open = one === next;
  }

  Object.assign(leergang, { showPath, openNext });
})();
