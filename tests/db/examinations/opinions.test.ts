import { beforeAll, describe, expect, it } from 'vitest';
import { milestonesOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import {
	askSecondOpinion,
	giveSecondOpinion,
	withdrawSecondOpinion
} from '#clinic/examinations/server/commands/opinions.ts';
import { examinationOf, examinationsOfCase, lastExaminations } from '#clinic/examinations/server/reads.ts';
import { examinersOf, opinionAsked, opinionOn, opinionsToGive } from '#clinic/examinations/server/reads/opinions.ts';
import { examinationSheet } from '#clinic/examinations/server/reads/sheet.ts';
import { examinationView } from '#clinic/examinations/server/reads/view.ts';
import type { Actor } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { minutesLater, refusal, ward } from '../patients.ts';
import { sent, typedAnswers } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { act, ask, complaining } = ward(test, () => world.sragen);

/** The adviser has examined. */
async function examined() {
	const patient = await complaining();
	const { examinationId } = await act(world.sragen.actors.adviser, recordExamination, sent(patient.caseId));
	return { ...patient, examinationId };
}
/** … and has asked the field officer. */
async function asked() {
	const patient = await examined();
	const { adviser, fieldOfficer } = world.sragen.actors;
	const { opinionId } = await act(adviser, askSecondOpinion, {
		examinationId: patient.examinationId,
		toStaffId: fieldOfficer.id,
		question: 'Apakah manajemen sebaik itu?'
	});
	return { ...patient, opinionId };
}
const second = (opinionId: string, change: object = {}) => {
	const { caseId: _, instrument: _i, version: _v, bookYear: _b, ...form } = sent('');
	return { opinionId, ...form, answers: typedAnswers('no'), sure: 'on', ...change };
};

describe('asking for a second opinion', () => {
	it('is asked of a colleague who examines, not of the examiner nor of oneself', async () => {
		const { actors } = world.sragen;
		const { examinationId } = await examined();
		const request = (actor: Actor, toStaffId: string) =>
			act(actor, askSecondOpinion, { examinationId, toStaffId, question: '' });
		await expect(request(actors.adviser, actors.adviser.id)).rejects.toEqual(refusal('examinations.sameExaminer'));
		await expect(request(actors.inspector, actors.adviser.id)).rejects.toEqual(refusal('examinations.sameExaminer'));
		await expect(request(actors.inspector, actors.inspector.id)).rejects.toEqual(refusal('examinations.sameExaminer'));
		await expect(request(actors.adviser, actors.receptionist.id)).rejects.toEqual(refusal('missing'));
		await expect(request(actors.adviser, world.buleleng.actors.fieldOfficer.id)).rejects.toEqual(refusal('missing'));
		const names = (await ask((reader) => examinersOf(reader, actors.adviser, smallNow))).map(({ name }) => name);
		expect(names).toContain('Joko Santoso');
		expect(names).not.toContain('Siti Aminah');
	});

	it('of two who ask at once one asks', async () => {
		const { adviser, inspector, fieldOfficer, headOfDivision } = world.sragen.actors;
		const { examinationId } = await examined();
		const both = await Promise.allSettled([
			act(adviser, askSecondOpinion, { examinationId, toStaffId: fieldOfficer.id }),
			act(inspector, askSecondOpinion, { examinationId, toStaffId: headOfDivision.id })
		]);
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: refusal('examinations.opinionAsked')
		});
	});

	it('can be withdrawn by colleagues, not by whoever is asked', async () => {
		const { adviser, fieldOfficer } = world.sragen.actors;
		const { opinionId, examinationId } = await asked();
		await expect(act(fieldOfficer, withdrawSecondOpinion, { opinionId })).rejects.toEqual(
			refusal('examinations.opinionIsYours')
		);
		await act(adviser, withdrawSecondOpinion, { opinionId });
		expect(await ask((reader) => examinationOf(reader, fieldOfficer, examinationId), fieldOfficer)).toMatchObject({
			id: examinationId
		});
		await expect(act(fieldOfficer, giveSecondOpinion, second(opinionId))).rejects.toEqual(
			refusal('examinations.opinionWithdrawn')
		);
		await act(adviser, askSecondOpinion, { examinationId, toStaffId: fieldOfficer.id });
	});
});

describe('the colleague judges blind', () => {
	it('finds the first examination nowhere: not by its address, not in a list, not as what a form begins with', async () => {
		const { adviser, fieldOfficer } = world.sragen.actors;
		const { examinationId, caseId, cooperativeId, opinionId } = await asked();
		const by = <T>(question: Parameters<typeof ask<T>>[0], actor = fieldOfficer) => ask(question, actor);
		await expect(by((reader) => examinationView(reader, fieldOfficer, examinationId, smallNow))).rejects.toEqual(
			refusal('missing')
		);
		await expect(by((reader) => opinionOn(reader, fieldOfficer, examinationId))).resolves.toMatchObject({
			answer: null
		});
		expect(await by((reader) => examinationsOfCase(reader, fieldOfficer, caseId))).toEqual([]);
		expect(await by((reader) => lastExaminations(reader, fieldOfficer, cooperativeId, 9))).toEqual([]);
		const sheet = await by((reader) =>
			examinationSheet(reader, fieldOfficer, {
				caseId,
				now: smallNow,
				bookYear: 2024,
				unit: 'rupiah',
				instrument: null,
				empty: false
			})
		);
		expect(sheet).toMatchObject({ done: [], begun: { answers: {} } });
		expect(Object.values(sheet.begun.figures).map(({ from }) => from)).not.toContain('examination');
		// Everybody else sees it as before.
		expect(await by((reader) => examinationsOfCase(reader, adviser, caseId), adviser)).toHaveLength(1);
		expect((await by((reader) => opinionsToGive(reader, fieldOfficer))).map(({ id }) => id)).toContain(opinionId);
		expect(await by((reader) => opinionsToGive(reader, adviser), adviser)).toEqual([]);
	});

	it('reads neither total nor category in the history or at the head of the chart', async () => {
		const { adviser, fieldOfficer } = world.sragen.actors;
		const { caseId, cooperativeId, examinationId } = await asked();
		const told = async (actor: Actor) => {
			const passed = await ask((reader) => milestonesOf(reader, actor, caseId), actor);
			const identity = await ask((reader) => identityOf(reader, actor, cooperativeId, smallToday), actor);
			return {
				params: passed.find(({ subjectId }) => subjectId === examinationId)!.params,
				health: identity.health
			};
		};
		expect(await told(adviser)).toMatchObject({ params: { total: '100.00' }, health: { category: 'healthy' } });
		const blind = await told(fieldOfficer);
		expect(blind.health).toBeNull();
		expect(Object.keys(blind.params).sort()).toEqual(['bookYear', 'instrument']);
	});

	it('is asked by name: the request is nobody else’s', async () => {
		const { adviser, headOfDivision, fieldOfficer } = world.sragen.actors;
		const { opinionId } = await asked();
		expect(await ask((reader) => opinionAsked(reader, fieldOfficer, opinionId), fieldOfficer)).toMatchObject({
			instrument: 'ksp-2016',
			bookYear: 2024,
			question: 'Apakah manajemen sebaik itu?',
			papers: []
		});
		await expect(ask((reader) => opinionAsked(reader, adviser, opinionId), adviser)).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(headOfDivision, giveSecondOpinion, second(opinionId))).rejects.toEqual(refusal('missing'));
	});

	it('is held against the first, and does not take its place in the register', async () => {
		const { cooperativeId, opinionId } = await asked();
		const { fieldOfficer } = world.sragen.actors;
		await test.admin.query(`update cooperatives set health_category = 'underSupervision' where id = $1`, [
			cooperativeId
		]);
		const { examinationId } = await act(fieldOfficer, giveSecondOpinion, second(opinionId));
		const kept = await ask((reader) => examinationOf(reader, fieldOfficer, examinationId), fieldOfficer);
		expect(kept.category).toBe('healthy');
		const { rows } = await test.admin.query('select health_category as category from cooperatives where id = $1', [
			cooperativeId
		]);
		expect(rows).toEqual([{ category: 'underSupervision' }]);
	});

	it('and once the own is kept, both see both and how far they are apart', async () => {
		const { adviser, fieldOfficer } = world.sragen.actors;
		const { examinationId, opinionId, caseId } = await asked();
		const given = await act(fieldOfficer, giveSecondOpinion, second(opinionId), minutesLater(30));
		for (const [actor, id, isFirst] of [
			[adviser, examinationId, true],
			[fieldOfficer, given.examinationId, false],
			[fieldOfficer, examinationId, true]
		] as const) {
			const { answer } = (await ask((reader) => opinionOn(reader, actor, id), actor))!;
			expect(answer).toMatchObject({
				isFirst,
				first: { byName: 'Ratna Anggraini' },
				second: { byName: 'Joko Santoso' },
				compared: { total: ['100.00', '85.00'], apart: '-15.00', category: ['healthy', 'healthy'] }
			});
			const rows = answer!.compared.rows;
			expect(rows.filter(({ isSame }) => !isSame).map(({ aspect }) => aspect)).toEqual(Array(5).fill('management'));
			expect(rows.filter(({ isSame }) => isSame).length).toBeGreaterThan(10);
		}
		expect(await ask((reader) => examinationsOfCase(reader, fieldOfficer, caseId), fieldOfficer)).toHaveLength(2);
		await expect(act(fieldOfficer, giveSecondOpinion, second(opinionId))).rejects.toEqual(
			refusal('examinations.opinionGiven')
		);
		await expect(act(adviser, withdrawSecondOpinion, { opinionId })).rejects.toEqual(
			refusal('examinations.opinionGiven')
		);
	});

	it('gives one opinion, when it is sent twice at once too', async () => {
		const { fieldOfficer } = world.sragen.actors;
		const { opinionId, caseId } = await asked();
		const both = await Promise.allSettled([1, 2].map(() => act(fieldOfficer, giveSecondOpinion, second(opinionId))));
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await ask((reader) => examinationsOfCase(reader, world.sragen.system, caseId))).toHaveLength(2);
		await expect(act(fieldOfficer, giveSecondOpinion, second(newId()))).rejects.toEqual(refusal('missing'));
	});
});
