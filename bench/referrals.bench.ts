import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { myReferrals, overdueReferrals } from '#clinic/referrals/server/reads.ts';
import { proposalsFor } from '#clinic/referrals/server/reads/candidates.ts';
import { conferencesComing } from '#clinic/referrals/server/reads/conferences.ts';
import { adviceWaiting } from '#clinic/referrals/server/reads/guests.ts';
import { mentorSuggestions } from '#clinic/referrals/server/reads/mentors.ts';
import { specialistsOf } from '#clinic/referrals/server/reads/specialists.ts';
import type { Actor } from '#platform/actor.ts';
import { read, type Database, type Reader } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { benchDatabase } from './database.ts';
import type { BenchRow, Measured } from './row.ts';

/** Open cases in the nation and in the office that is measured; each has closed ones behind it. */
const OPEN = 20_000;
const OWN = 300;
const CLOSED_EACH = 2;
/** People of the poli in each office. */
const STAFF = 8;
const today = '2026-03-02';
const now = '2026-03-02T02:00:00Z';
const day = { today, zone: 'Asia/Jakarta' } as const;

let database: Database;
let superUrl: string;
let actor: Actor;
let caseId: string;

export async function setUp(): Promise<() => Promise<void>> {
	const made = await benchDatabase(4);
	database = made.database;
	superUrl = made.superUrl;
	const officeId = newId<'Office'>();
	// Past the line between offices: the nation is filled at once.
	const client = new pg.Client({ connectionString: superUrl });
	await client.connect();
	try {
		await fill(client, officeId);
		const { rows: posts } = await client.query<{ staff: string; clinic: string }>(
			`select staff_id as staff, clinic_id as clinic from staff_clinics where office_id = $1 order by 1 limit 1`,
			[officeId]
		);
		const { rows: patients } = await client.query<{ id: string }>(
			`select id from cases where office_id = $1 and closed_at is null order by id limit 1`,
			[officeId]
		);
		caseId = patients[0]!.id;
		actor = {
			kind: 'staff',
			id: posts[0]!.staff,
			officeId,
			userId: null,
			permissions: new Set(['case.view', 'referral.answer', 'referral.make']),
			clinicIds: [posts[0]!.clinic],
			subjectId: null,
			personId: null
		};
	} finally {
		await client.end();
	}
	return made.end;
}

async function fill(client: pg.Client, officeId: string): Promise<void> {
	await client.query(
		`insert into offices (id, code, name, brand, address, zone, hours, created_at)
		 select case when code = (select min(code) from areas where level = 2) then $1::uuid else gen_random_uuid() end, code,
		        'Dinas ' || code, 'Klinik', '-', 'Asia/Jakarta', '{}', now() from areas where level = 2`,
		[officeId]
	);
	await client.query(
		`insert into clinics (id, office_id, code, name, prefix, created_at)
		 select gen_random_uuid(), o.id, c.code, 'Poli ' || c.code, c.prefix, now() from offices o,
		        (values ('finance', 'K'), ('people', 'S')) c(code, prefix);
		 insert into staff (id, office_id, name, created_at)
		 select gen_random_uuid(), o.id, 'Petugas ' || n || ' ' || o.code, now() from offices o, generate_series(1, ${STAFF}) n;
		 insert into staff_clinics (office_id, staff_id, clinic_id)
		 select s.office_id, s.id, c.id from staff s join clinics c on c.office_id = s.office_id and c.code = 'finance';
		 insert into specialists (staff_id, office_id, hours, causes, districts, weekly_limit, changed_at, changed_by_name)
		 select id, office_id, '{}', '{}', '{}', 5, now(), 'x' from staff;
		 create temp table made as
		 select gen_random_uuid() as coop, gen_random_uuid() as id, gen_random_uuid() as diagnosis, n, turn,
		        case when n < ${OWN} then own.id else others.ids[1 + n % cardinality(others.ids)] end as office, turn = 0 as open
		   from generate_series(0, ${OPEN - 1}) n, generate_series(0, ${CLOSED_EACH}) turn,
		        (select id from offices order by code limit 1) own,
		        (select array_agg(id) as ids from offices where code <> (select min(code) from offices)) others;
		 insert into cooperatives (id, office_id, name, core, norm, kind, created_at, updated_at)
		 select coop, office, 'KSP Bina ' || n || ' ' || turn, 'bina', 'bina', 'savingsAndLoan', now(), now() from made;
		 insert into people (id, office_id, name, created_at)
		 select gen_random_uuid(), office, 'Pengurus ' || coop || ' ' || seat, now() from made, generate_series(1, 3) seat;
		 insert into board_terms (id, office_id, cooperative_id, person_id, role, created_at)
		 select gen_random_uuid(), p.office_id, split_part(p.name, ' ', 2)::uuid, p.id, 'chair', now() from people p;
		 insert into cases (id, office_id, cooperative_id, number, opened_at, opened_by, closed_at)
		 select id, office, coop, '2026-' || row_number() over (partition by office), timestamptz '${now}' - interval '90 days', 'x',
		        case when open then null else timestamptz '${now}' - interval '20 days' end from made;
		 insert into diagnoses (id, office_id, case_id, cause, rank, evidence, at, by, by_name)
		 select diagnosis, office, id, (array['badLoans','cashShort','losses','booksBehind'])[1 + n % 4], 'main', '[]',
		        timestamptz '${now}' - interval '80 days', 'x', 'Ratna' from made;
		 insert into milestones (id, office_id, case_id, stage, what, params, at, by_kind, by, by_name)
		 select gen_random_uuid(), office, id, s.stage, 'test.step', '{}', timestamptz '${now}' - interval '85 days' + s.at, 'staff', 'x', 'R'
		   from made, (values ('complaint', interval '1 day'), ('diagnosis', interval '5 days'), ('referral', interval '6 days'),
		        ('recovered', interval '60 days')) s(stage, at)
		  where s.stage <> 'recovered' or (not open and n % 3 = 0);
		 insert into referrals (id, office_id, case_id, diagnosis_id, clinic_id, to_staff_id, question, state, answer, sent_at, due_on, raised_at,
		        sent_by, sent_by_name, answered_at, answered_by)
		 select gen_random_uuid(), m.office, m.id, m.diagnosis, c.id, case when m.n % 3 = 0 then s.id end, 'Mohon periksa.', k.state,
		        case when k.state = 'refused' then 'Penuh' end, timestamptz '${now}' - m.n % 70 * interval '1 day',
		        date '${today}' - m.n % 70 + 5, case when k.state = 'sent' and m.n % 70 > 6 then now() end, 'x', 'Ratna',
		        case when k.state <> 'sent' then timestamptz '${now}' - m.n % 70 * interval '1 day' end,
		        case when k.state <> 'sent' then s.id end
		   from made m
		   join clinics c on c.office_id = m.office and c.code = 'finance'
		   join lateral (select case when m.open then (array['sent','accepted','accepted'])[1 + m.n % 3] else 'accepted' end as state
		                  union all select 'refused' where m.n % 4 = 0) k on true
		   join lateral (select id from staff where office_id = m.office order by md5(id::text || m.n) limit 1) s on true;
		 insert into consents (id, office_id, cooperative_id, case_id, purpose, given_by, given_on, way, recorded_at, recorded_by, recorded_by_name)
		 select gen_random_uuid(), office, coop, id, 'outsideSpecialist', 'Ketua', date '${today}', 'inPerson', now(), 'x', 'R' from made where open and n % 10 = 0;
		 insert into case_guests (id, office_id, case_id, cooperative_id, consent_id, person_id, name, organisation, background, pages, question,
		        invited_at, invited_by, invited_by_name, expires_at)
		 select gen_random_uuid(), c.office_id, c.case_id, c.cooperative_id, c.id, (select person_id from board_terms b where b.cooperative_id = c.cooperative_id limit 1),
		        'Tamu', 'Dekopinda', 'dekopinda', '{identity}', 'Bagaimana?', now(), 'x', 'R', now() from consents c;
		 insert into guest_notes (id, office_id, case_id, guest_id, words, at, by_name)
		 select gen_random_uuid(), office_id, case_id, id, 'Saran', now(), 'Tamu' from case_guests;
		 insert into conferences (id, office_id, case_id, on_day, starts_at, place, question, agenda, called_at, called_by, called_by_name)
		 select gen_random_uuid(), office, id, date '${today}' + n % 9, '10:00', 'Ruang', 'Diteruskan?', '{Kas}', now(), 'x', 'R' from made where open and n % 10 = 0`
	);
	await client.query('vacuum analyze');
}

const asked = (question: (reader: Reader) => Promise<readonly unknown[]>) => () => read(database, actor, question);

/** What each list must hold of the measured office, so that no quick answer is an empty one. */
const lists: readonly (readonly [what: string, ask: () => Promise<readonly unknown[]>, atLeast: number])[] = [
	['a specialist’s referrals', asked((reader) => myReferrals(reader, actor)), 80],
	['overdue referrals of the head of division', asked((reader) => overdueReferrals(reader, actor)), 50],
	['poli and specialists with their load', asked((reader) => specialistsOf(reader, actor, day)), STAFF],
	[
		'who fits a referral',
		asked(async (reader) =>
			(await proposalsFor(reader, actor, { caseId, causes: ['badLoans'], ...day })).flatMap(({ people }) => people)
		),
		STAFF
	],
	[
		'mentors of a case',
		asked(async (reader) => (await mentorSuggestions(reader, actor, { caseId, zone: day.zone })).mentors),
		12
	],
	['advice from outside', asked((reader) => adviceWaiting(reader, actor)), 30],
	['conferences to come', asked((reader) => conferencesComing(reader, actor, today)), 30]
];

const large = [
	'cases',
	'milestones',
	'diagnoses',
	'referrals',
	'cooperatives',
	'board_terms',
	'people',
	'guest_notes',
	'conferences'
];

/** How often a table of the nation has been read from end to end. */
async function scans(): Promise<Map<string, number>> {
	const client = new pg.Client({ connectionString: superUrl });
	await client.connect();
	// The counts of a session are handed in when it has been quiet for a second.
	await pause(1500);
	const { rows } = await client.query<{ name: string; scans: string }>(
		'select relname as name, seq_scan as scans from pg_stat_user_tables where relname = any($1)',
		[large]
	);
	await client.end();
	return new Map(rows.map(({ name, scans: count }) => [name, Number(count)]));
}

async function p95(ask: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (let run = 0; run < 100; run++) {
		const from = performance.now();
		await ask();
		times.push(performance.now() - from);
	}
	return times.sort((a, b) => a - b)[94]!;
}

export const rows: readonly BenchRow[] = [
	{
		name: 'referral-lists',
		what: `an office of ${OWN} open cases among ${OPEN} in the nation, p95 of 100`,
		budget: '≤ 60 ms, no table of the nation scanned',
		holds: ({ ours }) => ours <= 60,
		run: async () => {
			const done: Measured[] = [];
			for (const [detail, ask, atLeast] of lists) {
				const { length } = await ask();
				if (length < atLeast) throw new Error(`${detail}: ${length} rows instead of ${atLeast} or more`);
				const before = await scans();
				await ask();
				for (const [name, count] of await scans())
					if (count !== before.get(name)) throw new Error(`${detail} reads all of ${name}`);
				done.push({ detail, ours: await p95(ask), baseline: null, unit: 'ms' });
			}
			return done;
		}
	}
];
