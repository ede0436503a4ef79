import { and, eq, isNull } from 'drizzle-orm';
import { rooms, staff } from '#clinic/offices/server/tables.ts';
import { command } from '#platform/command.ts';
import type { Id } from '#platform/ids.ts';
import { issueLink, revokeLinks, revokeTheseLinks } from '#platform/links/links.ts';
import { links } from '#platform/links/tables.ts';
import { found } from '#platform/refusal.ts';
import { feedNamed, newFeed } from '../../../appointment-forms.ts';

/** A year: whoever uses it longer fetches a new one. */
const hours = 366 * 24;

/** A secret address under which a calendar program looks; the earlier one of the same officer or room ends. */
export const issueCalendarLink = command({
	name: 'visits.issueCalendarLink',
	needs: 'appointment.book',
	input: newFeed,
	run: async (context, { of, subjectId }) => {
		const { tx, actor } = context;
		const officeId = actor.officeId as Id<'Office'>;
		const [subject] =
			of === 'officer'
				? await tx
						.select({ name: staff.name })
						.from(staff)
						.where(and(eq(staff.id, subjectId as never), eq(staff.officeId, officeId), isNull(staff.leftAt)))
				: await tx
						.select({ name: rooms.name })
						.from(rooms)
						.where(and(eq(rooms.id, subjectId as never), eq(rooms.officeId, officeId)));
		const { name } = found(subject);
		await revokeLinks(context, 'calendar', subjectId);
		const linkId = await issueLink(context, { purpose: 'calendar', subjectId, givenTo: name, hours });
		return { linkId };
	}
});

/** The address opens nothing any more. */
export const revokeCalendarLink = command({
	name: 'visits.revokeCalendarLink',
	needs: 'appointment.book',
	input: feedNamed,
	run: async (context, { linkId }) => {
		const { tx, actor } = context;
		const [link] = await tx
			.select({ id: links.id })
			.from(links)
			.where(
				and(eq(links.id, linkId), eq(links.officeId, actor.officeId as Id<'Office'>), eq(links.purpose, 'calendar'))
			);
		await revokeTheseLinks(context, [found(link).id]);
		return { linkId };
	}
});
