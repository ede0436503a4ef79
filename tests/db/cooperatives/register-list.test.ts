import { beforeAll, describe, expect, it } from 'vitest';
import { keyIn, keyText, noFilters, type ListFilters } from '#clinic/cooperatives/list-filters.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { countOf, PAGE, registerList, type Place } from '#clinic/cooperatives/server/reads/register-list.ts';
import { listQuery } from '#clinic/cooperatives/server/reads/list-query.ts';
import { conditions } from '#clinic/cooperatives/condition.ts';
import { registryGrades } from '#clinic/cooperatives/grade.ts';
import { recordAnnualMeeting } from '#clinic/cooperatives/server/commands/meetings.ts';
import { remindOfDuties } from '#clinic/cooperatives/server/commands/reminders.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform, type AnyCommand } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { csv, emptyOffice, importFile } from './importing.ts';

const base = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(base.database);
});

const list = (
	over: Partial<ListFilters> = {},
	actor: Actor = world.sragen.actors.receptionist,
	place: Partial<Place> = {}
) =>
	read(base.database, actor, (reader) =>
		registerList(
			reader,
			actor,
			{ filters: { ...noFilters, ...over }, today: smallToday },
			{ after: null, before: null, page: 1, ...place }
		)
	);
const names = async (over: Partial<ListFilters> = {}, actor?: Actor) =>
	(await list(over, actor)).rows.map(({ name }) => name);

describe('the register as a list', () => {
	it('shows every cooperative of the office by name, each as on its own page', async () => {
		const actor = world.sragen.actors.receptionist;
		const { rows, count, isMore, next, previous } = await list();
		expect({ count, isMore, next, previous }).toEqual({ count: 7, isMore: false, next: null, previous: null });
		const sorted = rows.map(({ name }) => name.toLowerCase());
		expect(sorted).toEqual([...sorted].sort());
		for (const row of rows) {
			const identity = await read(base.database, actor, (reader) => identityOf(reader, actor, row.id, smallToday));
			expect([row.name, row.condition, row.district]).toEqual([
				identity.name,
				identity.judged.condition,
				identity.district
			]);
		}
		expect(new Set(rows.map(({ condition }) => condition)).size).toBeGreaterThan(3);
	});

	it('is narrowed by kind, status, district and text', async () => {
		expect(await names({ kind: 'producer' })).toEqual(['KUD Dharma Laksana']);
		expect(await names({ status: 'inactive' })).toEqual(['KUD Dharma Laksana']);
		expect(await names({ status: 'inactive', kind: 'consumer' })).toEqual([]);
		expect(await names({ kind: 'unknown' })).toEqual([]);
		expect(await names({ district: '33.14.02' })).toEqual([]);
		expect((await list({ district: '33.14.01' })).count).toBe(7);
		expect((await names({ text: 'tirto sdana' }))[0]).toBe('KSP Tirta Sedana');
		expect(await names({ text: 'KSP', kind: 'savingsAndLoan' })).toEqual([
			'KSP Amerta Jaya',
			'KSP Guna Artha',
			'KSP Tirta Sedana'
		]);
		expect(await list({ text: 'x' })).toMatchObject({ rows: [], count: 0, isRanked: true });
	});

	it('is narrowed by health, class of business, and what is lacking', async () => {
		const { healthy, sick, cold } = world.sragen.cooperatives;
		await base.admin.query(
			`update cooperatives set health_category = 'fairlyHealthy', health_on = '2025-06-01' where id = $1`,
			[sick]
		);
		await base.admin.query(
			'update cooperatives set business_class = 3, latitude = -7.4, longitude = 110.9 where id = $1',
			[healthy]
		);
		const ids = async (over: Partial<ListFilters>) => (await list(over)).rows.map(({ id }) => id as string);
		expect(await ids({ health: 'fairlyHealthy' })).toEqual([sick]);
		expect(await ids({ health: 'unknown' })).not.toContain(sick);
		expect(await ids({ businessClass: 3 })).toEqual([healthy]);
		expect(await ids({ businessClass: 'unknown' })).toHaveLength(6);
		expect(await ids({ hasNoPlace: true })).not.toContain(healthy);
		expect(await ids({ hasNoPlace: true })).toHaveLength(6);
		expect(cold).not.toBe(sick);
	});

	it('is narrowed by condition and grade, as the last deed or the daily pass left them', async () => {
		const { actors, cooperatives, officeId } = world.sragen;
		const ids = async (over: Partial<ListFilters>) => (await list(over)).rows.map(({ id }) => id as string).toSorted();
		const program = systemActor('duty reminders', officeId, ['register.edit']);
		const deed = (actor: Actor, what: AnyCommand, input: unknown) =>
			perform({ database: base.database, actor, now: smallNow, commandId: newId() }, what, input);
		await deed(program, remindOfDuties, {});
		const { rows } = await list();
		for (const condition of [...conditions, 'unknown'] as const)
			expect(await ids({ condition }), condition).toEqual(
				rows
					.filter((row) => (row.condition ?? 'unknown') === condition)
					.map(({ id }) => id as string)
					.toSorted()
			);
		const grades = await Promise.all([...registryGrades, 'unknown' as const].map((grade) => ids({ grade })));
		expect(grades.flat().toSorted()).toEqual(rows.map(({ id }) => id as string).toSorted());
		expect(grades.filter((some) => some.length > 0).length).toBeGreaterThan(2);
		// A deed that cures is seen at once.
		expect(await ids({ condition: 'cold' })).toContain(cooperatives.cold);
		await deed(actors.adviser, recordAnnualMeeting, {
			cooperativeId: cooperatives.cold,
			bookYear: 2024,
			heldOn: '2025-03-20',
			reportedOn: '2026-02-20',
			source: 'Berita acara'
		});
		expect(await ids({ condition: 'cold' })).not.toContain(cooperatives.cold);
		expect(await ids({ condition: 'healthy' })).toContain(cooperatives.cold);
	});

	it('lists whose report is not known, by the record and by what was merged into it', async () => {
		const office = await emptyOffice(base.database, '33.01');
		await importFile(
			base.database,
			office,
			csv(
				'Nama Koperasi;Tanggal Berdiri',
				'KSP Melapor;2001-01-01',
				'KSP Tidak Melapor;2001-01-01',
				'KSP Masih Muda;2025-02-01',
				'KSP Digabung;2001-01-01',
				'KSP Asal;2001-01-01'
			),
			{ regency: null }
		);
		const idOf = async (name: string) =>
			(
				await base.admin.query('select id from cooperatives where office_id = $1 and name = $2', [
					office.officeId,
					name
				])
			).rows[0].id as string;
		const report = async (name: string, year: number) =>
			base.admin.query(
				`insert into annual_meetings (office_id, cooperative_id, book_year, held_on, reported_on, created_at)
				 values ($1, $2, $3::int, '2025-03-01', '2025-03-20', now())`,
				[office.officeId, await idOf(name), year]
			);
		await report('KSP Melapor', 2024);
		await report('KSP Tidak Melapor', 2023);
		await report('KSP Asal', 2024);
		expect(await names({ isUnreported: true }, office)).toEqual(['KSP Digabung', 'KSP Tidak Melapor']);
		await base.admin.query('update cooperatives set merged_into = $1 where id = $2', [
			await idOf('KSP Digabung'),
			await idOf('KSP Asal')
		]);
		expect(await names({ isUnreported: true }, office)).toEqual(['KSP Tidak Melapor']);
	});

	it('counts to its limit and no further', async () => {
		const actor = world.sragen.actors.receptionist;
		const counted = (limit: number) =>
			read(base.database, actor, (reader) =>
				countOf(reader, listQuery(actor, { filters: noFilters, today: smallToday })!, limit)
			);
		expect(await counted(7)).toEqual({ count: 7, isMore: false });
		expect(await counted(6)).toEqual({ count: 6, isMore: true });
	});

	it('leaves out what was merged into another, and other offices', async () => {
		const { village, sharia } = world.sragen.cooperatives;
		await base.admin.query('update cooperatives set merged_into = $1 where id = $2', [sharia, village]);
		expect((await list()).count).toBe(6);
		expect(await names({ text: 'merah putih karangasem' })).toEqual(['KSPPS Amanah Sejahtera']);
		expect((await list({}, world.buleleng.actors.receptionist)).count).toBe(7);
	});
});

describe('pages', () => {
	let office: Actor;
	const total = PAGE * 4 + 3;
	beforeAll(async () => {
		office = await emptyOffice(base.database);
		// Most share one name, as registers have them: only the district tells them apart.
		const districts = ['Bogor Utara', 'Bogor Selatan', 'Bogor Barat', 'Bogor Timur', 'Tanah Sareal'];
		const many = Array.from({ length: total }, (_, at) =>
			at % 3 === 0
				? `KSP Nomor ${String(at).padStart(3, '0')};Bogor Utara;${at}/BH/2001`
				: `ksp sama;${districts[at % 5]};${at}/BH/1999`
		);
		await importFile(base.database, office, csv('Nama Koperasi;Kecamatan;Nomor Badan Hukum', ...many));
	});

	async function walk(direction: 'next' | 'previous', from: Partial<Place>): Promise<string[][]> {
		const pages: string[][] = [];
		let place = from;
		for (;;) {
			const page = await list({}, office, place);
			pages.push(page.rows.map(({ id }) => id));
			const key = page[direction];
			if (!key) return pages;
			// As it travels in the address.
			const travelled = keyIn(keyText(key));
			place = direction === 'next' ? { after: travelled } : { before: travelled };
		}
	}

	it('follow one another without a gap or a repeat, also among equal names, there and back', async () => {
		const { rows } = await base.admin.query<{ id: string }>(
			'select id from cooperatives where office_id = $1 order by list_name, id',
			[office.officeId]
		);
		expect(rows).toHaveLength(total);
		const equal = await base.admin.query(
			'select count(*)::int as n from cooperatives where office_id = $1 and name = $2',
			[office.officeId, 'ksp sama']
		);
		expect(equal.rows[0].n).toBeGreaterThan(PAGE * 2);
		const there = await walk('next', {});
		expect(there.flat()).toEqual(rows.map(({ id }) => id));
		expect(there.map(({ length }) => length)).toEqual([PAGE, PAGE, PAGE, PAGE, 3]);
		const back = await walk('previous', { before: { name: '\uffff', id: newId() } });
		expect(new Set(back.flat())).toEqual(new Set(rows.map(({ id }) => id)));
		expect(
			back.every(({ length }) => length === PAGE),
			'the first page is never cut short'
		).toBe(true);
	});

	it('stay where they are while others add and take away rows', async () => {
		const first = await list({}, office);
		await importFile(base.database, office, csv('Nama Koperasi;Kecamatan', 'AAA Baru;Bogor Utara'));
		const second = await list({}, office, { after: first.next });
		expect(second.rows.map(({ id }) => id)).not.toContain(first.rows.at(-1)!.id);
		const all = await walk('next', {});
		expect(all.flat()[PAGE + 1]).toBe(second.rows[0]!.id);
		// The row that the address names is gone: the page begins where it would have stood.
		await base.admin.query('update cooperatives set merged_into = $1 where id = $2', [
			second.rows[3]!.id,
			first.rows.at(-1)!.id
		]);
		expect((await list({}, office, { after: first.next })).rows[0]!.id).toBe(second.rows[0]!.id);
	});

	it('of what was searched for have numbers', async () => {
		const [first, second] = [
			await list({ text: 'ksp sama' }, office),
			await list({ text: 'ksp sama' }, office, { page: 2 })
		];
		expect(first).toMatchObject({ isRanked: true, next: null, previous: null });
		expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(2 * PAGE);
	});
});
