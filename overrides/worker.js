// Takes away what an earlier copy of the course at this address kept for reading without a network, and then itself.
// `leergang build` writes the worker that keeps those files in its place, unless mkdocs.yml says `offline: false`.
(() => {
  "use strict";

  const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
  const PLACE = `leergang ${new URL("./", location.href).pathname} `;

  worker.addEventListener("install", () => void worker.skipWaiting());
  worker.addEventListener("activate", (event) =>
    event.waitUntil(
      caches
        .keys()
        .then((names) => Promise.all(names.filter((name) => name.startsWith(PLACE)).map((name) => caches.delete(name))))
        .then(() => worker.registration.unregister()),
    ),
  );
})();
