import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { m } from '#messages';
import { addDays, momentAt, type Day } from '#platform/clock.ts';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { channelFor } from '#platform/messaging/message.ts';
import { hasMailServer } from '#platform/messaging/channels.ts';
import { enqueueMessage } from '#platform/messaging/outbox.ts';
import { found } from '#platform/refusal.ts';
import { inIndonesian } from '#platform/web/indonesian.ts';
import { formatDayLong } from '#ui/dates.ts';
import { dutyWord } from '../ui/duty-words.ts';
import type { Owing } from './reads/duty-facts.ts';
import { dutyReminders } from './tables/duties.ts';

/** How many digests a day an officer is asked to send by hand; the others stay on the office's list. Ours. */
const byHandADay = 20;
/** How long before the first of its duties a digest that nobody has sent counts as late, after a day at least. Ours. */
const lateDaysBefore = 3;

/**
 * Tells cooperatives what falls due: one message each, with everything of which it was not told yet, the nearest day
 * first. Where neither e-mail nor telephone is known the reminder stays on the office's list. @returns how many were told
 */
export async function tellDuties(context: Context, owing: readonly Owing[], today: Day): Promise<number> {
	const { tx, actor, now } = context;
	const office = found(await ownOffice(readerOf(tx), actor));
	const untold = await tx
		.select({
			id: dutyReminders.id,
			cooperativeId: dutyReminders.cooperativeId,
			kind: dutyReminders.kind,
			about: dutyReminders.about,
			dueOn: dutyReminders.dueOn
		})
		.from(dutyReminders)
		.where(
			and(
				eq(dutyReminders.officeId, actor.officeId as Id<'Office'>),
				isNull(dutyReminders.settledAt),
				isNull(dutyReminders.messageId),
				gte(dutyReminders.dueOn, today)
			)
		)
		.orderBy(asc(dutyReminders.dueOn), asc(dutyReminders.cooperativeId));
	const known = new Map(owing.map((one) => [one.id, one]));
	let [told, byHand] = [0, 0];
	for (const [cooperativeId, reminders] of Map.groupBy(untold, (one) => one.cooperativeId)) {
		const cooperative = known.get(cooperativeId);
		if (!cooperative) continue;
		const to = { email: cooperative.email, phone: cooperative.phone };
		const { channel } = channelFor(to, hasMailServer());
		const goesItself = channel === 'email' && hasMailServer();
		if (channel === 'slip' || (!goesItself && byHand >= byHandADay)) continue;
		const lines = [...new Map(reminders.map((one) => [`${one.kind} ${one.about} ${one.dueOn}`, one])).values()];
		const words = inIndonesian(() => digest(office.brand, cooperative, lines));
		const first = lines[0]!.dueOn;
		const messageId = await enqueueMessage(context, {
			kind: 'duties.digest',
			subjectId: cooperativeId,
			personId: null,
			toName: cooperative.name,
			fromName: office.brand,
			to,
			...words,
			lateAt: new Date(
				Math.max(momentAt(addDays(first, -lateDaysBefore), '08:00', office.zone).getTime(), now.getTime() + 86_400_000)
			),
			uselessAt: momentAt(addDays(lines.at(-1)!.dueOn, 1), '00:00', office.zone)
		});
		await tx
			.update(dutyReminders)
			.set({ messageId })
			.where(
				inArray(
					dutyReminders.id,
					reminders.map(({ id }) => id)
				)
			);
		told += 1;
		if (!goesItself) byHand += 1;
	}
	return told;
}

type Line = Pick<typeof dutyReminders.$inferSelect, 'kind' | 'about' | 'dueOn'>;

function digest(brand: string, { name, licences }: Owing, lines: readonly Line[]): { title: string; body: string } {
	const listed = lines.map(({ kind, about, dueOn }) => {
		const licence = licences.find(({ id }) => id === about)?.kind ?? null;
		return `- ${dutyWord({ kind, about, licence })}: ${formatDayLong(dueOn)}`;
	});
	return {
		title: m.record_digest_title({ office: brand }),
		body: m.record_digest({ name, lines: listed.join('\n'), office: brand })
	};
}
