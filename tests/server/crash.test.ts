import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuild } from '../../bin/prepare.mjs';
import { signedIn } from './browserless.ts';
import { ask, databasePid, filledFolder, lives, serve, urlIn } from './serving.ts';

beforeAll(ensureBuild);

const guests = 200;
const walkIn = (guest: number) => ({
	'person.name': `Tamu ${guest}`,
	'person.phone': `0812 0000 ${String(guest).padStart(4, '0')}`,
	capacity: 'founder',
	cooperativeId: '',
	service: 'guidance',
	clinicId: '',
	reason: `Bertanya ${guest}`
});

test('kill -9 of application and database amid 200 walk-ins loses no acknowledged ticket and leaves no half-written one', async () => {
	const folder = await filledFolder();
	const program = serve({ DATA_DIR: folder, LOG_LEVEL: 'error' });
	const address = await program.ready();
	const desk = await signedIn(address, 'siti@sragen.contoh.id');
	const [before] = await ask<{ tickets: number }>(urlIn(folder), 'select count(*)::int as tickets from tickets');

	const acknowledged: string[] = [];
	const all = Promise.allSettled(
		Array.from({ length: guests }, async (_, guest) => {
			const answer = await desk.post('/kunjungan/baru?/daftar', walkIn(guest));
			if (answer.status === 303)
				acknowledged.push(/kunjungan\/([0-9a-f-]{36})/.exec(answer.headers.get('location')!)![1]!);
		})
	);
	while (acknowledged.length < guests / 4) await pause(2);
	const database = databasePid(folder);
	process.kill(program.pid, 'SIGKILL');
	process.kill(database, 'SIGKILL');
	await all;
	expect(acknowledged.length, 'it was killed in the middle').toBeLessThan(guests);
	expect([lives(program.pid), lives(database)]).toEqual([false, false]);

	// A restart needs no hand.
	const again = serve({ DATA_DIR: folder, LOG_LEVEL: 'error' });
	await again.ready();
	const url = urlIn(folder);
	const kept = await ask<{ id: string }>(
		url,
		'select v.id from visits v join tickets t on t.visit_id = v.id where v.id = any($1)',
		[acknowledged]
	);
	expect(kept.length, 'every acknowledged ticket is there').toBe(acknowledged.length);

	const [halves] = await ask(
		url,
		`select
			(select count(*)::int from visits v where not exists (select from tickets t where t.visit_id = v.id)
				and v.reason like 'Bertanya %') as without_ticket,
			(select count(*)::int from people p where p.name like 'Tamu %' and p.phone_sealed is not null
				and not exists (select from person_keys k where k.person_id = p.id)) as without_key,
			(select count(*)::int from visits v where v.reason like 'Bertanya %' and not exists
				(select from audit_rows a where a.command = 'visits.registerWalkIn' and a.result ->> 'visitId' = v.id::text)) as without_audit,
			(select count(*)::int from (select prefix, "on", office_id, max(number) - count(*) as gap from tickets
				group by 1, 2, 3) s where gap <> 0) as series_with_gaps`
	);
	expect(halves).toEqual({ without_ticket: 0, without_key: 0, without_audit: 0, series_with_gaps: 0 });

	// And the desk goes on with the next number.
	const desk2 = await signedIn(await again.ready(), 'siti@sragen.contoh.id');
	expect((await desk2.post('/kunjungan/baru?/daftar', walkIn(999))).status).toBe(303);
	const [after] = await ask<{ tickets: number }>(url, 'select count(*)::int as tickets from tickets');
	expect(after!.tickets).toBeGreaterThan(before!.tickets + acknowledged.length);
});
