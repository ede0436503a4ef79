import { beforeAll, describe, expect, it } from 'vitest';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import {
	chooseSheetUnit,
	inviteSelfExamination,
	saveSelfExamination,
	sendSelfExamination,
	withdrawSelfExamination
} from '#clinic/examinations/server/commands/self.ts';
import {
	boardSheet,
	openBoardSheet,
	selfExaminationOf,
	selfExaminationsOf
} from '#clinic/examinations/server/reads/self.ts';
import { sweepDrafts } from '#clinic/examinations/server/sweep.ts';
import { selfExaminationDrafts } from '#clinic/examinations/server/tables/self.ts';
import type { Actor } from '#platform/actor.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { issueBoardLink } from '#clinic/cooperatives/server/commands/board-links.ts';
import { badInput, boardActor, minutesLater, refusal, ward } from '../patients.ts';
import { invitedSheet } from './sheets.ts';
import { typedAnswers, typedFigures } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const people = ward(test, () => world.sragen);
const { act, ask, arrived, complaining, lastPassed, stageOf } = people;
const daysLater = (days: number) => minutesLater(days * 24 * 60);

const invited = () => invitedSheet(people, world.sragen);
type Invited = Awaited<ReturnType<typeof invited>>;

const sheetOf = (board: Actor, now = smallNow) => ask((reader) => boardSheet(reader, board, now), board);
const save = (
	{ board, selfExaminationId }: Invited,
	page: number,
	entries: { figures?: object; answers?: object; exit?: string },
	now = smallNow
) => act(board, saveSelfExamination, { selfExaminationId, page: String(page), exit: 'next', ...entries }, now);

/** All pages filled in with the best figures and every answer yes. */
async function filledIn(patient: Invited) {
	const { pages } = (await sheetOf(patient.board))!;
	for (const { number } of pages) await save(patient, number, { figures: typedFigures, answers: typedAnswers('yes') });
	return pages;
}

describe('asking a cooperative to fill the sheet in first', () => {
	it('shows the sheet to its board, in short pages, and tells the case', async () => {
		const { board, caseId } = await invited();
		const sheet = (await sheetOf(board))!;
		expect(sheet).toMatchObject({ bookYear: 2024, sentAt: null, keptUntil: null, forgotten: false });
		expect(sheet.pages.length).toBeGreaterThan(8);
		expect(Math.max(...sheet.pages.map(({ questions }) => questions.length))).toBeLessThanOrEqual(12);
		expect(await lastPassed(caseId)).toMatchObject({ what: 'selfExamination.invited', byName: 'Ratna Anggraini' });
		expect(await stageOf(caseId)).toBe('complaint');
	});

	it('is refused without an instrument, for a year ahead, and while one is open', async () => {
		const { actors } = world.sragen;
		const invite = (caseId: string, bookYear: string, subject?: string) =>
			act(actors.adviser, inviteSelfExamination, { caseId, bookYear, ...(subject && { subject }) });
		const { caseId } = await invited();
		await expect(invite(caseId, '2023')).rejects.toEqual(refusal('examinations.alreadyInvited'));
		await expect(invite(caseId, '2027')).rejects.toEqual(refusal('examinations.bookYearAhead'));
		await expect(invite(caseId, '2024', 'savingsUnit')).rejects.toEqual(refusal('examinations.noSavingsUnit'));
		const { caseId: sharia } = await arrived('sharia');
		await expect(invite(sharia, '2024')).rejects.toEqual(refusal('examinations.noInstrument'));
	});

	it('is refused where the case has gone another way', async () => {
		const { actors } = world.sragen;
		const { caseId } = await people.monitored();
		await act(actors.adviser, reportMilestone, { caseId, stage: 'recovered', what: 'case.recovered' });
		await expect(act(actors.adviser, inviteSelfExamination, { caseId, bookYear: '2024' })).rejects.toEqual(
			refusal('cases.notNow')
		);
	});

	it('of two who ask at once one asks', async () => {
		const { caseId, cooperativeId } = await complaining();
		const both = await Promise.allSettled(
			['adviser', 'fieldOfficer'].map((role) =>
				act(world.sragen.actors[role as 'adviser'], inviteSelfExamination, { caseId, bookYear: '2024' })
			)
		);
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: refusal('examinations.alreadyInvited')
		});
		expect(
			await ask((reader) => selfExaminationsOf(reader, world.sragen.system, { id: caseId, cooperativeId }))
		).toHaveLength(1);
	});

	it('by an instrument that this version no longer knows says so', async () => {
		const { board, selfExaminationId } = await invited();
		await test.admin.query(`update self_examinations set version = '0' where id = $1`, [selfExaminationId]);
		await expect(sheetOf(board)).rejects.toEqual(refusal('examinations.sheetUnknown'));
	});

	it('can be withdrawn while nothing was sent', async () => {
		const { board, caseId, selfExaminationId, ...patient } = await invited();
		await act(world.sragen.actors.adviser, withdrawSelfExamination, { selfExaminationId });
		expect(await sheetOf(board)).toBeNull();
		await expect(save({ board, caseId, selfExaminationId, ...patient }, 1, {})).rejects.toEqual(
			refusal('examinations.sheetWithdrawn')
		);
		await act(world.sragen.actors.adviser, inviteSelfExamination, { caseId, bookYear: '2024' });
	});
});

describe('a draft', () => {
	it('keeps every page, understood or not, and forgets what a page leaves empty', async () => {
		const patient = await invited();
		expect(
			await save(patient, 1, { figures: { ownCapital: '500.000.000', totalAssets: 'satu miliar' } })
		).toMatchObject({ page: 1, mistakes: 1 });
		expect((await sheetOf(patient.board))!.draft.figures).toEqual({
			ownCapital: '500.000.000',
			totalAssets: 'satu miliar'
		});
		// A figure that the page does not ask is not taken from it.
		expect(await save(patient, 1, { figures: { totalAssets: '1.000.000.000', loans: '5', hack: '6' } })).toMatchObject({
			page: 2,
			mistakes: 0
		});
		expect((await sheetOf(patient.board))!.draft.figures).toEqual({ totalAssets: '1.000.000.000' });
		expect(await save(patient, 2, { exit: 'back' })).toMatchObject({ page: 1 });
		expect(await save(patient, 2, { exit: 'list' })).toMatchObject({ page: null });
		await expect(save(patient, 99, {})).rejects.toEqual(refusal('missing'));
	});

	it('goes over into another unit exactly, and what is not understood stays', async () => {
		const patient = await invited();
		const { board, selfExaminationId } = patient;
		await save(patient, 1, { figures: { ownCapital: '1.250.000', totalAssets: 'banyak' } });
		await act(board, chooseSheetUnit, { selfExaminationId, unit: 'million' });
		expect((await sheetOf(board))!.draft).toMatchObject({
			unit: 'million',
			figures: { ownCapital: '1,25', totalAssets: 'banyak' }
		});
		await act(board, chooseSheetUnit, { selfExaminationId, unit: 'rupiah' });
		expect((await sheetOf(board))!.draft.figures).toMatchObject({ ownCapital: '1.250.000' });
	});

	it('is seen by nobody of the office: not in a read, not in the table, not in the audit', async () => {
		const patient = await invited();
		await save(patient, 1, { figures: { ownCapital: '123.454.321' } });
		const { sragen, buleleng } = world;
		const secret = /123\D?454\D?321/;
		for (const actor of [...Object.values(sragen.actors), sragen.system, buleleng.system]) {
			const all = { ...actor, permissions: new Set(sragen.system.permissions) };
			const rows = await ask((reader) => reader.select().from(selfExaminationDrafts), all);
			expect(rows).toEqual([]);
		}
		const seen = await ask(async (reader) => [
			await selfExaminationsOf(reader, sragen.system, { id: patient.caseId, cooperativeId: patient.cooperativeId }),
			await selfExaminationOf(reader, sragen.system, patient.selfExaminationId)
		]);
		expect(JSON.stringify(seen)).not.toMatch(secret);
		expect(seen[1]).not.toHaveProperty('savedAt');
		const { rows } = await test.admin.query(`select concat_ws(' ', input, sealed, result) as said from audit_rows`);
		expect(rows.length).toBeGreaterThan(5);
		expect(rows.filter(({ said }) => secret.test(said as string))).toEqual([]);
		expect(rows.filter(({ said }) => (said as string).includes(`"page": 1`)).length).toBeGreaterThan(0);
	});

	it('is not seen by the board of another cooperative', async () => {
		const patient = await invited();
		await save(patient, 1, { figures: { ownCapital: '5' } });
		const other = await invited();
		expect(await ask((reader) => reader.select().from(selfExaminationDrafts), other.board)).toEqual([]);
		await expect(save({ ...patient, board: other.board }, 1, {})).rejects.toEqual(refusal('missing'));
	});

	it('cannot be typed by the office', async () => {
		const { selfExaminationId } = await invited();
		const entries = { selfExaminationId, page: '1' };
		for (const actor of Object.values(world.sragen.actors))
			await expect(act(actor, saveSelfExamination, entries)).rejects.toEqual(refusal('forbidden'));
		await expect(act(world.sragen.system, saveSelfExamination, entries)).rejects.toEqual(refusal('missing'));
	});

	it('is kept seven days from its last page, then forgotten, which the board is told', async () => {
		const patient = await invited();
		const { board, selfExaminationId } = patient;
		await save(patient, 1, { figures: { ownCapital: '500.000.000' } });
		await save(patient, 2, {}, daysLater(5));
		expect((await sheetOf(board, daysLater(12 - 0.01)))!.draft.figures).toHaveProperty('ownCapital');
		expect(await sheetOf(board, daysLater(5))).toMatchObject({ keptUntil: daysLater(12) });

		// To the minute, whether the sweep has come by or not.
		expect(await sheetOf(board, daysLater(12))).toMatchObject({
			forgotten: true,
			keptUntil: null,
			draft: { figures: {} }
		});
		const rows = async () =>
			(
				await test.admin.query(
					'select count(*)::int as count from self_examination_drafts where self_examination_id = $1',
					[selfExaminationId]
				)
			).rows[0].count as number;
		await sweepDrafts(test.database, daysLater(12));
		expect(await rows()).toBe(1);
		expect(await sweepDrafts(test.database, daysLater(12.01))).toBeGreaterThan(0);
		expect(await rows()).toBe(0);
		expect(await sheetOf(board, daysLater(12.01))).toMatchObject({ forgotten: true });
		await save(patient, 3, {}, daysLater(13));
		expect(await sheetOf(board, daysLater(13))).toMatchObject({ forgotten: false, draft: { figures: {} } });
	});
});

describe('sending the sheet', () => {
	it('gives it to the office as it stands, once, and nothing is changed any more', async () => {
		const patient = await invited();
		const { board, caseId, cooperativeId, selfExaminationId } = patient;
		await filledIn(patient);
		await save(patient, 2, { figures: {} });
		await act(board, sendSelfExamination, { selfExaminationId, remark: 'Dari laporan RAT', sure: '' });
		const [sheet] = await ask((reader) =>
			selfExaminationsOf(reader, world.sragen.system, { id: caseId, cooperativeId })
		);
		expect(sheet).toMatchObject({
			sentAt: smallNow,
			sentByName: 'Sutrisno',
			remark: 'Dari laporan RAT',
			answers: { 'general.1': true }
		});
		expect(sheet!.figures!['ownCapital']).toMatch(/^\d+$/);
		expect(sheet!.figures, 'not answered is not zero').not.toHaveProperty('loans');
		expect(await lastPassed(caseId)).toMatchObject({ what: 'selfExamination.sent', byName: 'Sutrisno' });
		expect(await ask((reader) => reader.select().from(selfExaminationDrafts), board)).toEqual([]);

		const sent = refusal('examinations.sheetSent');
		await expect(save(patient, 1, {})).rejects.toEqual(sent);
		await expect(act(board, sendSelfExamination, { selfExaminationId, remark: '' })).rejects.toEqual(sent);
		await expect(act(world.sragen.actors.adviser, withdrawSelfExamination, { selfExaminationId })).rejects.toEqual(
			sent
		);
		await expect(ask((reader) => openBoardSheet(reader, board, smallNow), board)).rejects.toEqual(refusal('missing'));
	});

	it('is refused with nothing on it, with what cannot be read, and asks about a slip of units', async () => {
		const patient = await invited();
		const { board, selfExaminationId } = patient;
		const send = (sure = '') => act(board, sendSelfExamination, { selfExaminationId, remark: '', sure });
		await expect(send()).rejects.toEqual(refusal('examinations.nothingGiven'));
		await save(patient, 1, { figures: { totalAssets: 'x' } });
		await expect(send()).rejects.toEqual(
			expect.objectContaining({ code: 'examinations.sheetHasMistakes', params: { page: 1 } })
		);
		await save(patient, 1, { figures: { totalAssets: '1.200' } });
		await expect(send()).rejects.toEqual(badInput({ sure: 'lookAgain' }));
		await send('on');
	});
});

describe('two records that became one', () => {
	it('have one board: whichever link it holds, it finds the sheet, goes on where it was, and sends it', async () => {
		const merged = await invited();
		const { caseId, cooperativeId: stays, chairId } = await complaining();
		const { actors, officeId, system } = world.sragen;
		const { linkId } = await act(actors.receptionist, issueBoardLink, { cooperativeId: stays, personId: chairId });
		const board = boardActor(officeId, linkId, stays, chairId);
		await save(merged, 1, { figures: { ownCapital: '5.000' } });
		expect(await sheetOf(board), 'two cooperatives').toBeNull();
		await expect(save({ ...merged, board }, 1, {})).rejects.toEqual(refusal('missing'));

		await test.admin.query('update cooperatives set merged_into = $1 where id = $2', [stays, merged.cooperativeId]);
		for (const holder of [board, merged.board])
			expect(await sheetOf(holder)).toMatchObject({
				id: merged.selfExaminationId,
				draft: { figures: { ownCapital: '5.000' } }
			});
		await expect(act(actors.adviser, inviteSelfExamination, { caseId, bookYear: '2024' })).rejects.toEqual(
			refusal('examinations.alreadyInvited')
		);
		await save({ ...merged, board }, 1, { figures: { ownCapital: '6.000' } });
		expect((await sheetOf(merged.board))!.draft.figures).toMatchObject({ ownCapital: '6.000' });
		await act(board, sendSelfExamination, { selfExaminationId: merged.selfExaminationId, remark: '', sure: 'on' });

		const atTheOther = await ask((reader) => selfExaminationsOf(reader, system, { id: caseId, cooperativeId: stays }));
		expect(atTheOther).toMatchObject([{ id: merged.selfExaminationId, figures: { ownCapital: '6000' } }]);
		const { board: stranger } = await invited();
		expect((await sheetOf(stranger))!.id).not.toBe(merged.selfExaminationId);
	});
});
