import { eq } from 'drizzle-orm';
import { publicOffice } from '#clinic/offices/server/reads/public.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { settings } from '#env';
import { systemActor, type Actor } from '#platform/actor.ts';
import { read, type Database } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { leadMinutes, ways, type Way } from '../../appointments.ts';
import { appointmentServicesOf, nextOffered, offeredDays, waysOffered } from './appointments.ts';

/** In whose name the public page of an office asks and holds: nobody is signed in there. @throws Refusal missing */
export async function publicDoor(database: Database, code: string): Promise<Actor> {
	const [office] = await read(database, { officeId: null, userId: null }, (reader) =>
		reader.select({ id: offices.id }).from(offices).where(eq(offices.code, code))
	);
	return systemActor('public booking', found(office).id, ['appointment.book']);
}

export const hasVideo = (): boolean => settings().VIDEO_URL !== undefined;

interface Chosen {
	readonly serviceId: string | null;
	readonly way: string | null;
}

/** What the public page of an office shows: what can be booked, and, once that is chosen, when. @throws Refusal missing */
export async function publicBooking(database: Database, code: string, chosen: Chosen, now: Date) {
	const office = await publicOffice(database, code, now);
	const door = await publicDoor(database, code);
	return read(database, door, async (reader) => {
		const all = (await appointmentServicesOf(reader, door)).map(({ id, name, minutes, clinic, ways: offered }) => ({
			id,
			name,
			minutes,
			clinic,
			ways: waysOffered(offered, hasVideo())
		}));
		const service = all.find(({ id }) => id === chosen.serviceId) ?? null;
		const way = wayOf(service?.ways ?? [], chosen.way);
		const asked = service && way && { serviceId: service.id, way, from: office.today, notBefore: after(now), now };
		return {
			office,
			services: all.filter(({ ways: offered }) => offered.length > 0),
			service,
			way,
			days: asked ? (await offeredDays(reader, door, asked)).map(briefly) : [],
			next: asked ? (await nextOffered(reader, door, asked)).map(({ startsAt }) => startsAt) : []
		};
	});
}

const after = (now: Date) => new Date(now.getTime() + leadMinutes * 60_000);

/** The way asked for, or the only one there is. */
const wayOf = (offered: readonly Way[], asked: string | null): Way | null =>
	offered.length === 1 ? offered[0]! : (ways.find((way) => way === asked && offered.includes(way)) ?? null);

/** Who it would be with is nobody's business outside. */
const briefly = ({ slots, ...day }: Awaited<ReturnType<typeof offeredDays>>[number]) => ({
	...day,
	slots: slots.map(({ startsAt }) => startsAt)
});
export type PublicDay = ReturnType<typeof briefly>;
