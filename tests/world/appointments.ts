import type { Capacity } from '#clinic/cooperatives/kinds.ts';
import type { Way } from '#clinic/visits/appointments.ts';
import { recordAbsence } from '#clinic/visits/server/commands/appointments/absences.ts';
import { bookAppointment } from '#clinic/visits/server/commands/appointments/booking.ts';
import { markNoShow } from '#clinic/visits/server/commands/appointments/desk.ts';
import {
	addAppointmentService,
	chooseAppointmentOfficers
} from '#clinic/visits/server/commands/appointments/settings.ts';
import { nextOffered } from '#clinic/visits/server/reads/appointments.ts';
import { systemActor } from '#platform/actor.ts';
import { addDays, dayOf, type Day } from '#platform/clock.ts';
import { read } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import type { OfficeKey } from './offices.ts';
import type { Register } from './registers.ts';
import { actIn, type Stage } from './scene.ts';
import { clockTime } from './when.ts';

type Told = Exclude<OfficeKey, 'bogor'>;
const desk: Readonly<Record<Told, string>> = { sragen: 'siti', buleleng: 'sriani' };
const administrator: Readonly<Record<Told, string>> = { sragen: 'wahyu', buleleng: 'kadek' };
const officers: Readonly<Record<Told, readonly [string, string, string]>> = {
	sragen: ['ratna', 'bagus', 'endang'],
	buleleng: ['made', 'putu', 'gede']
};

const services = [
	{
		name: 'Konsultasi kesehatan koperasi',
		service: 'consultation',
		minutes: 60,
		officers: '1',
		ways: ['faceToFace', 'phone', 'video']
	},
	{ name: 'Pendirian koperasi baru', service: 'guidance', minutes: 60, officers: '1', ways: ['faceToFace', 'phone'] },
	{ name: 'Pemeriksaan bersama pengurus', service: 'consultation', minutes: 120, officers: '2', ways: ['faceToFace'] }
] as const;

interface Visitor {
	readonly service: 0 | 1 | 2;
	readonly way: Way;
	/** Days from today from which the first free time is taken. */
	readonly in: number;
	readonly name: string;
	readonly phone: string;
	readonly capacity: Capacity;
	readonly reason: string;
	/** Place in the register; null: none yet. */
	readonly cooperative: number | null;
}
const visitors: readonly Visitor[] = [
	{
		service: 0,
		way: 'faceToFace',
		in: 0,
		name: 'Sugeng Raharjo',
		phone: '0812 0000 1101',
		capacity: 'board',
		reason: 'Anggota banyak menunggak',
		cooperative: 3
	},
	{
		service: 0,
		way: 'phone',
		in: 0,
		name: 'Endah Purwanti',
		phone: '0812 0000 1102',
		capacity: 'manager',
		reason: 'Laporan tahunan belum selesai',
		cooperative: 5
	},
	{
		service: 1,
		way: 'faceToFace',
		in: 1,
		name: 'Arif Budiman',
		phone: '0812 0000 1103',
		capacity: 'founder',
		reason: 'Mendirikan koperasi nelayan',
		cooperative: null
	},
	{
		service: 2,
		way: 'faceToFace',
		in: 1,
		name: 'Lestari Ningsih',
		phone: '0812 0000 1104',
		capacity: 'board',
		reason: 'Buku kas tidak cocok',
		cooperative: 8
	},
	{
		service: 0,
		way: 'phone',
		in: 3,
		name: 'Wayan Sudarma',
		phone: '0812 0000 1105',
		capacity: 'board',
		reason: 'Rapat anggota tertunda',
		cooperative: 9
	}
];

/** What an office has in its calendar: what can be booked, who has booked, who did not come, who is away. */
export async function fillCalendar(stage: Stage, key: Told, { cooperatives }: Register, now: Date): Promise<void> {
	const today = dayOf(now, stage.zone);
	const officeId = found(stage.actors.get(desk[key])).officeId;
	const asker = systemActor('world', officeId, []);
	const opened = clockTime(addDays(today, -60), '09:00', stage.zone);
	const manages = actIn(stage, `${key}.appointments`, opened);
	const serviceIds: string[] = [];
	for (const service of services)
		serviceIds.push(
			(await manages(administrator[key], addAppointmentService, { ...service, ways: [...service.ways], clinicId: '' }))
				.serviceId
		);
	await manages(administrator[key], chooseAppointmentOfficers, {
		staffIds: officers[key].map((nick) => found(stage.actors.get(nick)).id)
	});
	const book = async (
		at: Date,
		{ service, way, name, phone, capacity, reason, cooperative, ...when }: Visitor,
		from: Day
	) => {
		const serviceId = serviceIds[service]!;
		const asked = { serviceId, way, from, notBefore: at, now: at };
		const [slot] = await read(stage.database, asker, (reader) => nextOffered(reader, asker, asked, 1));
		const { appointmentId } = await actIn(stage, `${key}.appointment.${name}.${when.in}`, at)(
			desk[key],
			bookAppointment,
			{
				serviceId,
				way,
				startsAt: found(slot).startsAt.toISOString(),
				person: { name, phone },
				email: '',
				capacity,
				cooperativeId: cooperative === null ? '' : cooperatives[cooperative]!.id,
				cooperativeName: '',
				reason
			}
		);
		return { appointmentId, startsAt: found(slot).startsAt };
	};
	const missed = { ...visitors[0]!, name: 'Bambang Irawan', phone: '0812 0000 1106', cooperative: 11, in: -9 };
	const weekAgo = await book(clockTime(addDays(today, -10), '09:00', stage.zone), missed, addDays(today, -9));
	const after = new Date(weekAgo.startsAt.getTime() + 3_600_000);
	if (after < now)
		await actIn(stage, `${key}.noShow`, after)(desk[key], markNoShow, { appointmentId: weekAgo.appointmentId });
	for (const visitor of visitors)
		await book(new Date(now.getTime() - 50 * 60_000), visitor, addDays(today, visitor.in));
	const ill = addDays(today, 2);
	await actIn(stage, `${key}.absence`, new Date(now.getTime() - 40 * 60_000))(desk[key], recordAbsence, {
		staffId: found(stage.actors.get(officers[key][2])).id,
		fromAt: `${ill}T07:00`,
		untilAt: `${addDays(ill, 1)}T16:00`,
		reason: 'Cuti'
	});
}
