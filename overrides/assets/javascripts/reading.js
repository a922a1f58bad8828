// Where a reader was and which chapters were read, kept on this device beside the answers; off with one switch.
(() => {
  "use strict";

  const { leergang } = window;
  const { store, page } = leergang;
  const { reading: words } = page.words;
  const PAUSE = 1000;
  const NAME = "reading";
  const OFF = "off";

  /** @returns {Reading} */
  function read() {
    const { last, read: done } = store.notedData(NAME);
    return { ...(typeof last?.chapter === "string" ? { last } : {}), read: { ...done } };
  }

  function isOff() {
    return store.noted(NAME) === OFF;
  }

  /** @param {Reading} reading */
  function write(reading) {
    if (!isOff()) store.note(NAME, JSON.stringify(reading));
  }

  class CourseReading extends HTMLElement {
    connectedCallback() {
      if (this.dataset.chapter) this.follow(this.dataset.chapter);
      else if (document.querySelector("course-reading") === this) this.overview(); // one for all parts of a programme
    }

    /**
     * Remember the heading that is being read, and that a chapter was read when its end has been in sight.
     * @param {string} chapter
     */
    follow(chapter) {
      const headings = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("article :is(h1, h2, h3)[id]")]);
      let timer = 0;
      let moved = !store.noted(NAME);
      const note = () => {
        clearTimeout(timer);
        moved = false;
        const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2).at(-1);
        const last = { chapter, anchor: passed?.id ?? "", heading: passed?.firstChild?.textContent?.trim() ?? "" };
        write({ ...read(), last });
      };
      addEventListener("scroll", () => {
        clearTimeout(timer);
        timer = setTimeout(note, PAUSE);
        moved = true;
      }, { passive: true });
      addEventListener("pagehide", () => (moved || store.noted(NAME)) && note()); // else it was erased, and closing brings nothing back
      const end = document.querySelector(".c-keypoints");
      if (end) {
        new IntersectionObserver((seen, observer) => {
          if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
          observer.disconnect();
          const known = read();
          write({ ...known, read: { [chapter]: new Date().toISOString(), ...known.read } });
          this.showRead(chapter);
          this.show();
        }).observe(end);
      }
      this.showRead(chapter);
      this.keepShown();
    }

    /** @param {string} chapter */
    showRead(chapter) {
      const known = !isOff() && chapter in read().read;
      this.hidden = !known;
      this.textContent = known ? `· ${words["read"]}` : "";
    }

    /** In the programme: a switch, and where to read on. */
    overview() {
      this.hidden = false;
      const box = /** @type {HTMLInputElement} */ (this.querySelector("[data-act=remember]"));
      box.checked = !isOff();
      box.addEventListener("change", () => {
        store.note(NAME, box.checked ? "" : OFF); // off forgets what was known too
        this.show();
      });
      this.keepShown();
      leergang.openNext();
    }

    /** What is done, now and when it changes. */
    keepShown() {
      addEventListener("pageshow", () => this.show());
      store.addEventListener("change", () => this.show());
      this.show();
    }

    show() {
      const { last, read: done } = isOff() ? { last: undefined, read: {} } : read();
      leergang.showPath(done);
      this.resume(last, last ? document.querySelector(`[data-kind=chapter][data-step="${CSS.escape(last.chapter)}"] a`) : null);
    }

    /**
     * Every link on the page that leads on from where the reader was.
     * @param {Reading["last"]} last
     * @param {HTMLAnchorElement | null} chapter
     */
    resume(last, chapter) {
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-part=resume]"))) {
        part.hidden = !chapter;
        const link = part.querySelector("a");
        if (!chapter || !last || !link) continue;
        link.href = chapter.href + (last.anchor && `#${last.anchor}`);
        link.textContent = [chapter.textContent, last.heading].filter((text, index, all) => text && all.indexOf(text) === index).join(", ");
      }
    }
  }

  customElements.define("course-reading", CourseReading);
})();
