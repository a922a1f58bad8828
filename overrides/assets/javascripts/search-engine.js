// Answers a question: which documents, in which order, which of their sections, and which words of it were found.
(() => {
  "use strict";

  const { analysis, SearchIndex } = window.leergang;
  const COMPOUND = 0.5;
  const PREFIX = 0.5;
  const PART = 0.8;
  const SYNONYM = 0.55;
  const FUZZY = [1, 0.6, 0.45];
  const USUAL = 4;
  const EQUAL_TITLE = 1.5;
  const EQUAL_HEADING = 1.2;
  const WEAKEST = 0.2;
  const MOST_RESULTS = 24;
  const AROUND = 170;

  /** A word of the question, with the stems by which it is found and what each counts for. */
  class Slot {
    /** @param {string} stem */
    constructor(stem) {
      this.stem = stem;
      /** @type {Map<number, number>} */
      this.stems = new Map();
      this.weight = 0;
      /** @type {Places} what each section says of it */
      this.found = new Map();
    }

    /**
     * @param {number} stem
     * @param {number} weight
     */
    add(stem, weight) {
      this.stems.set(stem, Math.max(weight, this.stems.get(stem) ?? 0));
    }

    /**
     * @param {number} section
     * @param {number} score
     */
    note(section, score) {
      if (score > (this.found.get(section) ?? 0)) this.found.set(section, score);
    }
  }

  class SearchEngine {
    /** @param {SearchData} data */
    constructor(data) {
      this.analyser = new analysis.Analyser(data.language);
      this.index = new SearchIndex(data);
      this.masks = this.index.stems.map(lettersOf);
      this.synonyms = data.synonyms.map((group) => group.map((phrase) => phrase.split(" ")));
      this.named = new Set(this.synonyms.flat().filter((phrase) => phrase.length === 1).flat());
      /** @type {Map<string, string>} */
      this.stemsOfText = new Map();
    }

    /**
     * @param {string} question
     * @returns {{ results: SearchResult[], stems: Set<string> }} the best first, and the stems that were found
     */
    search(question) {
      const slots = this.slotsOf(question);
      const { index } = this;
      const stems = new Set(slots.flatMap((slot) => [...slot.stems.keys()]));
      for (const slot of slots) {
        const exact = index.numberOf.get(slot.stem);
        const known = exact === undefined ? [...slot.stems.keys()] : [exact];
        const most = Math.max(0, ...known.map((stem) => index.weight(stem)));
        slot.weight = exact === undefined ? Math.min(most, USUAL) : most;
        for (const [stem, weight] of slot.stems) {
          for (const [section, level] of index.places(stem)) slot.note(section, weight * slot.weight * level);
        }
      }
      for (const slot of slots) {
        const parts = this.index.parts.get(index.numberOf.get(slot.stem) ?? -1) ?? [];
        if (parts.length > 1) this.noteName([slot], parts);
      }
      for (const stem of this.noteSynonyms(slots)) stems.add(stem);
      const results = this.ranked(slots, [this.stemsOf(question), this.tellingWords(question).map(({ word }) => this.analyser.stem(word)).join(" ")]);
      return { results, stems: new Set([...stems].map((stem) => index.stems[stem] ?? "")) };
    }

    /**
     * The words that say what is asked for; the last of a question that has none.
     * @param {string} question
     */
    tellingWords(question) {
      const all = this.analyser.words(question);
      const telling = all.filter(({ word }) => !this.analyser.stop.has(word));
      return telling.length ? telling : all.slice(-1);
    }

    /** @param {string} question */
    slotsOf(question) {
      const asked = this.tellingWords(question);
      const slots = asked.flatMap(({ word, end }) => this.slotsOfWord(word, end === question.length));
      asked.forEach(({ word }, place) => {
        const stem = this.index.numberOf.get(this.analyser.stem((asked[place - 1]?.word ?? "") + word));
        if (place === 0 || stem === undefined) return;
        for (const slot of slots) if ([asked[place - 1]?.word, word].some((one) => this.analyser.stem(one ?? "") === slot.stem)) this.addWhole(slot, stem, 1);
      });
      return slots;
    }

    /**
     * @param {string} word
     * @param {boolean} unfinished whether it is still being typed
     * @returns {Slot[]} more than one for a compound that no text has
     */
    slotsOfWord(word, unfinished) {
      const slot = new Slot(this.analyser.stem(word));
      const exact = this.index.numberOf.get(slot.stem);
      if (exact !== undefined) this.addWhole(slot, exact, 1);
      if (unfinished || exact === undefined) this.addPrefixed(slot, word, exact === undefined ? PREFIX : PREFIX / 2);
      if (slot.stems.size || this.named.has(slot.stem)) return [slot];
      if (this.addSimilar(slot, 1)) return [slot];
      const parts = this.partsOf(word);
      if (parts.length) return parts;
      this.addSimilar(slot, 2);
      return [slot];
    }

    /**
     * A stem, and the compounds that it is a part of.
     * @param {Slot} slot
     * @param {number} stem
     * @param {number} weight
     */
    addWhole(slot, stem, weight) {
      slot.add(stem, weight);
      for (const compound of this.index.compounds.get(stem) ?? []) slot.add(compound, weight * COMPOUND);
    }

    /**
     * @param {Slot} slot
     * @param {string} word
     * @param {number} weight
     */
    addPrefixed(slot, word, weight) {
      if (word.length < 2) return;
      const begins = (/** @type {string} */ begin) => {
        let found = false;
        this.index.stems.forEach((stem, number) => {
          if (!stem.startsWith(begin)) return;
          found = true;
          slot.add(number, weight * Math.sqrt(begin.length / stem.length));
        });
        return found;
      };
      if (!begins(word) && slot.stem.length > 3) begins(slot.stem); // a stem may be spelled otherwise than its word
    }

    /**
     * Stems that differ by a typing error or two.
     * @param {Slot} slot
     * @param {number} most
     * @returns {boolean} whether there are any
     */
    addSimilar(slot, most) {
      const { stem } = slot;
      const allowed = Math.min(most, stem.length < 4 ? 0 : stem.length < 8 ? 1 : 2);
      const letters = lettersOf(stem);
      this.index.stems.forEach((other, number) => {
        if (Math.abs(other.length - stem.length) > allowed || countOf(letters ^ (this.masks[number] ?? 0)) > 2 * allowed) return;
        const changes = analysis.distance(stem, other, allowed);
        if (changes <= allowed && !/\d/.test(other)) this.addWhole(slot, number, FUZZY[changes] ?? 0);
      });
      return slot.stems.size > 0;
    }

    /**
     * The parts of a compound that no text has.
     * @param {string} word
     * @returns {Slot[]}
     */
    partsOf(word) {
      const { analyser, index } = this;
      for (let cut = word.length - 4; cut >= 3; cut--) {
        const tail = index.numberOf.get(analyser.stem(word.slice(cut)));
        if (tail === undefined) continue;
        for (const joint of analyser.joints) {
          const begin = word.slice(0, cut);
          if (!begin.endsWith(joint)) continue;
          const head = index.numberOf.get(analyser.stem(begin.slice(0, cut - joint.length)));
          if (head === undefined || cut - joint.length < 3) continue;
          return [head, tail].map((number) => {
            const slot = new Slot(index.stems[number] ?? "");
            this.addWhole(slot, number, PART);
            return slot;
          });
        }
      }
      return [];
    }

    /**
     * Words of the question that have another name count where that name is said.
     * @param {Slot[]} slots
     * @returns {number[]} the stems of those names
     */
    noteSynonyms(slots) {
      /** @type {number[]} */
      const stems = [];
      for (const group of this.synonyms) {
        for (const phrase of group) {
          const at = slots.findIndex((_, start) => phrase.every((stem, place) => slots[start + place]?.stem === stem));
          if (at < 0) continue;
          for (const other of group) {
            const numbers = other.map((stem) => this.index.numberOf.get(stem));
            if (other === phrase || !numbers.every((number) => number !== undefined)) continue;
            stems.push(...numbers);
            this.noteName(slots.slice(at, at + phrase.length), numbers);
          }
        }
      }
      return stems;
    }

    /**
     * @param {Slot[]} slots
     * @param {number[]} name
     */
    noteName(slots, name) {
      const rarest = Math.max(...name.map((stem) => this.index.weight(stem)));
      const [first, ...rest] = name.map((stem) => this.index.places(stem));
      for (const [section, level] of first ?? []) {
        const levels = [level, ...rest.map((places) => places.get(section) ?? 0)];
        if (levels.includes(0)) continue;
        const mean = levels.reduce((sum, one) => sum + one) / levels.length;
        for (const slot of slots) {
          slot.weight ||= rarest;
          slot.note(section, SYNONYM * slot.weight * mean);
        }
      }
    }

    /**
     * @param {Slot[]} slots
     * @param {string[]} asked the stems of the question, with and without its little words
     * @returns {SearchResult[]}
     */
    ranked(slots, asked) {
      const { index } = this;
      const whole = slots.reduce((sum, slot) => sum + slot.weight, 0) || 1;
      /** @type {Map<number, { sections: Map<number, { score: number, covered: number }>, best: number[] }>} */
      const documents = new Map();
      slots.forEach((slot, place) => {
        for (const [section, score] of slot.found) {
          const { document } = /** @type {SearchSection} */ (index.sections[section]);
          const entry = documents.get(document) ?? { sections: new Map(), best: slots.map(() => 0) };
          const known = entry.sections.get(section) ?? { score: 0, covered: 0 };
          entry.sections.set(section, { score: known.score + score, covered: known.covered + slot.weight });
          entry.best[place] = Math.max(entry.best[place] ?? 0, score);
          documents.set(document, entry);
        }
      });
      const results = [...documents].map(([document, { sections, best }]) => {
        const scored = [...sections].map(([section, { score, covered }]) => ({ section, score: score * (covered / whole) * this.equality(section, asked) }));
        const top = scored.reduce((one, other) => (other.score > one.score ? other : one));
        const covered = slots.reduce((sum, slot, place) => sum + (best[place] ? slot.weight : 0), 0) / whole;
        const together = best.reduce((sum, one) => sum + one, 0) * covered;
        return this.result(document, top.section, (top.score + together) / 2);
      });
      results.sort((one, other) => other.score - one.score || one.document.number - other.document.number);
      return results.filter(({ score }) => score >= WEAKEST * (results[0]?.score ?? 0)).slice(0, MOST_RESULTS);
    }

    /**
     * What it counts for that a title, name or heading is the question.
     * @param {number} section
     * @param {string[]} asked
     */
    equality(section, asked) {
      const { document, heading, names } = /** @type {SearchSection} */ (this.index.sections[section]);
      const { title } = /** @type {SearchDocument} */ (this.index.documents[document]);
      const isFirst = this.index.sections[section - 1]?.document !== document;
      if (isFirst && [title, ...names.split(", ")].some((name) => asked.includes(this.stemsOf(name)))) return EQUAL_TITLE;
      return heading && asked.includes(this.stemsOf(heading)) ? EQUAL_HEADING : 1;
    }

    /** @param {string} text */
    stemsOf(text) {
      const known = this.stemsOfText.get(text);
      if (known !== undefined) return known;
      const made = this.analyser.words(text).map(({ word }) => this.analyser.stem(word)).join(" ");
      this.stemsOfText.set(text, made);
      return made;
    }

    /**
     * @param {number} document
     * @param {number} section
     * @param {number} score
     * @returns {SearchResult}
     */
    result(document, section, score) {
      const found = /** @type {SearchSection} */ (this.index.sections[section]);
      const owner = /** @type {SearchDocument} */ (this.index.documents[document]);
      return { document: owner, section: found, score, url: owner.url + (found.anchor ? `#${found.anchor}` : "") };
    }

    /**
     * A text in pieces, of which those that were found are marked.
     * @param {string} text
     * @param {Set<string>} stems
     * @returns {SearchPiece[]}
     */
    marked(text, stems) {
      /** @type {SearchPiece[]} */
      const pieces = [];
      let end = 0;
      for (const found of this.hits(text, stems)) {
        if (found.start > end) pieces.push({ text: text.slice(end, found.start), marked: false });
        pieces.push({ text: text.slice(found.start, found.end), marked: true });
        end = found.end;
      }
      return end < text.length ? [...pieces, { text: text.slice(end), marked: false }] : pieces;
    }

    /**
     * The piece of a text that has most of what was found, marked.
     * @param {string} text
     * @param {Set<string>} stems
     */
    snippet(text, stems) {
      const hits = this.hits(text, stems);
      let [start, most] = [0, 0];
      for (const { start: from } of hits) {
        const within = new Set(hits.filter((hit) => hit.start >= from && hit.end <= from + AROUND).map(({ stem }) => stem)).size;
        if (within > most) [start, most] = [from, within];
      }
      const begin = start < AROUND / 3 ? 0 : text.indexOf(" ", start - AROUND / 3) + 1;
      const space = text.indexOf(" ", begin + AROUND);
      const end = space < 0 ? text.length : space;
      return this.marked(`${begin ? "… " : ""}${text.slice(begin, end)}${end < text.length ? " …" : ""}`, stems);
    }

    /**
     * @param {string} text
     * @param {Set<string>} stems
     */
    hits(text, stems) {
      return this.analyser
        .words(text)
        .map(({ word, start, end }) => ({ stem: this.analyser.stem(word), start, end }))
        .filter(({ stem }) => stems.has(stem));
    }
  }

  /**
   * Which of the letters a word has, one bit each.
   * @param {string} word
   */
  function lettersOf(word) {
    let mask = 0;
    for (let place = 0; place < word.length; place++) mask |= 1 << word.charCodeAt(place) % 32;
    return mask;
  }

  /** @param {number} mask */
  function countOf(mask) {
    let count = 0;
    for (let left = mask; left; left &= left - 1) count++;
    return count;
  }

  Object.assign(window.leergang, { SearchEngine });
})();
