// The day runner: what is now and what is next, by the clock. Times are whole minutes since 1970: nothing turns at midnight.
(() => {
  "use strict";

  const { leergang } = window;
  const { store, page } = leergang;
  const { fill } = page;
  const { day: words } = page.words;
  const MINUTE = 60_000;
  const LONGEST = 16 * 60;

  /**
   * The minute at which it is `time` (09:30) on the day of another minute.
   * @param {string} time
   * @param {number} near
   */
  function minuteAt(time, near) {
    const day = new Date(near * MINUTE);
    const [hours, minutes] = time.split(":").map(Number);
    return Math.floor(day.setHours(hours, minutes, 0, 0) / MINUTE);
  }

  /** @param {number} minute */
  function clockOf(minute) {
    const day = new Date(minute * MINUTE);
    return [day.getHours(), day.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  }

  /**
   * When each part begins and ends: as it went, and from there as it will go if every part takes its minutes.
   * @param {number[]} minutes of each part
   * @param {number} start when the first part should begin
   * @param {number[]} begun when parts began, so far; one more where the last has ended
   * @param {number} now
   * @returns {DayTime[]}
   */
  function schedule(minutes, start, begun, now) {
    /** @type {DayTime[]} */
    const times = [];
    for (const [index, length] of minutes.entries()) {
      const from = begun[index] ?? times.at(-1)?.to ?? start;
      const planned = from + length;
      const running = index === begun.length - 1;
      times.push({ from, to: begun[index + 1] ?? (running ? Math.max(planned, now) : planned) });
    }
    return times;
  }

  /**
   * How many minutes the day is behind, below 0 ahead, once the part that is on has had its time.
   * @param {number[]} minutes
   * @param {number} start
   * @param {number[]} begun
   * @param {number} now
   */
  function behind(minutes, start, begun, now) {
    const index = Math.min(begun.length, minutes.length) - 1;
    if (index < 0) return 0;
    const planned = minutes.slice(0, index + 1).reduce((sum, length) => sum + length, start);
    return schedule(minutes, start, begun, now)[index].to - planned;
  }

  /**
   * What was noted of a day, where it can be of this one: a day that began long ago is over, none begins later than now.
   * @param {unknown} noted
   * @param {number} now
   * @returns {number[]}
   */
  function begunToday(noted, now) {
    const begun = Array.isArray(noted) ? noted.filter(Number.isInteger) : [];
    return begun.length && begun[0] > now - LONGEST && begun.every((minute) => minute <= now) ? begun : [];
  }

  /**
   * A number of minutes in words, by whether it is none, less or more.
   * @param {number} count
   * @param {[none: string, less: string, more: string]} keys
   */
  function inWords(count, [none, less, more]) {
    return count === 0 ? words[none] : fill(words, count < 0 ? less : more, { count: Math.abs(count) });
  }

  class Day {
    /** @param {HTMLElement} root */
    constructor(root) {
      this.root = root;
      this.name = `day-${root.dataset.moment}`;
      this.rows = /** @type {HTMLElement[]} */ ([...(root.parentElement?.querySelectorAll(".c-day__part") ?? [])]);
      this.minutes = this.rows.map((row) => Number(row.dataset.minutes));
      this.titles = this.rows.map((row) => row.querySelector("[data-part=title]")?.textContent ?? "");
      this.warned = -1;
      this.input = /** @type {HTMLInputElement} */ (this.part("start"));
    }

    run() {
      this.input.addEventListener("change", () => this.note({ start: this.input.value }));
      this.root.addEventListener("click", (event) => this.act(/** @type {HTMLElement} */ (event.target).dataset.act));
      for (const event of ["pageshow", "focus"]) addEventListener(event, () => this.show()); // a sleeping tab has no timers
      store.addEventListener("change", () => this.show());
      this.part("panel").hidden = !this.rows.length;
      this.tick();
    }

    /** @param {string} name */
    part(name) {
      return /** @type {HTMLElement} */ (this.root.querySelector(`[data-part="${name}"]`));
    }

    now() {
      return Math.floor(Date.now() / MINUTE);
    }

    /** Show the time, and again when the minute turns. */
    tick() {
      this.show();
      setTimeout(() => this.tick(), MINUTE - (Date.now() % MINUTE));
    }

    /** When the day should begin, and which parts have begun. */
    read() {
      const { start, begun } = store.notedData(this.name);
      const time = typeof start === "string" && /^\d\d:\d\d$/.test(start) ? start : this.root.dataset.start ?? "";
      const known = begunToday(begun, this.now());
      return { time, begun: known.slice(0, this.minutes.length + 1), start: minuteAt(time, known[0] ?? this.now()) };
    }

    /** @param {{start?: string, begun?: number[]}} change */
    note(change) {
      const { time, begun } = this.read();
      store.note(this.name, JSON.stringify({ start: time, begun, ...change }));
      this.show();
    }

    /** @param {string | undefined} act what a button is for */
    act(act) {
      const { begun } = this.read();
      if (act === "print") return print();
      if (act === "next") this.note({ begun: [...begun, this.now()] });
      else if (act === "back") this.note({ begun: begun.slice(0, -1) });
      else return;
      this.warned = -1;
      this.say(this.part("now").textContent ?? "");
      if (this.button(act).disabled) this.button(act === "next" ? "back" : "next").focus();
    }

    /** @param {string} act */
    button(act) {
      return /** @type {HTMLButtonElement} */ (this.root.querySelector(`[data-act=${act}]`));
    }

    /** @param {string} text what a screen reader says at once; the panel itself changes each minute, in silence */
    say(text) {
      this.part("said").textContent = text;
    }

    show() {
      const { time, begun, start } = this.read();
      const now = this.now();
      const times = schedule(this.minutes, start, begun, now);
      const index = begun.length - 1;
      if (document.activeElement !== this.input) this.input.value = time;
      this.rows.forEach((row, number) => this.showRow(row, times[number], number < index ? "done" : number === index ? "now" : ""));
      this.showPanel(times, index, behind(this.minutes, start, begun, now));
      if (index >= 0 && index < this.rows.length) this.warn(index, begun[index] + this.minutes[index] - now);
    }

    /**
     * @param {HTMLElement} row
     * @param {DayTime} time
     * @param {"" | "now" | "done"} state
     */
    showRow(row, time, state) {
      for (const [name, minute] of Object.entries(time)) {
        for (const shown of row.querySelectorAll(`[data-part=${name}]`)) shown.textContent = clockOf(minute);
      }
      row.dataset.state = state;
      if (state === "now") row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
      for (const shown of row.querySelectorAll("[data-part=state]")) shown.textContent = state && words[`state-${state}`];
    }

    /**
     * @param {DayTime[]} times
     * @param {number} index of the part that is on
     * @param {number} late
     */
    showPanel(times, index, late) {
      const count = this.rows.length;
      const title = this.titles[index];
      const after = times[index + 1];
      const left = index >= 0 && index < count ? times[index].from + this.minutes[index] - this.now() : 0;
      const now = index < 0 ? words["not-begun"] : index < count ? fill(words, "now", { title }) : words["done"];
      const span = index >= 0 && index < count ? fill(words, "from", { from: clockOf(times[index].from), to: clockOf(times[index].from + this.minutes[index]) }) : "";
      const end = clockOf(times.at(-1)?.to ?? 0);
      const then = after ? fill(words, index < 0 ? "first" : "then", { title: this.titles[index + 1], time: clockOf(after.from) }) : "";
      const finish = fill(words, "finish", { time: end });
      this.part("now").textContent = now;
      this.part("line").textContent = span ? `${span}, ${inWords(left, ["up", "over", "left"])}` : index < 0 ? then : finish;
      this.part("then").textContent = index < 0 ? finish : then || (index < count ? fill(words, "last", { time: end }) : "");
      this.part("drift").textContent = index < 0 ? "" : inWords(late, ["on-time", "ahead", "behind"]);
      this.part("drift").dataset.state = late > 0 ? "behind" : "";
      this.button("next").textContent = words[index < 0 ? "begin" : index < count - 1 ? "next" : "end"];
      this.button("next").disabled = index >= count;
      this.button("back").disabled = index < 0;
    }

    /**
     * Say once that a part has had its time.
     * @param {number} index
     * @param {number} left
     */
    warn(index, left) {
      if (left > 0 || this.warned === index) return;
      this.warned = index;
      this.say(fill(words, "time-up", { title: this.titles[index] }));
    }
  }

  Object.assign(leergang, { day: { minuteAt, clockOf, schedule, behind, begunToday } });
  customElements.define("course-day", class extends HTMLElement {
    connectedCallback() {
      new Day(this).run();
    }
  });
})();
