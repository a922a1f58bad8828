// Making small pieces of a page, and what the scripts say in the reader's language. Text only ever becomes text.
(() => {
  "use strict";

  const { leergang } = window;
  const words = JSON.parse(document.getElementById("leergang-words")?.textContent ?? "{}");
  const language = document.documentElement.lang;

  /**
   * @param {string} kind the name of an element, with a class behind a dot if it has one
   * @param {(Node | string)[]} [children]
   * @param {Record<string, unknown>} [properties]
   * @returns {any}
   */
  function make(kind, children = [], properties = {}) {
    const [name, className = ""] = kind.split(".");
    const made = Object.assign(document.createElement(name), properties);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /**
   * @param {string} label
   * @param {() => void} act
   * @returns {HTMLButtonElement}
   */
  function button(label, act) {
    const made = make("button.c-button", [label], { type: "button" });
    made.addEventListener("click", act);
    return made;
  }

  /**
   * Words with `{name}` filled in; where there is a form for `count` 1, that one.
   * @param {Record<string, string>} section
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  function fill(section, key, values = {}) {
    const form = section[key] === undefined ? `${key}.${values.count === 1 ? "one" : "other"}` : key;
    return (section[form] ?? "").replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  }

  /** @param {string} date an ISO date or time; what is neither stays as it is */
  function longDate(date) {
    const parsed = new Date(date.length === 10 ? `${date}T12:00` : date);
    return isNaN(parsed.getTime()) || !/^\d{4}-\d\d-/.test(date) ? date : parsed.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
  }

  /** @param {string} time an ISO time */
  function longTime(time) {
    return new Date(time).toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
  }

  /** @param {Date} [day] */
  function isoDate(day = new Date()) {
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /**
   * Give the reader a file.
   * @param {string} text
   * @param {string} name
   */
  function download(text, name) {
    const link = make("a", [], { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /**
   * Put a piece of a page on the clipboard, with its headings and tables for a word processor. By the old command, since
   * the new one asks for https, which a school's own server or a file share has not.
   * @param {HTMLElement} node
   * @returns {boolean} whether the browser did it
   */
  function copy(node) {
    const put = (/** @type {ClipboardEvent} */ event) => {
      event.clipboardData?.setData("text/html", node.outerHTML);
      event.clipboardData?.setData("text/plain", plainText(node));
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener("copy", put, { capture: true, once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", put, { capture: true });
    return done;
  }

  /** @param {HTMLElement} node a piece that no page shows, so that innerText would not know its lines */
  function plainText(node) {
    const lines = [...node.querySelectorAll("h2, h3, p, li, tr")].map((line) =>
      line.localName === "tr" ? [...line.children].map((cell) => withBreaks(cell).replaceAll("\n", " ")).join("\t") : withBreaks(line),
    );
    return lines.join("\n");
  }

  /** @param {Element} line */
  function withBreaks(line) {
    const text = [...line.childNodes].map((part) => (part.nodeName === "BR" ? "\n" : part.textContent)).join("");
    return line.localName.startsWith("h") ? `\n${text}` : line.localName === "li" ? `- ${text}` : text;
  }

  Object.assign(leergang, { page: { words, make, button, fill, longDate, longTime, isoDate, download, copy } });
})();
