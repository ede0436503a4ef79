import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	dismissDuplicate,
	noteDuplicatesElsewhere,
	reopenDuplicate,
	requestNationSweep,
	sweepRegister
} from '#clinic/cooperatives/server/commands/duplicates.ts';
import { importRegister } from '#clinic/cooperatives/server/commands/import-register.ts';
import { mergeCooperatives, unmergeCooperatives } from '#clinic/cooperatives/server/commands/merge.ts';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { sweepNation } from '#clinic/cooperatives/server/commands/sweep-nation.ts';
import { sweepEveryWeek } from '#clinic/cooperatives/server/daily.ts';
import { likelyCandidates } from '#clinic/cooperatives/server/reads/candidates.ts';
import { comparison } from '#clinic/cooperatives/server/reads/comparison.ts';
import {
	duplicateCounts,
	duplicatesOf,
	lastSweep,
	type PairFilter
} from '#clinic/cooperatives/server/reads/duplicates.ts';
import { readRegisterFile } from '#clinic/cooperatives/server/reads/register-file.ts';
import { createOffice } from '#clinic/offices/server/commands/office.ts';
import { allPermissions } from '#clinic/offices/roles.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform, type Command } from '#platform/command.ts';
import { read, type Reader } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { labelledPairs } from '#world/labelled/kota-bogor.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';

const base = testDatabase();
let world: SmallWorld;
let desk: Actor;
let elsewhere: Actor;
beforeAll(async () => {
	world = await smallWorld(base.database);
	desk = world.sragen.actors.adviser;
	elsewhere = world.buleleng.actors.adviser;
});

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const ask = <T>(question: (reader: Reader) => Promise<T>, actor = desk) => read(base.database, actor, question);
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any deed whatever its input
const act = <Result>(deed: Command<any, any>, input: unknown, actor = desk, now = smallNow) =>
	perform({ database: base.database, actor, now, commandId: newId() }, deed, input) as Promise<Result>;
const register = async (over: Record<string, unknown>, actor = desk) =>
	(await act<{ cooperativeId: string }>(registerCooperative, { isAnother: 'on', ...over }, actor)).cooperativeId;
const listed = (filter: PairFilter, actor = desk) => ask((reader) => duplicatesOf(reader, actor, filter, 1), actor);
const idsOf = (pairs: readonly { firstId: string; secondId: string }[]) =>
	pairs.map(({ firstId, secondId }) => [firstId, secondId].toSorted().join(' '));
const both = (a: string, b: string) => [a, b].toSorted().join(' ');

describe('sweepRegister', () => {
	it('finds records that are one cooperative, with the reasons, and leaves the others alone', async () => {
		const a = await register({
			name: 'KSU Giri Lawu Sentana',
			districtCode: '33.14.01',
			address: 'Jalan Lawu 4',
			legalNumber: '88/BH/KDK.11/V/2003'
		});
		const b = await register({
			name: 'Koperasi Serba Usaha Giri Lawoe Sentana',
			districtCode: '33.14.01',
			address: 'Jl. Lawu No. 4'
		});
		await register({ name: 'KSU Segara Banyu Asin', districtCode: '33.14.02' });
		const { pairs } = await act<{ pairs: number }>(sweepRegister, {});
		const suggested = await listed('suggest');
		expect(idsOf(suggested)).toEqual([both(a, b)]);
		expect(pairs).toBe(suggested.length + (await listed('review')).length);
		expect(suggested[0]).toMatchObject({
			elsewhere: null,
			dismissedAt: null,
			first: { district: expect.any(String) },
			second: { district: expect.any(String) }
		});
		expect(suggested[0]!.reasons.map(({ code }) => code)).toEqual(
			expect.arrayContaining(['nameSame', 'addressSame', 'districtSame'])
		);
		expect(await ask((reader) => lastSweep(reader, desk))).toMatchObject({ at: smallNow });
	});

	it('forgets a pair that is none any more, keeps the row of one that still is', async () => {
		const before = await listed('suggest');
		const a = await register({
			name: 'KSP Tunas Kelapa Muda',
			districtCode: '33.14.01',
			legalNumber: '89/BH/KDK.11/V/2003'
		});
		const b = await register({ name: 'KSP Toenas Kelapa Moeda', districtCode: '33.14.01' });
		await act(sweepRegister, {}, desk, new Date(smallNow.getTime() + 1000));
		expect(idsOf(await listed('suggest'))).toContain(both(a, b));
		await base.admin.query(`update cooperatives set core = 'lain sekali', norm = 'lain sekali' where id = $1`, [b]);
		await act(sweepRegister, {}, desk, new Date(smallNow.getTime() + 2000));
		const after = await listed('suggest');
		expect(idsOf(after)).not.toContain(both(a, b));
		expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
	});

	it('does not see merged records, and shows a pair no more once it is merged', async () => {
		const [pair] = await listed('suggest');
		const compared = await ask((reader) => comparison(reader, desk, pair!.firstId, pair!.secondId));
		expect(compared.percent).toBe(pair!.percent);
		expect(compared.fields.find(({ field }) => field === 'address')?.state).toBe('differs');
		const { mergeId } = await act<{ mergeId: string }>(mergeCooperatives, {
			winnerId: pair!.firstId,
			winnerVersion: compared.winner.row.version,
			loserId: pair!.secondId,
			loserVersion: compared.loser.row.version
		});
		expect(await listed('suggest')).toEqual([]);
		await act(unmergeCooperatives, { mergeId });
		expect(idsOf(await listed('suggest'))).toEqual(idsOf([pair!]));
	});
});

describe('candidates while a new cooperative is typed', () => {
	const typed = {
		name: '',
		legalNumber: '',
		registryNumber: '',
		businessNumber: '',
		taxNumber: '',
		address: '',
		district: ''
	};
	const likely = (over: Partial<typeof typed>, actor = desk) =>
		ask((reader) => likelyCandidates(reader, actor, { ...typed, ...over }), actor);

	it('come with how sure it is and why, surer with each field that agrees, less with one that does not', async () => {
		const [byName] = await likely({ name: 'kop giri lawoe sentana' });
		expect(byName).toMatchObject({ name: 'KSU Giri Lawu Sentana' });
		expect(byName!.reasons[0]!.code).toBe('nameSame');
		const [agreeing] = await likely({ name: 'kop giri lawoe', district: '33.14.01', address: 'Jl Lawu nomor 4' });
		const [bare] = await likely({ name: 'kop giri lawoe' });
		const [elsewhere] = await likely({ name: 'kop giri lawoe', district: '33.14.02' });
		expect(agreeing!.percent).toBeGreaterThan(bare!.percent);
		expect(elsewhere!.percent).toBeLessThan(bare!.percent);
	});

	it('are found by a number alone, whatever the name', async () => {
		const [first] = await likely({ name: 'Zamrud Khatulistiwa', legalNumber: '88 / BH / KDK-11 / V / 2003' });
		expect(first).toMatchObject({ name: 'KSU Giri Lawu Sentana' });
		expect(first!.reasons.map(({ code }) => code)).toContain('numberOnly');
	});

	it.each([
		['businessNumber', '9120001234567', '9120 0012 34567', 'businessSame'],
		['taxNumber', '0012345678902000', '01.234.567.8-902.000', 'taxSame']
	])('are found by %s alone, however it is punctuated', async (field, kept, written, reason) => {
		const id = await register({ name: `KSU Nomor Saja ${field}`, [field]: kept });
		const [first] = await likely({ name: 'Zamrud Khatulistiwa', [field]: written });
		expect(first).toMatchObject({ id });
		expect(first!.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['numberOnly', reason]));
	});

	it('are those of the own office, and none for nothing', async () => {
		expect((await likely({ name: 'giri lawu sentana' }, elsewhere)).map(({ name }) => name)).not.toContain(
			'KSU Giri Lawu Sentana'
		);
		expect(await likely({})).toEqual([]);
	});
});

describe('these are two', () => {
	it('is remembered whatever later sweeps find, until it is taken back', async () => {
		const [pair] = await listed('suggest');
		const named = { firstId: pair!.secondId, secondId: pair!.firstId };
		await act(dismissDuplicate, { ...named, reason: 'Pengurusnya lain' });
		await act(dismissDuplicate, { ...named, reason: 'Dua kali ditekan' });
		await act(sweepRegister, {}, desk, new Date(smallNow.getTime() + 3000));
		expect(await listed('suggest')).toEqual([]);
		expect(await listed('dismissed')).toMatchObject([{ dismissedWhy: 'Pengurusnya lain' }]);
		expect(await ask((reader) => duplicateCounts(reader, desk))).toMatchObject({ suggest: 0, dismissed: 1 });
		await act(reopenDuplicate, named);
		expect(idsOf(await listed('suggest'))).toEqual(idsOf([pair!]));
	});

	it('is said with a reason, of two records of the own office', async () => {
		const [pair] = await listed('suggest');
		const { firstId } = pair!;
		await expect(act(dismissDuplicate, { ...pair, reason: ' ' })).rejects.toMatchObject({
			issues: { reason: 'required' }
		});
		const foreign = world.buleleng.cooperatives.healthy;
		for (const secondId of [foreign, newId(), firstId])
			await expect(act(dismissDuplicate, { firstId, secondId, reason: 'x' })).rejects.toEqual(refusal('missing'));
	});
});

describe('sweepNation', () => {
	const number = '3314010099001';
	let own: string;
	let theirs: string;

	it('sweeps every office and tells each of two where the other stands, and nothing of what it says', async () => {
		own = await register({ name: 'KSP Rembulan Kembar', registryNumber: number, address: 'Alamat rahasia Sragen' });
		theirs = await register(
			{
				name: 'KSP Rembulan Kembar',
				registryNumber: number,
				address: 'Alamat rahasia Buleleng',
				phone: '0362 555 0009'
			},
			elsewhere
		);
		const swept: string[] = [];
		await sweepNation(base.database, { now: () => smallNow, onOffice: (code) => void swept.push(code) });
		expect(swept).toEqual(['33.14', '51.08']);
		const mine = (await listed('elsewhere')).find(({ firstId }) => firstId === own);
		expect(mine).toMatchObject({
			firstId: own,
			secondId: theirs,
			second: null,
			elsewhere: 'Dinas Koperasi Kabupaten Buleleng'
		});
		expect(JSON.stringify(await listed('elsewhere'))).not.toMatch(/rahasia Buleleng|555 0009/);
		const other = (await listed('elsewhere', elsewhere)).find(({ firstId }) => firstId === theirs);
		expect(other).toMatchObject({ firstId: theirs, secondId: own, elsewhere: 'Dinas Koperasi Kabupaten Sragen' });
		expect(JSON.stringify(await listed('elsewhere', elsewhere))).not.toMatch(/rahasia Sragen/);
	});

	it('goes on behind the office where it ended', async () => {
		const swept: string[] = [];
		await sweepNation(base.database, {
			now: () => smallNow,
			after: '33.14',
			onOffice: (code) => void swept.push(code)
		});
		expect(swept).toEqual(['51.08']);
	});

	it('is told once that they are two, and forgets a pair when the number is put right', async () => {
		await act(dismissDuplicate, { firstId: own, secondId: theirs, reason: 'Cabang' });
		expect(idsOf(await listed('elsewhere'))).not.toContain(both(own, theirs));
		await act(reopenDuplicate, { firstId: own, secondId: theirs });
		expect(idsOf(await listed('elsewhere'))).toContain(both(own, theirs));
		await base.admin.query('update cooperatives set registry_number = null where id = $1', [theirs]);
		await sweepNation(base.database, { now: () => new Date(smallNow.getTime() + 5000) });
		expect(idsOf(await listed('elsewhere'))).not.toContain(both(own, theirs));
		expect(idsOf(await listed('elsewhere', elsewhere))).not.toContain(both(own, theirs));
	});

	it('is asked for once a week by itself, and by nobody else', async () => {
		const asked = async () =>
			(await base.admin.query(`select 1 from job_runs where name = 'cooperatives.sweepNation'`)).rowCount;
		const saturday = new Date('2026-03-07T17:59:00Z');
		for (const hours of [0, 1, 24, 167])
			await sweepEveryWeek(base.database, new Date(saturday.getTime() + hours * 3_600_000));
		expect(await asked()).toBe(2);
		await sweepEveryWeek(base.database, new Date(saturday.getTime() + 168 * 3_600_000 + 60_000));
		expect(await asked()).toBe(3);
		await expect(act(requestNationSweep, {})).rejects.toEqual(refusal('forbidden'));
	});

	it('is the program’s own', async () => {
		const pair = {
			firstId: own,
			secondId: theirs,
			elsewhereId: world.buleleng.officeId,
			percent: 99,
			band: 'suggest',
			reasons: []
		};
		await expect(act(noteDuplicatesElsewhere, { pairs: [pair], isLast: true })).rejects.toEqual(refusal('forbidden'));
		const program = systemActor('x', world.sragen.officeId, ['register.sweep']);
		await expect(
			act(noteDuplicatesElsewhere, { pairs: [{ ...pair, firstId: theirs }], isLast: true }, program)
		).rejects.toEqual(refusal('missing'));
	});
});

describe('the register of a city', () => {
	it('names the pairs that are one organisation, and none that only share a number', async () => {
		const officeId = newId<'Office'>();
		const bogor = systemActor('bogor', officeId, allPermissions);
		await act(
			createOffice,
			{ id: officeId, code: '32.71', name: 'Dinas', brand: 'Klinik', zone: 'Asia/Jakarta', address: 'Jalan 1' },
			bogor
		);
		const file = join(import.meta.dirname, '../../world/register-kota-bogor.csv');
		const { register: rows, fileHash } = await readRegisterFile(file, {
			today: smallToday,
			regency: 'Kota Bogor'
		} as never);
		await act(importRegister, { importId: newId(), fileName: 'bogor.csv', fileHash, register: rows }, bogor);
		await act(sweepRegister, {}, bogor);
		const numberOf = new Map(
			(
				await base.admin.query(
					`select cooperative_id as id, cells->>0 as number from import_rows where office_id = $1 and cooperative_id is not null`,
					[officeId]
				)
			).rows.map(({ id, number }) => [id as string, Number(number)])
		);
		const found = [...(await listed('suggest', bogor)), ...(await listed('review', bogor))].map(
			({ firstId, secondId }) => [numberOf.get(firstId)!, numberOf.get(secondId)!].sort((a, b) => a - b).join(' ')
		);
		const labelled = (label: string) =>
			labelledPairs.filter((pair) => pair.label === label).map(({ rows: [a, b] }) => `${a} ${b}`);
		// Rows 70 and 244 are known as one already when they are imported.
		const same = labelled('same').filter((pair) => pair !== '70 244');
		expect(same.filter((pair) => !found.includes(pair))).toEqual([]);
		expect(found.filter((pair) => labelled('other').includes(pair))).toEqual([]);
	});
});
