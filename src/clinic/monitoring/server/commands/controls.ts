import { and, asc, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { caseInHand, reportMilestone } from '#clinic/cases/server/commands.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { examinations } from '#clinic/examinations/server/tables.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { stageAfterControl } from '../../controls.ts';
import { worsenedAnswers } from '../../cards.ts';
import { doneFollowUp, plannedControls, plannedFollowUp, watchedOn } from '../../forms.ts';
import {
	keptAnswers,
	lastAnswers,
	questionsVersion,
	type Answers,
	type Given,
	type QuestionCode
} from '../../questions.ts';
import { raise } from '../raise.ts';
import { worsenedSince } from '../reads/comparison.ts';
import { seriesFrom } from '../reads/series.ts';
import { followUps } from '../tables.ts';

const todayOf = async ({ tx, actor, now }: Context): Promise<Day> =>
	dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone);

/** Sets the day of the next control. A second planning moves it. */
export const planFollowUp = command({
	name: 'monitoring.planFollowUp',
	needs: 'followUp.record',
	input: plannedFollowUp,
	run: async (context, { caseId, dueOn }) => {
		const { tx, actor, now } = context;
		const newFollowUpId = newId<'FollowUp'>();
		if (dueOn < (await todayOf(context))) throw new BadInput({ dueOn: 'dayPassed' });
		const { stage } = await caseInHand(context, caseId);
		await runWithin(context, reportMilestone, {
			caseId,
			stage: stageAfterControl(stage),
			what: 'followUp.planned',
			params: { dueOn }
		});
		const planned = { dueOn, plannedAt: now, plannedBy: actor.id };
		const next = await openControl(context, caseId);
		if (next) await tx.update(followUps).set(planned).where(eq(followUps.id, next.id));
		else
			await tx.insert(followUps).values({ ...planned, id: newFollowUpId, officeId: actor.officeId as never, caseId });
		return { followUpId: next?.id ?? newFollowUpId };
	}
});

/** The control that comes next. */
async function openControl({ tx }: Context, caseId: Id<'Case'>) {
	const [next] = await tx
		.select({ id: followUps.id, dueOn: followUps.dueOn })
		.from(followUps)
		.where(and(eq(followUps.caseId, caseId), isNull(followUps.doneAt)))
		.orderBy(asc(followUps.dueOn), asc(followUps.id))
		.limit(1);
	return next ?? null;
}

/**
 * Plans the office's series of controls (after 1, 3, 6, 12 months unless it chose otherwise) from a day on. Those that
 * were planned and not held yet give way to it.
 */
export const planControls = command({
	name: 'monitoring.planControls',
	needs: 'followUp.record',
	input: plannedControls,
	run: async (context, { caseId, fromOn }) => {
		const { tx, actor, now } = context;
		const today = await todayOf(context);
		const { stage } = await caseInHand(context, caseId);
		const series = (await seriesFrom(readerOf(tx), actor, fromOn)).filter(({ dueOn }) => dueOn >= today);
		const [first] = series;
		if (!first) throw new BadInput({ fromOn: 'dayPassed' });
		await runWithin(context, reportMilestone, {
			caseId,
			stage: stageAfterControl(stage),
			what: 'followUp.planned',
			params: { dueOn: first.dueOn, count: series.length }
		});
		await tx.delete(followUps).where(and(eq(followUps.caseId, caseId), isNull(followUps.doneAt)));
		await tx.insert(followUps).values(
			series.map((control) => ({
				...control,
				id: newId<'FollowUp'>(),
				officeId: actor.officeId as Id<'Office'>,
				caseId,
				plannedAt: now,
				plannedBy: actor.id
			}))
		);
		return { count: series.length, nextOn: first.dueOn };
	}
});

/**
 * A recovered cooperative is watched on: the next control on its day, then those of the office's series that lie after
 * it. Run by the deed that declares the recovery.
 */
export const watchOn = command({
	name: 'monitoring.watchOn',
	needs: 'followUp.record',
	input: watchedOn,
	run: async (context, { caseId, nextOn }) => {
		const { tx, actor, now } = context;
		const today = await todayOf(context);
		await caseInHand(context, caseId);
		await tx.delete(followUps).where(and(eq(followUps.caseId, caseId), isNull(followUps.doneAt)));
		await runWithin(context, planFollowUp, { caseId, dueOn: nextOn });
		const later = await seriesFrom(readerOf(tx), actor, today, nextOn);
		if (later.length > 0)
			await tx.insert(followUps).values(
				later.map((control) => ({
					...control,
					id: newId<'FollowUp'>(),
					officeId: actor.officeId as Id<'Office'>,
					caseId,
					plannedAt: now,
					plannedBy: actor.id
				}))
			);
		return { count: later.length + 1 };
	}
});

/** Keeps what a control found, with the examination made at it, and sets the day of the next one. */
export const recordFollowUp = command({
	name: 'monitoring.recordFollowUp',
	needs: 'followUp.record',
	input: doneFollowUp,
	run: async (context, { caseId, followUpId, findings, answers: given, examinationId, nextOn }) => {
		const { tx, actor, now } = context;
		const today = await todayOf(context);
		if (nextOn !== null && nextOn <= today) throw new BadInput({ nextOn: 'notAfterToday' });
		const { stage, cooperativeId } = await caseInHand(context, caseId);
		if (examinationId) await refuseForeign(context, examinationId, cooperativeId);
		const doneId = followUpId ?? newId<'FollowUp'>();
		const before = await answersBefore(context, caseId);
		const answers = answersOf(given, before);
		const following = nextOn ?? (await openAfter(context, caseId, doneId));
		await runWithin(context, reportMilestone, {
			caseId,
			stage: stageAfterControl(stage),
			what: 'followUp.done',
			params: following === null ? {} : { nextOn: following },
			subjectId: doneId
		});
		const said = { findings, answers, questionsVersion, examinationId };
		const done = { doneAt: now, doneBy: actor.id, doneByName: await nameOf(tx, actor), ...said };
		if (followUpId) {
			await refuseDone(context, caseId, followUpId);
			await tx.update(followUps).set(done).where(eq(followUps.id, followUpId));
		} else {
			const came = { dueOn: today, plannedAt: now, plannedBy: actor.id };
			await tx.insert(followUps).values({ ...came, ...done, id: doneId, officeId: actor.officeId as never, caseId });
		}
		if (nextOn !== null) await runWithin(context, planFollowUp, { caseId, dueOn: nextOn });
		const worsened = [
			...worsenedAnswers(before, answers),
			...(examinationId ? await worsenedSince(readerOf(tx), actor, examinationId) : [])
		];
		if (worsened.length > 0) await raise(context, { caseId, kind: 'worsened', subjectId: doneId, worsened });
		return { followUpId: doneId, worsened: worsened.length };
	}
});

/** The last answers of the case, from its controls that were held. */
async function answersBefore({ tx }: Context, caseId: Id<'Case'>): Promise<Answers> {
	const rows = await tx
		.select({ answers: followUps.answers })
		.from(followUps)
		.where(and(eq(followUps.caseId, caseId), isNotNull(followUps.doneAt)))
		.orderBy(desc(followUps.doneAt), desc(followUps.id));
	return lastAnswers(rows);
}

/** *Still true* of what nobody ever said is a form of another day. */
function answersOf(given: Given, before: Answers): Answers {
	const unsaid = Object.entries(given).filter(
		([code, one]) => one?.answer === 'still' && before[code as QuestionCode] === undefined
	);
	if (unsaid.length > 0)
		throw new BadInput(Object.fromEntries(unsaid.map(([code]) => [`answers.${code}.answer`, 'nothingSaidBefore'])));
	return keptAnswers(given, before);
}

/** The control that follows the one being held, where a series has dated it. */
async function openAfter({ tx }: Context, caseId: Id<'Case'>, doneId: string): Promise<Day | null> {
	const [row] = await tx
		.select({ dueOn: followUps.dueOn })
		.from(followUps)
		.where(and(eq(followUps.caseId, caseId), isNull(followUps.doneAt), ne(followUps.id, doneId as never)))
		.orderBy(asc(followUps.dueOn))
		.limit(1);
	return row?.dueOn ?? null;
}

async function refuseForeign({ tx }: Context, examinationId: string, cooperativeId: string): Promise<void> {
	const [row] = await tx
		.select({ cooperativeId: examinations.cooperativeId })
		.from(examinations)
		.where(eq(examinations.id, examinationId as never));
	const same = await sameCooperative(readerOf(tx), cooperativeId);
	if (!same.some(({ id }) => id === row?.cooperativeId)) throw missing();
}

async function refuseDone({ tx }: Context, caseId: string, followUpId: string): Promise<void> {
	const [row] = await tx
		.select({ doneAt: followUps.doneAt, doneByName: followUps.doneByName })
		.from(followUps)
		.where(and(eq(followUps.id, followUpId as never), eq(followUps.caseId, caseId as never)));
	const { doneAt, doneByName } = found(row);
	if (doneAt) throw new Refusal('monitoring.alreadyDone', { name: doneByName ?? '' });
}
