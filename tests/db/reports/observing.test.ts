import { beforeAll, describe, expect, it } from 'vitest';
import { declareRecovered, proposeClosure } from '#clinic/closures/server/commands/outcome.ts';
import { noteHealth } from '#clinic/cooperatives/server/commands/health.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { changeRoles } from '#clinic/offices/server/commands/staff.ts';
import { observedOffices, officeFigures } from '#clinic/reports/server/reads.ts';
import { conditionsOf } from '#clinic/reports/server/reads/conditions.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const province = () => world.sragen.actors.provinceObserver;
const ministry = () => world.sragen.actors.ministryObserver;
const offices = (actor: Actor, now = smallNow) =>
	read(test.database, actor, (reader) => observedOffices(reader, actor, now));
const figures = (actor: Actor, code: string) =>
	read(test.database, actor, (reader) => officeFigures(reader, actor, code, smallNow));

describe('conditionsOf', () => {
	it('says of every cooperative what its own page says', async () => {
		const { adviser } = world.sragen.actors;
		await perform({ database: test.database, actor: adviser, now: smallNow, commandId: newId() }, noteHealth, {
			cooperativeId: world.sragen.cooperatives.healthy,
			category: 'underSupervision',
			on: smallToday
		});
		const { rows, own } = await read(test.database, adviser, async (reader) => {
			const rows = await conditionsOf(reader, adviser, smallToday);
			const own: Record<string, unknown> = {};
			for (const { id } of rows) own[id] = (await identityOf(reader, adviser, id, smallToday)).judged.condition;
			return { rows, own };
		});
		expect(rows).toHaveLength(7);
		expect(Object.fromEntries(rows.map(({ id, condition }) => [id, condition]))).toEqual(own);
		const of = world.sragen.cooperatives;
		expect(own).toMatchObject({ [of.healthy]: 'sick', [of.cold]: 'cold', [of.sick]: 'sick', [of.dormant]: 'dormant' });
	});
});

describe('observedOffices', () => {
	it('lists the offices of the province, or of the country', async () => {
		expect((await offices(province())).map(({ code }) => code)).toEqual(['33.14']);
		expect((await offices(ministry())).map(({ code }) => code)).toEqual(['33.14', '51.08']);
		expect((await offices(world.buleleng.actors.provinceObserver)).map(({ code }) => code)).toEqual(['51.08']);
	});

	it('lists nothing for who observes nothing', async () => {
		expect(await offices(world.sragen.actors.headOfOffice)).toEqual([]);
	});

	it('ends with the role', async () => {
		const { system, actors } = world.buleleng;
		const inTime = (now: Date) => offices(actors.ministryObserver, now);
		expect(await inTime(smallNow)).toHaveLength(2);
		await perform({ database: test.database, actor: system, now: smallNow, commandId: newId() }, changeRoles, {
			staffId: actors.ministryObserver.id,
			roles: [{ role: 'ministryObserver', fromOn: '2025-01-01', untilOn: smallToday }]
		});
		expect(await inTime(smallNow)).toHaveLength(2);
		expect(await inTime(new Date(smallNow.getTime() + 86_400_000))).toEqual([]);
	});
});

describe('officeFigures', () => {
	it('counts the register by status and condition', async () => {
		const { statuses, conditions, office, today } = await figures(ministry(), '51.08');
		expect(office).toMatchObject({ code: '51.08', brand: 'Klinik Koperasi' });
		expect(today).toBe(smallToday);
		expect(statuses).toEqual({ active: 6, inactive: 1, unknown: 0 });
		expect(conditions).toEqual({ healthy: 3, cold: 2, sick: 1, dormant: 1, unknown: 0 });
	});

	it('counts open cases by stage and proposals by state, of that office alone', async () => {
		const before = await figures(ministry(), '51.08');
		expect(before.stages).toMatchObject({ arrived: 1, monitoring: 0, dissolutionProposed: 0 });
		expect(before.proposals).toEqual({ proposed: 0, returned: 0, agreed: 0 });
		const { act, monitored } = ward(test, () => world.sragen);
		const patient = await monitored();
		await act(world.sragen.actors.adviser, proposeClosure, {
			caseId: patient.caseId,
			ground: 'noMeetingThreeYears',
			reasons: 'Tiga tahun tanpa rapat anggota'
		});
		const sragen = await figures(province(), '33.14');
		expect(sragen.stages).toMatchObject({ arrived: 1, dissolutionProposed: 1 });
		expect(sragen.proposals).toEqual({ proposed: 1, returned: 0, agreed: 0 });
		expect(await figures(ministry(), '51.08')).toEqual(before);
	});

	it('counts a case as recovered once, in the year on the office’s wall', async () => {
		const { act, monitored } = ward(test, () => world.sragen);
		const outcome = { note: 'Kas cukup', nextOn: '2026-09-01' };
		const { caseId } = await monitored();
		await act(world.sragen.actors.adviser, declareRecovered, { caseId, ...outcome });
		expect((await figures(province(), '33.14')).recovered).toEqual({ thisYear: 1, ever: 1 });
		// New Year's Eve 23:59 and New Year's Day 00:00 in Sragen.
		const at = (moment: string) =>
			test.admin.query('update recoveries set at = $1 where case_id = $2', [moment, caseId]);
		await at('2025-12-31T16:59:00Z');
		expect((await figures(province(), '33.14')).recovered).toEqual({ thisYear: 0, ever: 1 });
		await at('2025-12-31T17:00:00Z');
		expect((await figures(province(), '33.14')).recovered).toEqual({ thisYear: 1, ever: 1 });
		await test.admin.query(
			`insert into recoveries (id, office_id, case_id, criteria, note, at, by, by_name)
			 select gen_random_uuid(), office_id, case_id, criteria, note, at, by, by_name from recoveries where case_id = $1`,
			[caseId]
		);
		expect((await figures(province(), '33.14')).recovered).toEqual({ thisYear: 1, ever: 1 });
		expect((await figures(ministry(), '51.08')).recovered).toEqual({ thisYear: 0, ever: 0 });
	});

	it('names no person, no cooperative and no id', async () => {
		const text = JSON.stringify(await figures(province(), '33.14'));
		for (const secret of [world.sragen.officeId, world.sragen.caseId, 'KSP', 'Ratna'])
			expect(text).not.toContain(secret);
	});

	it('answers a code outside the area like one that no office bears', async () => {
		for (const code of ['51.08', '32.71', '33.99', '33', '', 'xx'])
			await expect(figures(province(), code)).rejects.toMatchObject({ code: 'missing' });
		await expect(figures(ministry(), '32.71')).rejects.toMatchObject({ code: 'missing' });
		await expect(figures(world.sragen.actors.headOfOffice, '33.14')).rejects.toMatchObject({ code: 'missing' });
	});

	it('leaves the observer in the own office', async () => {
		const own = await read(test.database, ministry(), async (reader) => {
			await officeFigures(reader, ministry(), '51.08', smallNow);
			return conditionsOf(reader, { ...ministry(), officeId: world.buleleng.officeId }, smallToday);
		});
		expect(own).toEqual([]);
	});
});
