import { follow } from './live.js';

const page = /** @type {HTMLElement} */ (document.getElementById('tiket'));
const { state, room = '', calls } = page.dataset;
const words = JSON.parse(page.dataset.words ?? '{}');
const put = (/** @type {string} */ id, /** @type {string} */ text) => {
	const place = document.getElementById(id);
	if (place) place.textContent = text;
};

// The call wakes the page: it shakes and rings, once for each call.
const call = `${state} ${room} ${calls}`;
if (state === 'called' && sessionStorage.getItem('panggilan') !== call) {
	sessionStorage.setItem('panggilan', call);
	navigator.vibrate?.([400, 150, 400, 150, 400]);
	new Audio('/antrean/suara/bel.mp3').play().catch(() => {});
}

let leaving = false;
follow(page.dataset.live ?? '', ({ event, data }) => {
	if (event !== 'ticket' || !data || leaving) return;
	// Another state is another page.
	if (data.state !== state || (data.room ?? '') !== room || String(data.calls) !== calls) {
		leaving = true;
		location.replace(location.pathname);
		return;
	}
	if (data.ahead !== null) put('depan', words.ahead.replace('{count}', data.ahead));
	put('kira', data.from === null ? words.unknown : words.wait.replace('{from}', data.from).replace('{to}', data.to));
});
