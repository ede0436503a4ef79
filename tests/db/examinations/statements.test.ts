import { beforeAll, describe, expect, it } from 'vitest';
import {
	keepStatementSheet,
	recordStatement,
	takeStatementSheet
} from '#clinic/examinations/server/commands/statements.ts';
import { examinationSheet } from '#clinic/examinations/server/reads/sheet.ts';
import { statementPage, statementUpload, statementsOf } from '#clinic/examinations/server/reads/statements.ts';
import { read } from '#platform/database/client.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, complaining } = ward(test, () => world.sragen);
const adviser = () => world.sragen.actors.adviser;
const inspector = () => world.sragen.actors.inspector;

const typed = (caseId: string, change: Record<string, unknown> = {}) => ({
	caseId,
	bookYear: '2025',
	unit: 'rupiah',
	seen: '0',
	seenBefore: '0',
	now: { cash: '60.000.000', memberReceivables: '900.000.000', loanLossAllowance: '10.000.000' },
	before: { cash: '50.000.000' },
	...change
});
const kept = async (cooperativeId: string) =>
	ask((reader) => statementsOf(reader, adviser(), { cooperativeId, subject: 'whole', bookYears: [2025, 2024] }));
const page = (caseId: string) =>
	ask((reader) =>
		statementPage(reader, adviser(), { caseId, now: smallNow, bookYear: 2025, subject: null, unit: 'rupiah' })
	);

describe('the accounts of a book year', () => {
	it('are kept with those of the year before, as exact amounts', async () => {
		const { caseId, cooperativeId } = await complaining('cashShort');
		await act(adviser(), recordStatement, typed(caseId));
		const years = await kept(cooperativeId);
		expect(years.get(2025)).toMatchObject({ version: 1, source: 'typed' });
		expect(years.get(2025)?.amounts).toEqual(
			new Map([
				['cash', 60_000_000n],
				['memberReceivables', 900_000_000n],
				['loanLossAllowance', 10_000_000n]
			])
		);
		expect(years.get(2024)?.amounts).toEqual(new Map([['cash', 50_000_000n]]));
	});

	it('get a version of their own with each change; the old ones stay, and what did not change gets none', async () => {
		const { caseId, cooperativeId } = await complaining('cashShort');
		await act(adviser(), recordStatement, typed(caseId));
		await act(adviser(), recordStatement, typed(caseId, { seen: '1', seenBefore: '1', now: { cash: '70.000.000' } }));
		const years = await kept(cooperativeId);
		expect([years.get(2025)?.version, years.get(2024)?.version]).toEqual([2, 1]);
		const { rows } = await test.admin.query(
			'select version, amounts from financial_statements where cooperative_id = $1 and book_year = 2025 order by version',
			[cooperativeId]
		);
		expect(rows.map(({ version, amounts }) => [version, amounts.cash])).toEqual([
			[1, '60000000'],
			[2, '70000000']
		]);
	});

	it('are not written over unseen: whoever comes second is told', async () => {
		const { caseId, cooperativeId } = await complaining('cashShort');
		const both = await Promise.allSettled([
			act(adviser(), recordStatement, typed(caseId)),
			act(inspector(), recordStatement, typed(caseId, { now: { cash: '80.000.000' } }))
		]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const lost = both.find((one) => one.status === 'rejected');
		expect(lost?.status === 'rejected' && lost.reason).toMatchObject({
			code: 'examinations.statementChanged',
			params: { bookYear: 2025 }
		});
		expect((await kept(cooperativeId)).get(2025)?.version).toBe(1);
		const late = act(inspector(), recordStatement, typed(caseId, { seen: '1', seenBefore: '0' }));
		await expect(late).rejects.toEqual(refusal('examinations.statementChanged'));
	});

	it('are asked about again when they look like another unit', async () => {
		const { caseId } = await complaining('cashShort');
		const tiny = typed(caseId, { now: { cash: '60.000' }, before: {} });
		await expect(act(adviser(), recordStatement, tiny)).rejects.toEqual(badInput({ sure: 'assetsFarFromBefore' }));
		const far = typed(caseId, { now: { cash: '60.000.000' }, before: { cash: '100.000' } });
		await expect(act(adviser(), recordStatement, far)).rejects.toEqual(badInput({ sure: 'assetsFarFromBefore' }));
		await act(adviser(), recordStatement, { ...tiny, sure: 'on' });
	});

	it('are refused where they are not understood, line by line', async () => {
		const { caseId } = await complaining('cashShort');
		const wrong = typed(caseId, { now: { cash: 'banyak', loanLossAllowance: '(5)' }, before: { land: '1,5' } });
		await expect(act(adviser(), recordStatement, wrong)).rejects.toEqual(
			badInput({
				'now.cash': 'notAnAmount',
				'now.loanLossAllowance': 'contraIsPositive',
				'before.land': 'notWholeRupiah'
			})
		);
		const unknown = typed(caseId, { now: { goodwill: '5' } });
		await expect(act(adviser(), recordStatement, unknown)).rejects.toEqual(badInput({ '': 'notUnderstood' }));
		const nothing = typed(caseId, { now: { cash: ' ' }, before: {} });
		await expect(act(adviser(), recordStatement, nothing)).rejects.toEqual(refusal('examinations.nothingGiven'));
		const ahead = typed(caseId, { bookYear: '2027' });
		await expect(act(adviser(), recordStatement, ahead)).rejects.toEqual(refusal('examinations.bookYearAhead'));
		const unit = typed(caseId, { subject: 'savingsUnit' });
		await expect(act(adviser(), recordStatement, unit)).rejects.toEqual(refusal('examinations.noSavingsUnit'));
	});

	it('are nothing to another office', async () => {
		const { caseId, cooperativeId } = await complaining('cashShort');
		await act(adviser(), recordStatement, typed(caseId));
		const { adviser: stranger } = world.buleleng.actors;
		const theirs = { cooperativeId, subject: 'whole', bookYears: [2025] } as const;
		expect((await read(test.database, stranger, (reader) => statementsOf(reader, stranger, theirs))).size).toBe(0);
		// The question claims to be the owner’s office; the transaction runs in the stranger’s.
		expect((await read(test.database, stranger, (reader) => statementsOf(reader, adviser(), theirs))).size).toBe(0);
		await expect(act(stranger, recordStatement, typed(caseId))).rejects.toEqual(refusal('missing'));
	});

	it('are what the next examination begins with', async () => {
		const { caseId } = await complaining('cashShort');
		await act(adviser(), recordStatement, typed(caseId));
		const { begun, hasStatement, separately } = await ask((reader) =>
			examinationSheet(reader, adviser(), {
				caseId,
				now: smallNow,
				bookYear: 2025,
				unit: 'million',
				instrument: null,
				empty: false
			})
		);
		expect(hasStatement).toBe(true);
		expect(begun.figures['totalAssets']).toMatchObject({ value: '950', bookYear: 2025, from: 'statement' });
		expect(begun.figures['totalAssets']?.derived?.lines.map(({ account }) => account)).toEqual([
			'cash',
			'memberReceivables',
			'loanLossAllowance'
		]);
		expect(Object.keys(separately)).toContain('riskyLoans');
	});
});

const rows = [
	['Neraca', '', ''],
	['Uraian', '2025', '2024'],
	['Kas', '60.000.000', '50.000.000'],
	['Pinjaman yang diberikan', '900.000.000', '800.000.000'],
	['Tabungan Lebaran', '15.000.000', ''],
	['Jumlah', '975.000.000', '850.000.000']
].map((cells, place) => ({ sheet: '', number: place + 1, cells }));

describe('a balance sheet from a file', () => {
	const send = (caseId: string, minutes = 0) =>
		act(
			adviser(),
			keepStatementSheet,
			{ caseId, bookYear: '2025', fileName: 'neraca.csv', rows },
			minutesLater(minutes)
		);
	const shown = (caseId: string, now = smallNow) =>
		ask((reader) => statementUpload(reader, adviser(), { caseId, now, bookYear: 2025, subject: null }));
	const taken = (caseId: string, change: Record<string, unknown> = {}) => ({
		caseId,
		bookYear: '2025',
		seen: '0',
		seenBefore: '0',
		unit: 'rupiah',
		match: { r0: '1 Kas', r1: '8 Piutang anggota', r2: '38' },
		...change
	});

	it('waits until a person has said what its lines are, then is taken and gone; lines it does not have stay', async () => {
		const { caseId, cooperativeId } = await complaining('cashShort');
		await act(adviser(), recordStatement, typed(caseId, { now: { cash: '1.000.000.000', land: '5.000.000' } }));
		await send(caseId);
		expect((await kept(cooperativeId)).get(2025)?.amounts.get('cash')).toBe(1_000_000_000n);
		await act(adviser(), takeStatementSheet, taken(caseId, { seen: '1', seenBefore: '1' }));
		const years = await kept(cooperativeId);
		expect(years.get(2025)).toMatchObject({ version: 2, source: 'sheet' });
		expect(years.get(2025)?.amounts).toEqual(
			new Map([
				['cash', 60_000_000n],
				['memberReceivables', 900_000_000n],
				['land', 5_000_000n],
				['memberSavings', 15_000_000n]
			])
		);
		expect(years.get(2024)?.amounts.get('memberReceivables')).toBe(800_000_000n);
		expect((await shown(caseId)).upload).toBeNull();
		await expect(act(adviser(), takeStatementSheet, taken(caseId))).rejects.toEqual(refusal('examinations.sheetGone'));
	});

	it('remembers for the office what its names mean, and for no other', async () => {
		const first = await complaining('cashShort');
		await send(first.caseId);
		await act(adviser(), takeStatementSheet, taken(first.caseId));
		const second = await complaining('cashShort');
		await send(second.caseId);
		const { remembered } = await shown(second.caseId);
		expect(remembered.get('tabungan lebaran')).toBe('memberSavings');
		const { rows: matches } = await test.admin.query('select distinct office_id from account_matches');
		expect(matches).toEqual([{ office_id: world.sragen.officeId }]);
	});

	it('is taken only with accounts that there are, and at least one', async () => {
		const { caseId } = await complaining('cashShort');
		await send(caseId);
		const wrong = taken(caseId, { match: { r0: 'uang' } });
		await expect(act(adviser(), takeStatementSheet, wrong)).rejects.toEqual(badInput({ 'match.r0': 'notInChart' }));
		const none = taken(caseId, { match: { r0: '' } });
		await expect(act(adviser(), takeStatementSheet, none)).rejects.toEqual(refusal('examinations.noLineMatched'));
		expect((await shown(caseId)).upload?.fileName).toBe('neraca.csv');
	});

	it('is asked about again when it is read in the wrong unit', async () => {
		const { caseId } = await complaining('cashShort');
		await act(
			adviser(),
			recordStatement,
			typed(caseId, { bookYear: '2024', now: { cash: '900.000.000' }, before: {} })
		);
		await send(caseId);
		const million = taken(caseId, { unit: 'million', seenBefore: '1', match: { r0: '1', r1: '8' } });
		await expect(act(adviser(), takeStatementSheet, million)).rejects.toMatchObject({ name: 'BadInput' });
	});

	it('is seen only by who sent it, and for a day', async () => {
		const { caseId } = await complaining('cashShort');
		await send(caseId);
		const asInspector = await ask((reader) =>
			statementUpload(reader, inspector(), { caseId, now: smallNow, bookYear: 2025, subject: null })
		);
		expect(asInspector.upload).toBeNull();
		expect((await shown(caseId, minutesLater(24 * 60 - 1))).upload).not.toBeNull();
		expect((await shown(caseId, minutesLater(24 * 60))).upload).toBeNull();
	});
});

describe('a closed case', () => {
	it('takes no accounts any more', async () => {
		const { caseId } = await complaining('cashShort');
		await test.admin.query('update cases set closed_at = $1 where id = $2', [smallNow, caseId]);
		await expect(act(adviser(), recordStatement, typed(caseId))).rejects.toEqual(refusal('cases.closed'));
		expect((await page(caseId)).isClosed).toBe(true);
	});
});
