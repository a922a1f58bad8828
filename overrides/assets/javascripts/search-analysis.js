// Words as search compares them: without accents, capitals and inflections. By the rules of hooks/leergang/search/analysis.py,
// from the same tables; tests/search/words.tsv holds both to it.
(() => {
  "use strict";

  const VOWELS = "aeiouy";
  const SYLLABLE = /[aeiouy]+/g;
  const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
  const POSSESSIVE = /['’][\p{L}\p{N}]{1,2}$/u;

  /** @param {string} text */
  function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]+/g, "");
  }

  /** @param {string} word */
  function bare(word) {
    return word.replace(POSSESSIVE, "").replace(/['’]/g, "");
  }

  /** The rules of one language. */
  class Analyser {
    /** @param {SearchTables} tables */
    constructor(tables) {
      this.stop = new Set((tables.stop ?? "").split(" "));
      this.joints = ["", ...(tables.joints ?? [])];
      this.irregular = new Map(Object.entries(tables.irregular ?? {}));
      this.rules = tables.rules ?? [];
      this.hardened = new Map(Object.entries(tables.hardened ?? {}));
      const doubled = tables.doubled || "\0";
      this.openSyllable = new RegExp(`^[^${VOWELS}]*[${doubled}][^${VOWELS}cfhjqswx]$`);
      this.longVowel = new RegExp(`([${doubled}])\\1(?=[^${VOWELS}]+$)`);
      /** @type {Map<string, string>} words as written, folded */
      this.folded = new Map();
      /** @type {Map<string, string>} folded words, as stems */
      this.known = new Map();
    }

    /**
     * Every word of a text, folded, with where it stands.
     * @param {string} text
     */
    words(text) {
      const found = [];
      for (const { 0: written, index } of text.matchAll(WORD)) {
        let word = this.folded.get(written);
        if (word === undefined) this.folded.set(written, (word = bare(fold(written))));
        found.push({ word, start: index, end: index + written.length });
      }
      return found;
    }

    /**
     * @param {string} word folded
     * @returns {string}
     */
    stem(word) {
      const found = this.known.get(word);
      if (found !== undefined) return found;
      const made = this.makeStem(word);
      this.known.set(word, made);
      return made;
    }

    /** @param {string} word */
    makeStem(word) {
      if (/\p{Nd}/u.test(word)) return word;
      let left = this.irregular.get(word) ?? word;
      for (;;) {
        const rule = this.rules.find((one) => fits(one, left));
        if (!rule) break;
        left = left.slice(0, left.length - rule.ending.length) + (rule.becomes ?? "");
        if (rule.closes) left = this.close(left);
      }
      left = this.harden(left);
      return (left.match(SYLLABLE) ?? []).length < 2 ? left : left.replace(this.longVowel, "$1");
    }

    /**
     * The word as it is spelled when what began its next syllable is gone.
     * @param {string} word
     */
    close(word) {
      const last = word.slice(-1);
      if (word.length > 2 && last === word.at(-2) && !VOWELS.includes(last)) return word.slice(0, -1);
      return this.harden(this.openSyllable.test(word) ? word.slice(0, -1) + word.at(-2) + last : word);
    }

    /** @param {string} word */
    harden(word) {
      return word.slice(0, -1) + (this.hardened.get(word.slice(-1)) ?? word.slice(-1));
    }
  }

  /**
   * @param {SearchRule} rule
   * @param {string} word
   */
  function fits(rule, word) {
    const left = word.length - rule.ending.length;
    const before = left > 0 ? (word[left - 1] ?? "") : "";
    return (
      left >= rule.least &&
      word.endsWith(rule.ending) &&
      (!rule.after || (before !== "" && rule.after.includes(before))) &&
      !(before && (rule.not ?? "").includes(before))
    );
  }

  /**
   * How many letters must change to make one word of the other; more than `most` is told as `most + 1`. Two letters that
   * changed places are one change.
   * @param {string} one
   * @param {string} other
   * @param {number} most
   */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [beforeLast, last] = [[0], [...Array(other.length + 1).keys()]];
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
        row.push(cost);
      }
      if (Math.min(...row) > most) return most + 1;
      [beforeLast, last] = [last, row];
    }
    return last[other.length] ?? most + 1;
  }

  Object.assign((window.leergang ??= /** @type {any} */ ({})), { analysis: { Analyser, fold, distance } });
})();
