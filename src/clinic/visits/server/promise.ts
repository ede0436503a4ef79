import { sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Context } from '#platform/command.ts';
import { readerOf, type Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import {
	handlingOf,
	roomFreeIn,
	usualHandling,
	waitRange,
	type Booking,
	type Handling,
	type WaitRange
} from '../estimate.ts';
import { minutesSince } from '../queue.ts';

/** Of so many visitors who were handled last the times are taken. */
const recent = 60;

/** Appointments of so many minutes ahead are counted, and of so many past whose visitor may still come. Ours. */
const ahead = 240;
const stillComing = 15;

/** What the wait is reckoned from, today in one office. */
export interface DeskState {
	readonly handling: Handling;
	readonly freeIn: readonly number[];
	readonly bookings: readonly Booking[];
	readonly waiting: number;
}

/** Handling times of late, staffed rooms and when they will be free, how many wait, and what is booked: one question. */
export async function deskState(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	today: Day,
	now: Date,
	clinicId: Id<'Clinic'> | null
): Promise<DeskState> {
	const at = now.toISOString();
	const [row] = await reader.rows<{
		measured: number[];
		usual: number | null;
		since: (string | null)[];
		waiting: number;
		bookings: Booking[];
	}>(sql`select
		array(select extract(epoch from ended_at - coalesce(begun_at, called_at))::float8 / 60 from tickets
			where office_id = ${actor.officeId} and state = 'finished' and called_at is not null
			order by ended_at desc limit ${recent}) as measured,
		(select usual_minutes from desk_services where office_id = ${actor.officeId}
			and clinic_id is not distinct from ${clinicId}) as usual,
		array(select case when t.id is null then null else to_char(coalesce(t.begun_at, t.called_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end
			from rooms r
			left join room_duties d on d.room_id = r.id and d."on" = ${today}
			left join tickets t on t.room_id = r.id and t."on" = ${today} and t.state in ('called', 'serving')
			where r.office_id = ${actor.officeId} and r.is_open and coalesce(d.state, '') <> 'off') as since,
		(select count(*)::int from tickets where office_id = ${actor.officeId} and "on" = ${today} and state = 'waiting') as waiting,
		coalesce((select json_agg(json_build_object(
				'at', extract(epoch from starts_at - ${at}::timestamptz) / 60, 'minutes', extract(epoch from ends_at - starts_at) / 60))
			from appointments
			where office_id = ${actor.officeId} and state = 'booked' and way = 'faceToFace'
				and starts_at between ${at}::timestamptz - ${`${stillComing} minutes`}::interval
					and ${at}::timestamptz + ${`${ahead} minutes`}::interval), '[]') as bookings`);
	const { measured, usual, since, waiting, bookings } = row!;
	const handling = handlingOf(measured, usual ?? usualHandling);
	return {
		handling,
		waiting,
		bookings,
		freeIn: since.map((at) => (at === null ? 0 : roomFreeIn(minutesSince(new Date(at), now), handling)))
	};
}

/** What somebody who joins the end of the queue is told; kept with the ticket, to be compared with what came of it. */
export async function promiseFor(
	{ tx, actor, now }: Context,
	today: Day,
	clinicId: Id<'Clinic'> | null
): Promise<WaitRange | null> {
	const { waiting, ...desk } = await deskState(readerOf(tx), actor, today, now, clinicId);
	return waitRange({ ahead: waiting, ...desk });
}
