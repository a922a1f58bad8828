// Shows what changes while the course is being written: loads the page anew when there is a newer site, and tells over
// the last good one what is wrong. Only the preview puts it in a page; no site has it.
(() => {
  "use strict";

  /**
   * @typedef {object} Problem
   * @property {string} message
   * @property {string} kind what it is called: fout[onbekend-werkblad]
   * @property {"error" | "warning"} severity
   * @property {string} path
   * @property {number} line
   * @property {number} column 0 when only the line is known
   * @property {string} page the address of the page that the file becomes
   * @property {string} excerpt
   * @property {number} caret
   *
   * @typedef {object} State
   * @property {string} state its name
   * @property {string} site the name of the site that is shown
   * @property {string} summary
   * @property {Problem[]} problems
   * @property {Record<string, string>} words
   * @property {string} language
   */

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("..", script.src); // of the site: this file is in .leergang/
  const here = decodeURIComponent(location.pathname.slice(root.pathname.length)).replace(/(^|\/)$/, "$1index.html");
  const OPEN = "leergang-preview-open";
  const RETRY = 1000;
  const TOKEN = /^(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_-]+|\[[^\]]*\]|\S)/u;

  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "open" });
  /** @type {State} */
  let shown = JSON.parse(/** @type {string} */ (script.dataset.state));
  let asking = new AbortController();

  async function follow() {
    const { site } = shown;
    let known = shown.state;
    draw(shown, false);
    for (;;) {
      try {
        await visible();
        asking = new AbortController();
        const answer = await fetch(new URL(`.leergang/state?known=${known}`, root), { signal: asking.signal });
        const state = /** @type {State} */ (await answer.json());
        if (state.site !== site) return location.reload();
        if (state.state !== known) draw(state, hasErrors(shown));
        known = state.state;
      } catch (error) {
        if (asking.signal.aborted) continue;
        known = "";
        gone();
        await new Promise((resolve) => setTimeout(resolve, RETRY));
      }
    }
  }

  /** A page that nobody sees doesn't wait: a browser has few connections to one server. */
  function visible() {
    return new Promise((resolve) => {
      const look = () => {
        if (document.visibilityState !== "visible") return;
        document.removeEventListener("visibilitychange", look);
        resolve(undefined);
      };
      document.addEventListener("visibilitychange", look);
      look();
    });
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") asking.abort();
  });

  /** @param {State} state */
  const hasErrors = (state) => state.problems.some((problem) => problem.severity === "error");

  /** @param {State} state @param {boolean} had whether it told an error before, which the reader may have folded away */
  function draw(state, had) {
    shown = state;
    waiting(state);
    if (!state.problems.length) return host.remove();
    if (hasErrors(state) && !had) sessionStorage.setItem(OPEN, "true");
    panel(hasErrors(state) ? "alert" : "status", state.summary, list(state));
  }

  /** The page that stands for a site that isn't there yet. @param {State} state */
  function waiting({ words, problems, language }) {
    const place = document.getElementById("leergang-waiting");
    if (!place) return;
    if (!place.textContent) document.head.append(styles());
    document.documentElement.lang = language;
    document.title = words["label"];
    place.textContent = problems.length ? words["not-yet"] : words["waiting"];
  }

  /** All problems, those of this page first. @param {State} state */
  function list({ problems, words }) {
    const parts = [];
    const groups = [
      [words["here"], problems.filter((problem) => problem.page === here)],
      [words["elsewhere"], problems.filter((problem) => problem.page !== here)],
    ];
    for (const [title, found] of /** @type {[string, Problem[]][]} */ (groups)) {
      if (!found.length) continue;
      const items = found.map((problem) => item(problem, words));
      parts.push(element("h2", {}, title), element("ol", {}, ...items));
    }
    return parts;
  }

  /** @param {Problem} problem @param {Record<string, string>} words */
  function item(problem, words) {
    const parts = [element("p", { class: "message" }, element("b", {}, problem.kind), ` ${problem.message}`)];
    if (problem.path) {
      const name = problem.column ? "place" : "line";
      const place = words[name].replace("{line}", String(problem.line)).replace("{column}", String(problem.column));
      parts.unshift(element("p", { class: "place" }, element("code", {}, problem.path), ` ${place}`));
    }
    if (problem.excerpt) parts.push(excerpt(problem));
    if (problem.page && problem.page !== here) {
      const link = element("a", { href: new URL(problem.page, root).href }, words["open"]);
      parts.push(element("p", {}, link));
    }
    return element("li", { class: problem.severity }, ...parts);
  }

  /** The line, with what stands at the column marked: it wraps on a phone, where a caret below would be lost. @param {Problem} problem */
  function excerpt({ excerpt: text, caret }) {
    const marked = caret < 0 ? "" : (text.slice(caret).match(TOKEN)?.[0] ?? "");
    if (!marked) return element("pre", {}, text);
    return element("pre", {}, text.slice(0, caret), element("mark", {}, marked), text.slice(caret + marked.length));
  }

  /** Says what there is to say, and takes no focus. @param {string} role @param {string} text @param {Node[]} content */
  function panel(role, text, content) {
    const { words } = shown;
    const focused = shadow.activeElement?.tagName;
    const body = element("div", { class: "list", id: "list", tabindex: "0", role: "group", "aria-label": words["label"] });
    body.append(...content);
    const button = /** @type {HTMLButtonElement} */ (element("button", { type: "button", "aria-controls": "list" }));
    const turn = () => {
      const open = sessionStorage.getItem(OPEN) === "true";
      body.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
      button.textContent = words[open ? "hide" : "show"];
    };
    button.addEventListener("click", () => {
      sessionStorage.setItem(OPEN, String(sessionStorage.getItem(OPEN) !== "true"));
      turn();
    });
    turn();
    const bar = element("div", { class: "bar" }, element("p", { role }, text), ...(content.length ? [button] : []));
    const section = element("section", { "aria-label": words["label"], class: role }, bar, body);
    shadow.replaceChildren(styles(), section);
    if (!host.isConnected) document.body.append(host);
    if (focused === "BUTTON") button.focus();
  }

  function styles() {
    return element("link", { rel: "stylesheet", href: new URL("preview.css", script.src).href });
  }

  function gone() {
    panel("status", shown.words["gone"], []);
    shown = { ...shown, problems: [] };
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} attributes
   * @param {...(Node | string)} children
   */
  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  void follow();
})();
