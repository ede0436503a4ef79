import { reportMilestone, retriage } from '#clinic/cases/server/commands.ts';
import type { PressingFinding } from '#clinic/cases/triage.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { noteHealth } from '#clinic/cooperatives/server/commands/health.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { may } from '#platform/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { findInstrument } from '../catalogue.ts';
import { doubtsIn } from '../doubts.ts';
import { readTyped, type Entries } from '../entries.ts';
import { figureField } from '../field-names.ts';
import { examinationInput } from '../forms.ts';
import type { Instrument } from '../instrument.ts';
import type { ExaminationRequest } from '../judge.ts';
import { pressingFindings } from '../pressing.ts';
import { readingsFor } from '../readings.ts';
import { whyNotOfficial } from '../official.ts';
import { kept } from '../record.ts';
import { RequestNotUnderstood } from '../request.ts';
import { scoreExamination, type ExaminationResult } from '../score.ts';
import { examineeOf, subjectsOf } from '../subject.ts';
import { speaksForToday } from '../timeliness.ts';
import { whichInstrument, type Examinee } from '../which-instrument.ts';
import { figuresBefore, scoredBookYears } from './reads.ts';
import { letterFor, reachOf } from './reads/official.ts';
import { isSecondOpinion } from './reads/opinions.ts';
import { chosenReadings } from './reads/readings.ts';
import { refuseNotOfficial } from './refuse-not-official.ts';
import { examinations } from './tables.ts';

/**
 * Scores what was asked and keeps it as it was asked and answered. The result is always worked out here, from the
 * figures; what is missing stays missing, and such an examination has no total.
 */
export const recordExamination = command({
	name: 'examinations.recordExamination',
	needs: 'examination.record',
	input: examinationInput,
	run: async (context, input) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
		const patient = await caseOf(reader, actor, input.caseId);
		const cooperative = await identityOf(reader, actor, patient.cooperativeId, today);
		const { bookYear, subject, standing, overrideReason, note } = input;

		if (bookYear > Number(today.slice(0, 4))) throw new Refusal('examinations.bookYearAhead', { bookYear });
		if (!subjectsOf(cooperative).includes(subject)) throw new Refusal('examinations.noSavingsUnit');
		const instrument = instrumentFor(examineeOf(cooperative, subject), bookYear, input);
		const chosen = await chosenReadings(reader, actor, instrument.code);
		const request = understood(instrument, { ...input, readings: readingsFor(instrument, input.readings, chosen) });
		if (!input.sure) askAgain(request, await figuresBefore(reader, actor, cooperative.id, bookYear, subject));
		const result = scoreExamination(request);
		if (standing === 'official') await mayBeOfficial(context, { result, cooperativeId: cooperative.id, today });

		const examinationId = newId<'Examination'>();
		await runWithin(context, reportMilestone, {
			caseId: patient.id,
			stage: 'examination',
			what: 'examination.recorded',
			params: {
				instrument: result.instrument,
				bookYear,
				...(subject === 'whole' ? {} : { subject }),
				...outcomeParams(result)
			},
			subjectId: examinationId,
			why: overrideReason
		});
		const others = await scoredBookYears(reader, actor, cooperative.id);
		await tx.insert(examinations).values({
			id: examinationId,
			officeId: actor.officeId as Id<'Office'>,
			cooperativeId: cooperative.id,
			caseId: patient.id,
			subject,
			standing,
			bookYear,
			...kept(request, result),
			total: result.total,
			category: result.category,
			overrideReason,
			note,
			at: now,
			by: actor.id,
			byName: await nameOf(tx, actor)
		});
		// The health of the cooperative is that of the whole; its savings unit stands beside it. A second opinion is held
		// against the first, it does not take its place.
		const sheet = { caseId: patient.id, instrument: result.instrument, bookYear, subject };
		if (subject === 'whole' && !(await isSecondOpinion(reader, actor, sheet)))
			await tellRegister(context, {
				caseId: patient.id,
				cooperativeId: cooperative.id,
				bookYear,
				result,
				findings: pressingFindings(result, request.answers, bookYear),
				others,
				today
			});
		return { examinationId, complete: result.complete, total: result.total, category: result.category };
	}
});

/** The instrument asked for. Another than the one in force needs a reason. */
function instrumentFor(
	examinee: Examinee,
	bookYear: number,
	asked: { instrument: string; version: string; overrideReason: string | null }
): Instrument {
	const instrument = findInstrument(asked.instrument, asked.version);
	if (!instrument) throw new BadInput({ instrument: 'notUnderstood' });
	const inForce = whichInstrument(examinee, bookYear).instrument;
	if (instrument !== inForce && asked.overrideReason === null)
		throw inForce
			? new Refusal('examinations.otherInstrument', { inForce: inForce.code, bookYear })
			: new Refusal('examinations.noInstrument', { bookYear });
	return instrument;
}

function understood(instrument: Instrument, entries: Entries): ExaminationRequest {
	try {
		const read = readTyped(instrument, entries);
		if ('problems' in read) throw new BadInput(Object.fromEntries(read.problems));
		if (read.request.figures.size === 0 && read.request.answers.size === 0)
			throw new Refusal('examinations.nothingGiven');
		return read.request;
	} catch (problem) {
		// No form of ours sends a figure, question or reading that its instrument does not know.
		if (problem instanceof RequestNotUnderstood) throw new BadInput({ '': 'notUnderstood' });
		throw problem;
	}
}

function askAgain({ figures }: ExaminationRequest, before: ReadonlyMap<string, bigint>): void {
	const doubts = [...doubtsIn(figures, before)].map(([figure, doubt]) => [figureField(figure), doubt]);
	if (doubts.length > 0) throw new BadInput({ ...Object.fromEntries(doubts), sure: 'lookAgain' });
}

interface Finalised {
	readonly result: ExaminationResult;
	readonly cooperativeId: Id<'Cooperative'>;
	readonly today: Day;
}

async function mayBeOfficial({ tx, actor }: Context, { result, cooperativeId, today }: Finalised): Promise<void> {
	const reader = readerOf(tx);
	const why = whyNotOfficial({
		isComplete: result.total !== null,
		isInspector: may(actor, 'examination.finalise'),
		isAssigned: (await letterFor(reader, actor, { staffId: actor.id, cooperativeId, on: today })) !== null,
		reach: await reachOf(reader, actor, cooperativeId),
		officeCode: found(await ownOffice(reader, actor)).code
	});
	refuseNotOfficial(why);
}

const outcomeParams = ({ total, category }: ExaminationResult): Record<string, string> =>
	total === null || category === null ? {} : { total, category };

interface Told {
	readonly caseId: Id<'Case'>;
	readonly cooperativeId: Id<'Cooperative'>;
	readonly bookYear: number;
	readonly result: ExaminationResult;
	readonly findings: readonly PressingFinding[];
	readonly others: readonly number[];
	readonly today: Day;
}

/** The register takes note of the newest category, and the case is triaged with it and with what cannot wait. */
async function tellRegister(context: Context, told: Told) {
	const { caseId, cooperativeId, bookYear, result, findings, others, today } = told;
	if (!speaksForToday(bookYear, Number(today.slice(0, 4)), others)) return;
	if (result.category !== null)
		await runWithin(context, noteHealth, { cooperativeId, category: result.category, on: today });
	if (result.category !== null || findings.length > 0)
		await runWithin(context, retriage, { caseId, findings: [...findings] });
}
