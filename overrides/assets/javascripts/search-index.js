// Reads what hooks/leergang/search/index.py wrote: stems, where they stand, and the parts of compounds.
(() => {
  "use strict";

  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const BASE = DIGITS.length / 2;
  const LEVELS = 16;
  const VALUES = new Map([...DIGITS].map((sign, value) => [sign, value]));

  /**
   * Sorted words, of which each says how much it shares with the one before.
   * @param {string} text
   */
  function words(text) {
    let before = "";
    return text.split(" ").map((part) => (before = before.slice(0, VALUES.get(part[0] ?? "")) + part.slice(1)));
  }

  /** @param {string} text */
  function numbers(text) {
    const found = [];
    let number = 0;
    let power = 1;
    for (const sign of text) {
      const value = VALUES.get(sign) ?? 0;
      number += (value % BASE) * power;
      power *= BASE;
      if (value < BASE) {
        found.push(number);
        [number, power] = [0, 1];
      }
    }
    return found;
  }

  /** Stems by number, with their places; sections by number, each with its document. */
  class SearchIndex {
    /** @param {SearchData} data */
    constructor(data) {
      this.stems = words(data.stems);
      this.numberOf = new Map(this.stems.map((stem, number) => [stem, number]));
      this.written = data.postings.split(" ");
      /** @type {Map<number, Places>} */
      this.read = new Map();
      this.documents = data.documents.map(([kind, url, title], number) => ({ kind, url, title, number }));
      this.sections = data.documents.flatMap(([, , , sections], document) =>
        sections.map(([anchor, heading, text, names = ""]) => ({ document, anchor, heading, text, names })),
      );
      /** @type {Map<number, number[]>} the compounds that a stem is part of */
      this.compounds = new Map();
      /** @type {Map<number, number[]>} the parts of a compound */
      this.parts = new Map();
      let own = -1;
      for (const line of data.compounds.split(" ").filter(Boolean)) {
        const [distance = 0, ...parts] = numbers(line);
        own += distance + 1;
        this.parts.set(own, parts);
        for (const part of parts) this.compounds.set(part, [...(this.compounds.get(part) ?? []), own]);
      }
    }

    /**
     * The sections that have a stem, with how much it says there, between 0 and 1.
     * @param {number} stem
     * @returns {Places}
     */
    places(stem) {
      const known = this.read.get(stem);
      if (known) return known;
      /** @type {Places} */
      const found = new Map();
      let section = -1;
      for (const number of numbers(this.written[stem] ?? "")) {
        section += Math.floor(number / LEVELS) + 1;
        found.set(section, (number % LEVELS) / LEVELS);
      }
      this.read.set(stem, found);
      return found;
    }

    /**
     * How much it says that a section has one of these stems: more as fewer do.
     * @param {number} stem
     */
    weight(stem) {
      return Math.log(1 + this.sections.length / (this.places(stem).size + 1));
    }
  }

  Object.assign(window.leergang, { SearchIndex });
})();
