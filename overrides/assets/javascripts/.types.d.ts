// What the scripts know of each other; they are classic scripts that meet in window.leergang.

/** What was answered when, what was asked then, when the answer that it came after was given, and other texts kept. */
interface Answer {
  value: unknown;
  updated: string;
  asked: string;
  after?: string;
  kept?: { value: unknown; updated: string }[];
}

type Values = Record<string, Answer>;

/** What the store calls the answers to one worksheet or prompt at one round: a moment, or a date. */
interface Name {
  kind: string;
  id: string;
  round: string;
}

/** What was typed, what was asked, and the time of the answer that it changes. */
interface Change {
  value: unknown;
  asked: string;
  base: string;
}

type Outcome = "saved" | "full" | "blocked" | "newer";
type State = "fine" | "newer" | "damaged";
type Difference = "new" | "same" | "newer-here" | "newer-there";

interface Item extends Name {
  values: Values;
}

interface Planned {
  item: Item;
  difference: Difference;
  fields: Record<string, Difference>;
}

interface AnswerStore extends EventTarget {
  course: string;
  isShared(): boolean;
  setShared(shared: boolean): void;
  read(name: Name): { values: Values; state: State };
  write(name: Name, changes: Record<string, Change>): { outcome: Outcome; values: Values };
  take(name: Name, incoming: Values): boolean;
  settle(name: Name, field: string): void;
  carryOver(kind: string, id: string, formerly: string[], fields: Map<string, string>): void;
  isUnsaved(name: Name): boolean;
  rounds(kind: string, id: string): string[];
  names(): Name[];
  keyOf(name: Name): string;
  aside(): { key: string; raw: string }[];
  snapshot(): Map<string, string>;
  restore(before: Map<string, string>): void;
  erase(wanted: (name: Name) => boolean, asideToo: boolean): void;
  copied(): string;
  noteCopied(): void;
}

interface Leergang {
  parse(raw: string): { values: Values; state: State };
  format(values: Values): string;
  merge(stored: Answer | undefined, change: Change): Answer;
  newest(one: Answer | undefined, other: Answer): Answer;
  isLost(ours: Answer, theirs: Answer | undefined): boolean;
  store: AnswerStore;
  isEmpty(value: unknown): boolean;
  isSame(one: unknown, other: unknown): boolean;
  form: {
    fieldsOf(form: HTMLFormElement): Map<string, HTMLElement>;
    questionOf(box: Element): string;
    readField(box: Element): unknown;
    writeField(box: Element, value: unknown): void;
    wordsOf(box: Element, value: unknown): string;
    bareWords(value: unknown): string;
    addRow(table: HTMLElement): HTMLElement;
    dropRow(table: HTMLElement): void;
    canDropRow(table: HTMLElement): boolean;
  };
  transfer: {
    exportAnswers(wanted?: (item: Item) => boolean): string;
    readAnswers(file: { size: number; text: () => Promise<string> }): Promise<{ items: Item[] } | { problem: string }>;
    plan(items: Item[]): Planned[];
    takeAnswers(items: Item[]): boolean;
  };
}

interface Window {
  leergang: Leergang;
}
