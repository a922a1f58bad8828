// The self-check: what this page asked for and what is kept here, seen from inside the browser. It tells of answers which
// there are and how long, never what is in them. What a browser doesn't show to pages, it says not to see.
(() => {
  "use strict";

  const { store, page } = window.leergang;
  const { make, fill } = page;
  const { check: words, moments } = page.words;
  const SIGNS = { fine: "✓", look: "!", fact: "i", unseen: "?" };
  const PAUSE = 200;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../", script.src);
  const language = document.documentElement.lang;

  /** @type {Map<string, string>} what the policy stopped: each address with the kind of thing that was asked for */
  const stopped = new Map();

  /** @param {string} key @param {Record<string, string | number>} [values] */
  const say = (key, values) => fill(words, key, values);

  /** @param {number} bytes */
  function inWords(bytes) {
    const [count, unit] = bytes < 1000 ? [bytes, "byte"] : bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
    return count.toLocaleString(language, { style: "unit", unit, maximumFractionDigits: 1 });
  }

  /**
   * @param {string} name
   * @param {CheckLine["verdict"]} verdict
   * @param {string} text
   * @param {string[]} [details]
   * @returns {CheckLine}
   */
  const line = (name, verdict, text, details = []) => ({ name, verdict, text, details });

  /** Cookies that a page can see; those that a server keeps from pages show in the browser's own tools. */
  function cookies() {
    try {
      const names = document.cookie.split("; ").filter(Boolean).map((cookie) => cookie.split("=")[0]);
      const verdict = names.length ? "look" : "fine";
      return line("cookies", verdict, say(names.length ? "cookies-found" : "cookies-none", { count: names.length }), names);
    } catch (error) {
      return line("cookies", "unseen", say("cookies-unseen")); // in a frame of someone else
    }
  }

  /** @param {string} address of what was asked for */
  function isOwn(address) {
    return address.startsWith("file:") ? address.startsWith(root.href) : new URL(address).host === location.host;
  }

  /** Every address that this page asked for, itself included. */
  function requests() {
    const names = performance.getEntriesByType("resource").map(({ name }) => name);
    const asked = [location.href, ...names].filter((name) => !/^(data|blob|about):/.test(name) && !stopped.has(name));
    const others = asked.filter((name) => !isOwn(name));
    const counts = new Map();
    for (const name of others) {
      const { protocol, host } = new URL(name);
      counts.set(`${protocol}//${host}`, (counts.get(`${protocol}//${host}`) ?? 0) + 1);
    }
    const details = [...counts].map(([host, count]) => say("requests-to", { host, count }));
    if (others.length) return line("requests", "look", say("requests-found", { count: others.length, all: asked.length }), details);
    const key = location.protocol === "file:" ? "requests-folder" : "requests-host";
    return line("requests", "fine", say(key, { count: asked.length, host: location.host }));
  }

  /** What the policy in this page stopped. */
  function blocked() {
    const details = [...stopped].map(([address, what]) => `${what}: ${address}`).sort();
    if (details.length) return line("blocked", "look", say("blocked-found", { count: details.length }), details);
    if (!document.querySelector("meta[http-equiv=Content-Security-Policy]")) return line("blocked", "look", say("blocked-open"));
    return line("blocked", "fine", say("blocked-none"));
  }

  /**
   * What a key in the browser's storage is for, in words; an empty text where it belongs to another site.
   * @param {string} key
   */
  function meaning(key) {
    const own = `leergang:${store.course}:`;
    if (key === `${root.pathname}.__palette`) return say("key-palette");
    if (key.startsWith(`${root.pathname}.__`)) return say("key-theme");
    if (!key.startsWith(own)) return "";
    const [kind, id = "", ...rest] = key.slice(own.length).split(":");
    if (kind === "worksheet" || kind === "reflection") {
      const round = rest.join(":");
      return say(`key-${kind}`, { id, round: moments[round] ?? round });
    }
    const name = id.startsWith("day-") ? "day" : id; // a day's moment is in its name
    return words[`key-${kind}-${name}`] ?? words[`key-${kind}`] ?? say("key-unknown");
  }

  /**
   * What stands in a storage, by what it is for.
   * @param {string} name
   * @param {() => Storage} get
   */
  function stored(name, get) {
    /** @type {[string, string][]} */
    let found;
    try {
      const storage = get();
      found = Object.keys(storage).sort().map((key) => [key, storage.getItem(key) ?? ""]);
    } catch (error) {
      return line(name, "unseen", say("storage-unseen"));
    }
    const sized = found.map(([key, value]) => ({ key, what: meaning(key), bytes: new Blob([key, value]).size }));
    const own = sized.filter(({ what }) => what);
    const others = sized.filter(({ what }) => !what);
    const sum = (/** @type {typeof sized} */ all) => inWords(all.reduce((total, { bytes }) => total + bytes, 0));
    const details = own.map(({ key, what, bytes }) => `${what}: ${inWords(bytes)} (${key})`);
    if (others.length) details.push(say("storage-others", { count: others.length, size: sum(others) }));
    if (!own.length) return line(name, "fine", say(`none-${name}`), details);
    return line(name, "fact", say(`found-${name}`, { count: own.length, size: sum(own) }), details);
  }

  /** The course's pages for when there is no network. */
  async function copies() {
    if (!window.caches) return line("copies", "fine", say("copies-cannot"));
    try {
      const names = await caches.keys();
      const own = names.filter((name) => name.startsWith(`leergang ${root.pathname} `));
      const details = names.length > own.length ? [say("copies-others", { count: names.length - own.length })] : [];
      let [count, bytes] = [0, 0];
      for (const name of own) {
        const cache = await caches.open(name);
        for (const asked of await cache.keys()) {
          count += 1;
          bytes += (await (await cache.match(asked, { ignoreVary: true }))?.blob())?.size ?? 0;
        }
      }
      if (!own.length) return line("copies", "fine", say("copies-none"), details);
      return line("copies", "fact", say("copies-found", { count, size: inWords(bytes) }), [...own, ...details]);
    } catch (error) {
      return line("copies", "fine", say("copies-cannot")); // from a disk
    }
  }

  /** The script that gives those pages. */
  async function workers() {
    try {
      const found = (await navigator.serviceWorker.getRegistrations()).map(({ active, waiting, installing }) => (active ?? waiting ?? installing)?.scriptURL ?? "");
      const own = found.filter((address) => address === new URL("worker.js", root).href);
      const details = found.length > own.length ? [say("workers-others", { count: found.length - own.length })] : [];
      if (!own.length) return line("workers", "fine", say("workers-none"), details);
      return line("workers", "fact", say("workers-found"), [...own, ...details]);
    } catch (error) {
      return line("workers", "fine", say("workers-cannot")); // without https, or from a disk
    }
  }

  /** Databases in the browser: the course has none. */
  async function databases() {
    try {
      const found = (await indexedDB.databases()).length;
      return line("databases", found ? "fact" : "fine", say(found ? "databases-found" : "databases-none", { count: found }));
    } catch (error) {
      return line("databases", "unseen", say("databases-unseen"));
    }
  }

  function connection() {
    if (location.protocol === "file:") return line("connection", "fact", say("connection-file"));
    if (location.protocol === "https:") return line("connection", "fine", say("connection-https", { host: location.host }));
    if (window.isSecureContext) return line("connection", "fact", say("connection-local", { host: location.host }));
    return line("connection", "look", say("connection-http", { host: location.host }));
  }

  function frame() {
    if (window.top === window) return line("frame", "fine", say("frame-none"));
    return line("frame", "look", say("frame-found"), [...(location.ancestorOrigins ?? [])]);
  }

  /** Every line of the report, in turn. */
  async function look() {
    const kept = [stored("local", () => localStorage), stored("session", () => sessionStorage)];
    return [cookies(), requests(), blocked(), ...kept, ...(await Promise.all([copies(), workers(), databases()])), connection(), frame()];
  }

  class CourseSelfCheck extends HTMLElement {
    constructor() {
      super();
      /** @type {string} what the report says by now, to leave it alone while that is so */
      this.shown = "";
      this.turn = 0;
      this.timer = 0;
    }

    connectedCallback() {
      this.addEventListener("click", (event) => this.act(/** @type {HTMLElement} */ (event.target).dataset.act));
      this.listen();
      this.find("without").hidden = true;
      this.find("report").hidden = this.find("actions").hidden = false;
      this.check();
    }

    /** @param {string} name */
    find(name) {
      return /** @type {HTMLElement} */ (this.querySelector(`[data-part="${name}"]`));
    }

    /** Look again soon after anything changes, also what happened before this script was there. */
    listen() {
      const later = () => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.check(), PAUSE);
      };
      const stop = (/** @type {string} */ address, /** @type {string} */ what) => {
        stopped.set(address, what);
        later();
      };
      document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => stop(blockedURI, effectiveDirective));
      const { ReportingObserver } = /** @type {any} */ (window); // Firefox has none
      if (ReportingObserver) {
        const tell = (/** @type {{body: {blockedURL: string | null, effectiveDirective: string}}[]} */ reports) =>
          reports.forEach(({ body }) => stop(body.blockedURL ?? "", body.effectiveDirective));
        new ReportingObserver(tell, { types: ["csp-violation"], buffered: true }).observe();
      }
      new PerformanceObserver(later).observe({ type: "resource" });
      for (const event of ["storage", "pageshow"]) addEventListener(event, later);
    }

    /** @param {string | undefined} act what a button is for */
    async act(act) {
      if (act === "print") return print();
      if (act === "copy") this.tell(page.copy(this.find("report")) ? "copied" : "not-copied");
      if (act === "again") {
        await this.check(true);
        this.tell("done");
      }
    }

    /** @param {string} key */
    tell(key) {
      this.find("said").textContent = say(key, { time: new Date().toLocaleTimeString(language) });
    }

    /** @param {boolean} [always] whether the time is new, even where nothing else is */
    async check(always = false) {
      const turn = ++this.turn;
      const lines = await look();
      const found = JSON.stringify(lines);
      if (turn !== this.turn || (found === this.shown && !always)) return;
      this.shown = found;
      const count = lines.filter(({ verdict }) => verdict === "look").length;
      const facts = [say("when", { time: page.longTime(new Date().toISOString()) }), say("where", { address: location.href }), say("with", { browser: navigator.userAgent })];
      const summary = make("p.c-self-check__summary", [say(count ? "summary-look" : "summary-fine", { count })]);
      this.find("report").replaceChildren(summary, make("ul.c-self-check__facts", facts.map((fact) => make("li", [fact]))), ...lines.map((one) => this.render(one)));
    }

    /** @param {CheckLine} line */
    render({ name, verdict, text, details }) {
      const sign = make("span.c-self-check__sign", [SIGNS[verdict]]);
      sign.setAttribute("aria-hidden", "true");
      const words = [sign, " ", say(`title-${name}`), ": ", say(`verdict-${verdict}`)];
      const heading = make(`h${this.dataset.level}.c-self-check__heading`, words);
      const made = make("section.c-self-check__line", [heading, make("p", [text])]);
      if (details.length) made.append(make("ul", details.map((detail) => make("li", [detail]))));
      made.dataset.verdict = verdict;
      made.dataset.line = name;
      return made;
    }
  }

  customElements.define("course-self-check", CourseSelfCheck);
})();
