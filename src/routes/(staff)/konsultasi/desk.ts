import { inbox, inboxCounts } from '#clinic/consultations/server/reads/inbox.ts';
import { tabs, type Tab } from '#clinic/consultations/thread.ts';
import { tabPlaces } from '#clinic/consultations/list-address.ts';
import { may, type Actor } from '#platform/actor.ts';

type Reader = Parameters<typeof inbox>[0];

/** The list that an address asks for. Who sends answers begins with what nobody has taken, everybody else with the own ones. */
export async function deskList(reader: Reader, actor: Actor, url: URL, now: Date) {
	const place = url.searchParams.get('tab');
	const usual: Tab = may(actor, 'consultation.dispatch') ? 'unassigned' : 'mine';
	const tab = tabs.find((one) => tabPlaces[one] === place) ?? usual;
	const text = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
	const page = Math.min(400, Math.max(1, Number(url.searchParams.get('hal')) || 1));
	return {
		list: await inbox(reader, actor, { tab, text, page, now }),
		counts: await inboxCounts(reader, actor, now),
		mayNote: may(actor, 'consultation.note'),
		mayDispatch: may(actor, 'consultation.dispatch')
	};
}
