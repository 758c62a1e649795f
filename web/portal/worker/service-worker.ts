// Keeps the portal's own files, so that it opens without a connection (P-44).
// Answers of the API are never kept here: what is personal and may be seen
// offline is kept by the page itself, which knows when to forget it.
import { answerFor } from './strategy.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Filled in by the build: every file of the portal. */
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

const shell = 'meent-shell';
const town = 'meent-town';
const page = '/index.html';
/** After this long a navigation is answered from what is kept. */
const patience_ms = 4000;

const files = self.__WB_MANIFEST.map(({ url }) => `/${url}`);
const townFiles = ['/town/town.json', '/town/theme.css', '/town/logo.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (answerFor(request.method, request.mode, new URL(request.url), self.location.origin, files)) {
    case 'page':
      return event.respondWith(freshPage(request));
    case 'file':
      return event.respondWith(keptFile(request));
    case 'town':
      return event.respondWith(freshTown(request));
    case 'network':
      return;
  }
});

self.addEventListener('push', (event) => {
  event.waitUntil(tell(event.data?.json() as { title: string; body: string; link: string }));
});

/** A word from the town. An older one about the same goes first: in its place this one would make no sound. */
async function tell({ title, body, link }: { title: string; body: string; link: string }) {
  for (const older of await self.registration.getNotifications()) if (older.data === link) older.close();
  await self.registration.showNotification(title, { body, data: link, icon: '/town/icon-192.png' });
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const link = new URL(String(event.notification.data), self.location.origin);
  if (link.origin === self.location.origin) event.waitUntil(self.clients.openWindow(link.href));
});

async function keepAll() {
  const cache = await caches.open(shell);
  await cache.addAll(files.map((url) => new Request(url, { cache: 'reload' })));
  const looks = await caches.open(town);
  await looks.addAll(townFiles);
}

async function dropOld() {
  const cache = await caches.open(shell);
  for (const request of await cache.keys()) if (!files.includes(new URL(request.url).pathname)) await cache.delete(request);
}

/** The newest page when there is a connection, the kept one when there is none. */
async function freshPage(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience_ms) });
    if (answer.status < 500) return answer;
  } catch {
    // No connection, or too slow a one.
  }
  return (await caches.match(page, { cacheName: shell })) ?? Response.error();
}

/** Names of files change with what is in them, so a kept one is never old. */
async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: shell, ignoreSearch: true })) ?? fetch(request);
}

/** A town changes its looks without a build (P-43): the newest first. */
async function freshTown(request: Request): Promise<Response> {
  const cache = await caches.open(town);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch {
    return (await cache.match(request)) ?? Response.error();
  }
}
