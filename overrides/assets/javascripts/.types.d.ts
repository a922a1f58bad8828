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

/** What to say before a long time without meeting, and after which moments that may be: what comes then, and what is to be written before. */
interface Gap {
  says: string;
  after: Record<string, { date: string; sheets: string[] }>;
}

interface Item extends Name {
  values: Values;
}

/** What a file holds, and whether it was made for someone else to read. */
interface Opened {
  items: Item[];
  shared: boolean;
  from: string;
  exported: string;
}

/** The answers to one worksheet or prompt, with what the course says of it; without an element where it no longer asks. */
interface Entry {
  item: Item;
  element: HTMLElement | null;
  title: string;
  moment: string;
  when: string;
  module: string;
  goals: string[];
  updated: string;
}

/** Where a reader was, and which chapters were read when. */
interface Reading {
  last?: { chapter: string; anchor: string; heading: string };
  read: Record<string, string>;
}

/** From when to when a part of a day takes, in minutes since 1970. */
interface DayTime {
  from: number;
  to: number;
}

/** What the workbook knows of the course beside what stands on its page. */
interface Catalogue {
  course: string;
  items: { kind: string; id: string; title: string; module: string; goals: string[] }[];
  moments: { id: string; title: string; minutes: number }[];
  modules: string[];
  reading: number;
}

/** What the self-check found of one thing, and how good that is: fine, worth a look, good to know, or not to be seen. */
interface CheckLine {
  name: string;
  verdict: "fine" | "look" | "fact" | "unseen";
  text: string;
  details: string[];
}

interface Planned {
  item: Item;
  difference: Difference;
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
  beside(): AnswerStore;
  undoable(act: () => void): (() => void) | null;
  erase(wanted: (name: Name) => boolean, asideToo: boolean): void;
  noted(name: string): string;
  notedData(name: string): Record<string, any>;
  note(name: string, value: string): void;
}

/** One ending that words may lose; hooks/leergang/search/languages/nl.yml says what each key means. */
interface SearchRule {
  ending: string;
  least: number;
  becomes?: string;
  after?: string;
  not?: string;
  closes?: boolean;
}

interface SearchTables {
  stop?: string;
  irregular?: Record<string, string>;
  rules?: SearchRule[];
  doubled?: string;
  hardened?: Record<string, string>;
  joints?: string[];
}

/** What hooks/leergang/search/index.py writes: kind, address, title and sections of each document, and the coded rest. */
interface SearchData {
  words: Record<string, string>;
  language: SearchTables;
  documents: [string, string, string, [string, string, string, string?][]][];
  stems: string;
  postings: string;
  compounds: string;
  synonyms: string[][];
}

/** By the number of a section, how much something says of it. */
type Places = Map<number, number>;

interface SearchDocument {
  number: number;
  kind: string;
  url: string;
  title: string;
}

interface SearchSection {
  document: number;
  anchor: string;
  heading: string;
  text: string;
  names: string;
}

interface SearchResult {
  document: SearchDocument;
  section: SearchSection;
  score: number;
  url: string;
}

interface SearchPiece {
  text: string;
  marked: boolean;
}

interface SearchAnalyser {
  stop: Set<string>;
  joints: string[];
  words(text: string): { word: string; start: number; end: number }[];
  stem(word: string): string;
}

interface Leergang {
  index: SearchData;
  analysis: {
    Analyser: new (tables: SearchTables) => SearchAnalyser;
    fold(text: string): string;
    distance(one: string, other: string, most: number): number;
  };
  SearchIndex: new (data: SearchData) => {
    stems: string[];
    numberOf: Map<string, number>;
    documents: SearchDocument[];
    sections: SearchSection[];
    compounds: Map<number, number[]>;
    parts: Map<number, number[]>;
    places(stem: number): Places;
    weight(stem: number): number;
  };
  SearchEngine: new (data: SearchData) => {
    search(question: string): { results: SearchResult[]; stems: Set<string> };
    marked(text: string, stems: Set<string>): SearchPiece[];
    snippet(text: string, stems: Set<string>): SearchPiece[];
  };
  SearchBox: new (dialog: HTMLDialogElement, root: URL) => unknown;
  parse(raw: string | null): { values: Values; state: State };
  format(values: Values): string;
  merge(stored: Answer | undefined, change: Change): Answer;
  newest(one: Answer | undefined, other: Answer): Answer;
  undone(before: Values, after: Values, now: Values): Values;
  together(before: Values, ours: Values, theirs: Values): Values;
  isLost(ours: Answer, theirs: Answer | undefined): boolean;
  showPath(read: Record<string, string>): void;
  openNext(): void;
  page: {
    words: Record<string, Record<string, string>>;
    make(kind: string, children?: (Node | string)[], properties?: Record<string, unknown>): any;
    button(label: string, act: () => void): HTMLButtonElement;
    fill(section: Record<string, string>, key: string, values?: Record<string, string | number>): string;
    longDate(date: string): string;
    longTime(time: string): string;
    isoDate(day?: Date): string;
    download(text: string, name: string): void;
    copy(node: HTMLElement): boolean;
  };
  dates: {
    toIso(text: string): string;
    acceptTyped(form: HTMLFormElement): void;
    read(input: HTMLInputElement): string;
    write(input: HTMLInputElement, value: string): void;
    inWords(value: string): string;
  };
  document: {
    renderEntry(entry: Entry, beside?: (field: string) => Node[]): HTMLElement;
    renderGroups(entries: Entry[], groupOf: (entry: Entry) => string, render: (entry: Entry) => HTMLElement): HTMLElement[];
    renderValue(box: HTMLElement | null, value: unknown): Node[];
  };
  overview: {
    entriesOf(items: Item[], catalogue: Catalogue): Entry[];
    sortBy(entries: Entry[], order: string, catalogue: Catalogue): { entries: Entry[]; groupOf: (entry: Entry) => string };
    progress(catalogue: Catalogue): { title: string; id: string; filled: number; empty: HTMLElement[] }[];
  };
  report: {
    render(entries: Entry[], catalogue: Catalogue, name: string, renderItem: (entry: Entry) => HTMLElement): HTMLElement[];
    renderHours(catalogue: Catalogue, changed: () => void): HTMLElement[];
  };
  day: {
    minuteAt(time: string, near: number): number;
    clockOf(minute: number): string;
    schedule(minutes: number[], start: number, begun: number[], now: number): DayTime[];
    behind(minutes: number[], start: number, begun: number[], now: number): number;
    begunToday(noted: unknown, now: number): number[];
  };
  later?: {
    make(element: Element | null | undefined): void;
    makeAll(): void;
  };
  Views: new (root: HTMLElement, catalogue: Catalogue, say: (key: string) => void) => {
    show(): void;
    open(foreign: Opened | null): void;
    copy(): void;
    share(): void;
  };
  store: AnswerStore;
  isRecord(data: any): boolean;
  isEmpty(value: unknown): boolean;
  isSame(one: unknown, other: unknown): boolean;
  holds(one: any, other: any): boolean;
  form: {
    fieldsOf(form: HTMLFormElement): Map<string, HTMLElement>;
    questionOf(box: Element): string;
    readField(box: Element): unknown;
    writeField(box: Element, value: unknown): void;
    fits(box: Element, value: unknown): boolean;
    labelOf(box: Element, name: string, value: unknown): string;
    rowLabel(box: Element, key: string): string;
    cellWords(box: Element, name: string, value: unknown): string;
    bareWords(value: unknown): string;
    addRow(table: HTMLElement): HTMLElement;
    dropRow(table: HTMLElement): void;
    canDropRow(table: HTMLElement): boolean;
  };
  transfer: {
    exportAnswers(): string;
    shareAnswers(items: Item[], from: string): string;
    storedItems(from?: AnswerStore): Item[];
    fileName(what?: string): string;
    saveCopy(): void;
    readAnswers(file: { size: number; text: () => Promise<string> }): Promise<Opened | { problem: string }>;
    plan(items: Item[]): Planned[];
    takeAnswers(items: Item[]): boolean;
  };
}

/** Of a service worker's global scope, what TypeScript's library for pages doesn't have. */
interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(options: { includeUncontrolled: boolean; type: string }): Promise<{ id: string }[]>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", act: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
  addEventListener(type: "message", act: (event: MessageEvent) => void): void;
  addEventListener(type: "fetch", act: (event: FetchEvent) => void): void;
}

interface FetchEvent {
  request: Request;
  clientId: string;
  respondWith(answer: Promise<Response>): void;
  waitUntil(done: Promise<unknown>): void;
}

/** The files of the active version, once there is one; and of each tab that shows an older one, those of that. */
interface WorkerState {
  files?: Record<string, string>;
  tabs: Record<string, Record<string, string>>;
}

interface Window {
  leergang: Leergang;
}
