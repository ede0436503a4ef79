/**
 * For the office's own screens (board, kiosk): the page as it was last, and its files, when the network does not answer.
 * Streams and what is sent are left alone.
 */
const cacheName = 'perangkat-1';
const files = /^\/(antrean\/|icon\.svg|lambang\/)/;
const patience = 4000;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { pathname, origin } = new URL(request.url);
	const isPage = request.mode === 'navigate';
	if (request.method !== 'GET' || origin !== self.location.origin || !(isPage || files.test(pathname))) return;
	event.respondWith(isPage ? fresh(request, pathname) : kept(request));
});

/** The network first, for so long; then what was kept. @param {Request} request @param {string} key */
async function fresh(request, key) {
	const cache = await caches.open(cacheName);
	try {
		const answer = await Promise.race([
			fetch(request),
			new Promise((_, late) => setTimeout(() => late(new Error('late')), patience))
		]);
		// A machine that was unpaired is sent away: that is no page to keep.
		if (answer.ok && !answer.redirected) await cache.put(key, answer.clone());
		return answer;
	} catch (error) {
		const before = await cache.match(key);
		if (before) return before;
		throw error;
	}
}

/** Files do not change while a screen stands: what was kept at once, the new one for the next time. @param {Request} request */
async function kept(request) {
	const cache = await caches.open(cacheName);
	const before = await cache.match(request);
	const anew = fetch(request).then((answer) => {
		// A sound that is played in pieces cannot be kept.
		if (answer.status === 200) void cache.put(request, answer.clone());
		return answer;
	});
	if (!before) return anew;
	anew.catch(() => {});
	return before;
}
