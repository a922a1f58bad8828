// The service worker of a hosted copy: it keeps all files of one version, so that the course opens without a network.
// hooks/leergang/exports/offline.py writes it with COURSE and FILES filled in; any change in the course makes another worker.
(() => {
  "use strict";

  const COURSE = "";
  /** @type {Record<string, string>} each file by its path from the site's root, with the SHA-256 of what is in it */
  const FILES = {};

  const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
  const root = new URL("./", location.href);
  // Courses on one host see each other's caches: each has its own, by where it stands.
  const PLACE = `leergang ${root.pathname} `;
  const NAME = PLACE + COURSE;
  const STATE = new URL("?state", root).href;
  const LANES = 4;

  /**
   * A file is kept under its path and its hash, so that a new version adds what changed and leaves the rest.
   * @param {string} path
   * @param {Record<string, string>} files
   */
  const keyOf = (path, files) => new URL(`${addressOf(path)}?${files[path]}`, root).href;

  /** @param {string} path */
  const addressOf = (path) => path.split("/").map(encodeURIComponent).join("/");

  /**
   * A file as the server has it now: no cache on the way is asked, and it has the hash that belongs to this version. An
   * error page hasn't.
   * @param {string} path
   */
  async function download(path) {
    const found = await fetch(new URL(addressOf(path), root), { cache: "no-store", integrity: `sha256-${FILES[path]}` });
    // Where the server led elsewhere, a browser takes the answer for no other page until it is a plain one.
    return found.redirected ? new Response(await found.blob(), { headers: found.headers }) : found;
  }

  /** Keep every file of this version that isn't kept yet; what went well before a failure stays for the next attempt. */
  async function fill() {
    const cache = await caches.open(NAME);
    const there = new Set((await cache.keys()).map(({ url }) => url));
    const left = Object.keys(FILES).filter((path) => !there.has(keyOf(path, FILES)));
    /** @type {string[]} */
    const added = [];
    const work = async () => {
      for (let path = left.pop(); path !== undefined; path = left.pop()) {
        const key = keyOf(path, FILES);
        const found = await download(path);
        await cache.put(key, found);
        added.push(key);
      }
    };
    const lanes = Array.from({ length: LANES }, () => work().catch((error) => ((left.length = 0), error)));
    const failures = (await Promise.all(lanes)).filter((error) => error);
    if (failures.some(({ name }) => name === "QuotaExceededError")) await Promise.all(added.map((key) => cache.delete(key)));
    if (failures.length) throw failures[0];
  }

  /** @type {Promise<WorkerState> | undefined} */
  let remembered;

  /** What the active version is, and which tabs still show an older one. */
  function recall() {
    remembered ??= caches
      .open(NAME)
      .then((cache) => cache.match(STATE))
      .then((found) => found?.json() ?? { tabs: {} });
    return remembered;
  }

  /** Become the version that pages get; tabs that are open keep the files of the version that they show. */
  async function take() {
    const before = await recall();
    await settle((id) => before.tabs[id] ?? before.files);
    if (!before.files) await worker.clients.claim(); // the page of the first visit can do without a network at once
  }

  /** Tabs that showed an older version may be gone by now, and its files can go with them. */
  async function forget() {
    const { tabs } = await recall();
    if (Object.keys(tabs).length) await settle((id) => tabs[id]);
  }

  /** @param {(id: string) => Record<string, string> | undefined} olderOf the version that a tab shows, where it's an older one */
  async function settle(olderOf) {
    const cache = await caches.open(NAME);
    /** @type {WorkerState} */
    const state = { files: FILES, tabs: {} };
    for (const { id } of await worker.clients.matchAll({ includeUncontrolled: true, type: "all" })) {
      const older = olderOf(id);
      if (older) state.tabs[id] = older;
    }
    remembered = Promise.resolve(state);
    await cache.put(STATE, new Response(JSON.stringify(state)));
    await tidy(cache, [FILES, ...Object.values(state.tabs)]).catch(() => {});
  }

  /**
   * Drop what belongs to no version that is in use.
   * @param {Cache} cache
   * @param {Record<string, string>[]} versions
   */
  async function tidy(cache, versions) {
    const others = (await caches.keys()).filter((name) => name.startsWith(PLACE) && name !== NAME);
    await Promise.all(others.map((name) => caches.delete(name)));
    await fill(); // an older version may have tidied up while this one was waiting
    const { installing, waiting } = worker.registration;
    if (installing || waiting) return; // the next version is collecting its files here
    const used = new Set([STATE, ...versions.flatMap((files) => Object.keys(files).map((path) => keyOf(path, files)))]);
    await Promise.all((await cache.keys()).filter(({ url }) => !used.has(url)).map((asked) => cache.delete(asked)));
  }

  /**
   * The file that an address means in a version: for a page also a folder's own, or one whose ending the server hides.
   * @param {string} url
   * @param {Record<string, string>} files
   * @param {boolean} isPage
   */
  function fileAt(url, files, isPage) {
    let path = "";
    try {
      path = decodeURIComponent(new URL(url).pathname.slice(root.pathname.length));
    } catch {
      return undefined; // no address that a file of ours could have
    }
    const names = isPage ? [path, `${path}.html`, ...(/(^|\/)$/.test(path) ? [`${path}index.html`] : [])] : [path];
    return names.find((name) => files[name]);
  }

  /** @param {FetchEvent} event */
  async function answer({ request, clientId }) {
    const isPage = request.mode === "navigate";
    const files = isPage ? FILES : ((await recall()).tabs[clientId] ?? FILES);
    const path = fileAt(request.url, files, isPage);
    const cache = await caches.open(NAME);
    const kept = path !== undefined && (await cache.match(keyOf(path, files), { ignoreVary: true }));
    if (kept) return kept;
    try {
      return await fetch(request);
    } catch (error) {
      const missing = isPage && (await cache.match(keyOf("404.html", FILES), { ignoreVary: true }));
      if (!missing) throw error;
      return new Response(missing.body, { status: 404, headers: missing.headers });
    }
  }

  worker.addEventListener("install", (event) => event.waitUntil(fill()));
  worker.addEventListener("activate", (event) => event.waitUntil(take()));
  worker.addEventListener("message", ({ data }) => void (data === "update" && worker.skipWaiting()));
  worker.addEventListener("fetch", (event) => {
    const { method, mode, url, headers } = event.request;
    if (method !== "GET" || !url.startsWith(root.href) || headers.has("range")) return;
    event.respondWith(answer(event));
    if (mode === "navigate") event.waitUntil(forget());
  });
})();
