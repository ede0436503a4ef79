import { roomsOf } from '#clinic/offices/server/reads.ts';
import { issueCalendarLink, revokeCalendarLink } from '#clinic/visits/server/commands/appointments/feeds.ts';
import { feedLinks } from '#clinic/visits/server/feeds.ts';
import { appointmentOfficersOf } from '#clinic/visits/server/reads/appointments.ts';
import { linkToken } from '#platform/links/links.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('appointment.book', async ({ reader, actor, event }) => {
	const { url, locals } = event;
	const links = await feedLinks(reader, actor, locals.now);
	const shown = links.find(({ id }) => id === url.searchParams.get('tautan'));
	const linkOf = (subjectId: string) => links.find((link) => link.subjectId === subjectId)?.id ?? null;
	return {
		officers: (await appointmentOfficersOf(reader, actor)).map((one) => ({ ...one, linkId: linkOf(one.id) })),
		rooms: (await roomsOf(reader, actor)).map(({ id, name }) => ({ id, name, linkId: linkOf(id) })),
		slip: shown ? { name: shown.givenTo, address: `${url.origin}/kalender/${linkToken(shown.id)}` } : null
	};
});

export const actions = {
	buat: act(issueCalendarLink, { to: ({ linkId }) => `/janji-temu/kalender?tautan=${linkId}` }),
	cabut: act(revokeCalendarLink, { to: '/janji-temu/kalender' })
};
