// The service worker: keeps the shell and the page Today, so that both are there without a connection. FACTS comes before this text.
const SHELL = `shell-${FACTS.version}`;
const PRIVATE = "private";
const WAIT_MS = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(SHELL);
    await Promise.allSettled(FACTS.shell.map((url) => cache.add(new Request(url, { cache: "reload" }))));
    const page = await fetch(FACTS.today, { credentials: "same-origin" }).catch(() => null);
    if (page) await keepToday(page);
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("shell-") && name !== SHELL) await caches.delete(name);
    await self.clients.claim();
  })());
});

// Today's page is kept only when it is the member's own page, not the sign-in page that it may lead to.
async function keepToday(response) {
  if (!response.ok || response.redirected) { await caches.delete(PRIVATE); return; }
  const cache = await caches.open(PRIVATE);
  const text = await response.clone().text();
  await cache.put(FACTS.today, response.clone());
  const figures = new Set(text.match(/\/library\/[\w-]+\/figure\.svg(\?theme=\w+)?/g));
  const shell = await caches.open(SHELL);
  await Promise.allSettled([...figures].map(async (url) => (await shell.match(url)) ?? shell.add(url)));
}

async function today(request) {
  const network = fetch(request).then(async (response) => { await keepToday(response.clone()); return response; });
  const late = new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  const kept = async () => (await caches.open(PRIVATE)).match(FACTS.today);
  const first = await Promise.race([network.catch(() => null), late]);
  if (first) return first;
  return (await kept()) ?? network.catch(() => caches.match(FACTS.offline));
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  if (url.pathname.startsWith("/account/log")) { event.waitUntil(caches.delete(PRIVATE)); return; }
  if (event.request.method !== "GET") return;
  if (url.pathname.startsWith("/static/") || url.pathname.endsWith("/figure.svg")) {
    event.respondWith(caches.open(SHELL).then(async (cache) => (await cache.match(event.request)) ?? fetch(event.request)));
  } else if (event.request.mode === "navigate" && url.pathname === FACTS.today) {
    event.respondWith(today(event.request));
  } else if (event.request.mode === "navigate") {
    event.respondWith(fetch(event.request).catch(async () => (await caches.match(FACTS.offline)) ?? Response.error()));
  }
});
