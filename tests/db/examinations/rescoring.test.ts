import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { beginRescoring, rescorePart } from '#clinic/examinations/server/commands/rescoring.ts';
import { rescorable, rescoringsOf, rescoringView } from '#clinic/examinations/server/reads/rescoring.ts';
import { rescoring } from '#clinic/examinations/server/rescoring-work.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { startWorkers, type Workers } from '#platform/jobs/workers.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, refusal, ward } from '../patients.ts';
import { sent, typedFigures } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
const { ask, act, complaining } = ward(test, () => world.sragen);
const manager = () => world.sragen.actors.officeAdministrator;
const adviser = () => world.sragen.actors.adviser;

/** 8% of loans are lost: 80 by the table, 74 by the narrative, with a weight of 5 that is 0.30 points. */
const risky = { ...typedFigures, lossLoans: '80.000.000', riskReserve: '80.000.000' };
const narrative = { 'problem-loan-risk': 'narrative' };
const { cash: _cash, ...withoutCash } = typedFigures;

beforeAll(async () => {
	world = await smallWorld(test.database);
	const { caseId } = await complaining('badLoans');
	const years = [2019, 2020, 2021, 2022, 2023, 2024].map(String);
	for (const bookYear of years)
		await act(adviser(), recordExamination, sent(caseId, { bookYear, figures: risky, sure: 'on' }));
	await act(adviser(), recordExamination, sent(caseId, { figures: withoutCash, sure: 'on' }));
	await act(adviser(), recordExamination, sent(caseId, { bookYear: '2015', instrument: 'ksp-2009', sure: 'on' }));
	const stranger = ward(test, () => world.buleleng);
	const other = await stranger.complaining('badLoans');
	await stranger.act(world.buleleng.actors.adviser, recordExamination, sent(other.caseId, { sure: 'on' }));
}, 60_000);

const begin = async (change: Record<string, unknown> = {}) =>
	(
		await act(manager(), beginRescoring, {
			rescoringId: newId(),
			instrument: 'ksp-2016',
			version: '1',
			bookYear: '',
			readings: narrative,
			...change
		})
	).rescoringId;
const part = (rescoringId: string, atMost = 3) => act(manager(), rescorePart, { rescoringId, atMost });
const results = async (id: string) =>
	(
		await test.admin.query(
			`select r.outcome, r.total, e.total as was from rescored_results r join examinations e on e.id = r.examination_id
			  where rescoring_id = $1 order by e.id`,
			[id]
		)
	).rows as { outcome: string; total: string | null; was: string | null }[];
const runOf = async (id: string) =>
	(
		await test.admin.query('select done, total, finished_at is not null as finished from rescorings where id = $1', [
			id
		])
	).rows[0] as { done: number; total: number; finished: boolean };

describe('kept examinations scored once more', () => {
	it('come to what the reading gives, each once, and the record stays as it is', async () => {
		const record = async () => (await test.admin.query('select * from examinations order by id')).rows as unknown[];
		const before = await record();
		const id = await begin();
		expect(await runOf(id)).toEqual({ done: 0, total: 7, finished: false });
		expect(await part(id)).toMatchObject({ done: 3, total: 7, isFinished: false });
		expect(await part(id)).toMatchObject({ done: 6, isFinished: false });
		expect(await part(id)).toMatchObject({ done: 7, isFinished: true });
		const scored = await results(id);
		expect(scored.filter(({ outcome }) => outcome === 'scored')).toEqual(
			Array(6).fill({ outcome: 'scored', was: '99.00', total: '98.70' })
		);
		expect(scored.filter(({ outcome }) => outcome !== 'scored')).toEqual([
			{ outcome: 'incomplete', was: null, total: null }
		]);
		expect(await record()).toEqual(before);
	});

	it('are those of the book year that was asked for, and none that was kept afterwards', async () => {
		const id = await begin({ bookYear: '2024' });
		const { caseId } = await complaining('badLoans');
		await act(adviser(), recordExamination, sent(caseId, { figures: risky, sure: 'on' }));
		expect(await part(id)).toMatchObject({ done: 2, total: 2, isFinished: true });
		await test.admin.query('delete from examinations where case_id = $1', [caseId]);
	});

	it('do nothing more when they are finished', async () => {
		const id = await begin();
		await part(id, 100);
		const before = await results(id);
		expect(await part(id, 100)).toMatchObject({ done: 7, isFinished: true });
		expect(await results(id)).toEqual(before);
	});

	it('go on where a part was broken off: nothing of it is kept, and nothing is done twice', async () => {
		const id = await begin();
		await part(id);
		// The part stands before its results; then its connection dies, as when the machine is switched off.
		const lock = await test.admin.connect();
		await lock.query('begin; lock table rescored_results in access exclusive mode');
		const dying = part(id).then(
			() => 'kept',
			() => 'broken off'
		);
		await vi.waitFor(async () => {
			const { rowCount } = await test.admin.query(
				`select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into rescored_results%' and datname = current_database()`
			);
			expect(rowCount).toBe(1);
		});
		expect(await dying).toBe('broken off');
		await lock.query('rollback');
		lock.release();
		expect(await runOf(id)).toEqual({ done: 3, total: 7, finished: false });
		expect(await results(id)).toHaveLength(3);
		await part(id, 100);
		expect(await runOf(id)).toEqual({ done: 7, total: 7, finished: true });
		expect(await results(id)).toHaveLength(7);
	});

	it('are done one part after the other when two are asked for at once', async () => {
		const id = await begin();
		const both = await Promise.all([part(id), part(id)]);
		expect(both.map(({ done }) => done).sort()).toEqual([3, 6]);
		expect(await results(id)).toHaveLength(6);
	});
});

describe('the work itself', () => {
	let workers: Workers | undefined;
	afterEach(() => workers?.stop());

	it('is done by the program after the command, to its end', async () => {
		const id = await begin();
		workers = await startWorkers(test.database, test.appUrl, [rescoring]);
		await vi.waitFor(async () => expect((await runOf(id)).finished).toBe(true), { timeout: 15_000, interval: 50 });
		await vi.waitFor(async () => {
			const { rows } = await test.admin.query(
				`select state, done, total from job_runs where subject_id = $1 and name = 'examinations.rescore'`,
				[id]
			);
			expect(rows).toEqual([{ state: 'done', done: 7, total: 7 }]);
		});
		expect(await results(id)).toHaveLength(7);
	});
});

describe('what the page shows', () => {
	it('is what would change, beside the record, of the own office only', async () => {
		const id = await begin();
		await part(id, 100);
		await test.admin.query(
			`update rescored_results set category = 'fairlyHealthy' where rescoring_id = $1
			   and examination_id = (select id from examinations where book_year = 2023 and office_id = $2)`,
			[id, world.sragen.officeId]
		);
		const view = await ask((reader) => rescoringView(reader, manager(), id));
		expect(view.counts).toEqual({ unchanged: 1, moved: 5, changed: 1, notUnderstood: 0 });
		expect(view.changed).toEqual([
			expect.objectContaining({
				bookYear: 2023,
				subject: 'whole',
				was: { total: '99.00', category: 'healthy' },
				now: { total: '98.70', category: 'fairlyHealthy' }
			})
		]);
		expect(view.run).toMatchObject({ done: 7, total: 7, bookYear: null });
		expect(view.run.readings.filter(({ isPrinted }) => !isPrinted).map(({ component }) => component)).toEqual([
			'problem-loan-risk'
		]);
		const stranger = world.buleleng.actors.officeAdministrator;
		const foreign = <T>(question: Parameters<typeof read<T>>[2]) => read(test.database, stranger, question);
		await expect(foreign((reader) => rescoringView(reader, stranger, id))).rejects.toEqual(refusal('missing'));
		expect(await foreign((reader) => rescoringsOf(reader, stranger, 10))).toEqual([]);
		expect((await foreign((reader) => rescorable(reader, stranger))).map(({ code, count }) => [code, count])).toEqual([
			['ksp-2016', 1]
		]);
		expect((await ask((reader) => rescorable(reader, manager()))).map(({ code, count }) => [code, count])).toEqual([
			['ksp-2009', 1],
			['ksp-2016', 7]
		]);
	});
});

describe('what is refused', () => {
	it.each([
		['an instrument that there is not', { instrument: 'ksp-2031' }, { instrument: 'notUnderstood' }],
		['a version that there is not', { version: '99' }, { instrument: 'notUnderstood' }],
		[
			'a reading that there is not',
			{ readings: { 'problem-loan-risk': 'guess' } },
			{ 'readings.problem-loan-risk': 'notUnderstood' }
		]
	])('is %s', async (_what, change, issues) => {
		await expect(begin(change)).rejects.toEqual(badInput(issues));
	});

	it('is to score what there is not', async () => {
		await expect(begin({ bookYear: '2011' })).rejects.toEqual(refusal('examinations.nothingToRescore'));
	});

	it('is to go on by a version that the program does not have any more', async () => {
		const id = await begin();
		await test.admin.query(`update rescorings set version = '99' where id = $1`, [id]);
		await expect(part(id)).rejects.toEqual(refusal('examinations.versionGone'));
	});

	it('is another office’s run, like one that does not exist', async () => {
		const rescoringId = await begin();
		const stranger = world.buleleng.actors.officeAdministrator;
		const request = { database: test.database, actor: stranger, now: smallNow };
		for (const id of [rescoringId, newId()])
			await expect(perform({ ...request, commandId: newId() }, rescorePart, { rescoringId: id })).rejects.toEqual(
				refusal('missing')
			);
	});

	it.each(['adviser', 'inspector', 'headOfOffice'] as const)('is the %s', async (role) => {
		const input = { rescoringId: newId(), instrument: 'ksp-2016', version: '1' };
		await expect(act(world.sragen.actors[role], beginRescoring, input)).rejects.toEqual(refusal('forbidden'));
	});
});
