import { goto } from '$app/navigation';
import { writingPlaces } from '../thread.ts';

const isTyping = (target: EventTarget | null) =>
	target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** j and k go down and up the list, r writes an answer, n a note, t passes on. Not while somebody types, not with Ctrl or Alt. */
export function deskKeys(event: KeyboardEvent, base: string): void {
	if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
	const step = { j: 1, k: -1 }[event.key];
	if (step) {
		const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-thread]')];
		const at = links.findIndex((link) => link.ariaCurrent === 'true');
		const next = links[at + step];
		if (next) void goto(next.getAttribute('href')!);
		return;
	}
	const writing = ({ r: 'reply', n: 'note', t: 'forward' } as const)[event.key];
	if (writing) void goto(`${base}&tulis=${writingPlaces[writing]}#tulis`);
}
