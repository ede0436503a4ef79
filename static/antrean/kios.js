// The kiosk at the door: gives numbers by the network, and by itself when there is none.
const kiosk = /** @type {HTMLElement} */ (document.getElementById('kios'));
const { series = '', zone, language } = kiosk.dataset;
const words = JSON.parse(kiosk.dataset.words ?? '{}');
const at = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const patience = 5000;
const homeAfter = 20_000;
const key = 'kios';

/** @typedef {{ id: string, number: number, clinicId: string, at: string }} Offline */
/** The day, its last own number, and what has not been handed in. @returns {{ day: string, last: number, waiting: Offline[] }} */
function memory() {
	try {
		return JSON.parse(localStorage.getItem(key) ?? '') ?? empty();
	} catch {
		return empty();
	}
}
const empty = () => ({ day: '', last: 0, waiting: /** @type {Offline[]} */ ([]) });
/** @param {ReturnType<typeof memory>} next */
const remember = (next) => localStorage.setItem(key, JSON.stringify(next));

const today = () => new Date().toLocaleDateString('en-CA', { timeZone: zone });

/** The next number of this kiosk's own series: it begins anew each day and goes on after what the server has seen. */
function ownNumber(/** @type {string} */ clinicId) {
	const kept = memory();
	const day = today();
	const seen = kiosk.dataset.today === day ? Number(kiosk.dataset.last) : 0;
	const number = Math.max(kept.day === day ? kept.last : 0, seen) + 1;
	const ticket = { id: crypto.randomUUID(), number, clinicId, at: new Date().toISOString() };
	remember({ day, last: number, waiting: [...kept.waiting, ticket] });
	return ticket;
}

/** @param {HTMLFormElement} form */
async function take(form) {
	const clinicId = new FormData(form).get('clinicId')?.toString() ?? '';
	const name = form.querySelector('span')?.textContent ?? words.general;
	busy(true);
	try {
		const answer = await fetch('/kios/nomor', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ clinicId, commandId: crypto.randomUUID() }),
			signal: AbortSignal.timeout(patience)
		});
		if (answer.status >= 500) throw new Error(String(answer.status));
		const said = await answer.json();
		if (answer.ok) show(said);
		else tell(said.message ?? words.sorry);
	} catch {
		const { number } = ownNumber(clinicId);
		show({
			label: `${series}-${String(number).padStart(3, '0')}`,
			clinic: name,
			at: new Date().toLocaleString(language === 'en' ? 'en-GB' : 'id-ID', {
				timeZone: zone,
				dateStyle: 'medium',
				timeStyle: 'short'
			}),
			hint: words.offline
		});
	}
	busy(false);
	said();
}

/** @param {boolean} isBusy */
function busy(isBusy) {
	for (const button of document.querySelectorAll('.choice')) button.toggleAttribute('aria-busy', isBusy);
	kiosk.inert = isBusy;
}

/** @param {string} text */
function tell(text) {
	at('pesan').textContent = text;
	at('pesan').hidden = false;
}

const usual = document.querySelector('[data-slip="hint"]')?.textContent ?? '';
let home = 0;

/** @param {Record<string, string>} slip */
function show(slip) {
	for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-slip]'))) {
		const text = slip[place.dataset.slip ?? ''] ?? '';
		if (place instanceof HTMLImageElement) {
			place.hidden = text === '';
			if (text) place.src = text;
		} else place.textContent = place.dataset.slip === 'hint' ? text || usual : text;
	}
	at('pesan').hidden = true;
	at('pilih').hidden = true;
	at('nomor').hidden = false;
	at('selesai').focus();
	home = setTimeout(goHome, homeAfter);
	print();
}

function goHome() {
	clearTimeout(home);
	at('nomor').hidden = true;
	at('pilih').hidden = false;
	if (location.hash) history.replaceState(null, '', '/kios');
	// The quotas and the hours of now; without a network the page stays as it is.
	if (navigator.onLine)
		fetch('/kios', { method: 'HEAD', signal: AbortSignal.timeout(patience) }).then(
			({ ok }) => ok && location.replace('/kios'),
			() => {}
		);
}

for (const form of document.forms)
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void take(form);
	});
at('selesai').addEventListener('click', (event) => {
	event.preventDefault();
	goHome();
});
// Who asks for help and goes away leaves the page as it was for the next one.
addEventListener('hashchange', () => {
	clearTimeout(home);
	if (location.hash === '#bantuan') home = setTimeout(goHome, homeAfter);
});

/** Says how many numbers wait to be handed in. */
function said() {
	const count = memory().waiting.length;
	at('setoran').hidden = count === 0;
	at('setoran').textContent = words.settling.replace('{count}', String(count));
}

let settling = false;
/** Hands in what was given without the network; what came in meanwhile is kept for the next time. */
async function settle() {
	const { waiting } = memory();
	if (settling || waiting.length === 0) return said();
	settling = true;
	const batch = waiting.slice(0, 200);
	try {
		const answer = await fetch('/kios/setor', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ tickets: batch }),
			signal: AbortSignal.timeout(15_000)
		});
		if (answer.ok && !answer.redirected) {
			const done = new Set(batch.map(({ id }) => id));
			const kept = memory();
			remember({ ...kept, waiting: kept.waiting.filter(({ id }) => !done.has(id)) });
		}
	} catch {
		// The next time.
	}
	settling = false;
	said();
}
addEventListener('online', () => void settle());
setInterval(() => void settle(), 15_000);
void settle();

if ('serviceWorker' in navigator)
	navigator.serviceWorker.register('/perangkat-sw.js', { scope: '/kios' }).catch(() => {});
