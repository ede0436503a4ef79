import type { ComplaintCode } from '#clinic/cases/complaints.ts';
import { openCase, overrideTriage, recordComplaint } from '#clinic/cases/server/commands.ts';
import type { TriageLevel } from '#clinic/cases/triage.ts';
import type { GroundCode } from '#clinic/closures/grounds.ts';
import { decideClosure, declareRecovered, proposeClosure } from '#clinic/closures/server/commands/outcome.ts';
import type { Capacity } from '#clinic/cooperatives/kinds.ts';
import { recordAnnualMeeting } from '#clinic/cooperatives/server/commands/meetings.ts';
import type { CauseCode } from '#clinic/diagnoses/causes.ts';
import { recordDiagnosis } from '#clinic/diagnoses/server/commands.ts';
import { recordFollowUp } from '#clinic/monitoring/server/commands/controls.ts';
import type { ClinicCode } from '#clinic/offices/poli.ts';
import { answerReferral, makeReferral } from '#clinic/referrals/server/commands.ts';
import type { ActionOwner } from '#clinic/treatments/plans.ts';
import { decidePlan, proposePlan } from '#clinic/treatments/server/commands/plans.ts';
import { recordSession } from '#clinic/treatments/server/commands/sessions.ts';
import { callNext, finishVisit, markAbsent } from '#clinic/visits/server/commands/queue.ts';
import { registerWalkIn } from '#clinic/visits/server/commands/register.ts';
import type { Service } from '#clinic/visits/queue.ts';
import { addDays } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { countAsActive } from './active.ts';
import type { Deed, Scene } from './scene.ts';

// What people do in stories, each through the command that the screens use. `who` is the first part of an e-mail address.

export const caseOf = ({ progress }: Scene) => found(progress.caseId);

/** Somebody comes to the counter. */
export const comes =
	(who: string, reason: string, rest: { service?: Service; clinic?: ClinicCode; capacity?: Capacity } = {}): Deed =>
	async ({ stage, patient, visitor, progress, act }) => {
		const { ticketId, caseId } = await act(who, registerWalkIn, {
			person: { name: visitor.name, phone: visitor.phone ?? '' },
			capacity: rest.capacity ?? (patient ? 'board' : 'founder'),
			cooperativeId: patient?.id ?? '',
			service: rest.service ?? 'consultation',
			clinicId: rest.clinic ? stage.clinics[rest.clinic] : '',
			reason
		});
		progress.ticketId = ticketId;
		if (caseId) progress.caseId = caseId;
	};

/** The officer calls the next, which in these stories is the one who just came. */
export const isCalled =
	(who: string): Deed =>
	async ({ stage, progress, act }) => {
		const called = await act(who, callNext, { roomId: stage.roomId, promised: progress.ticketId ?? '' });
		if (called.ticketId !== progress.ticketId)
			throw new Error(`${called.label} was called before the one of this story`);
	};

export const leaves =
	(who: string): Deed =>
	async ({ progress, act }) => {
		await act(who, finishVisit, { ticketId: found(progress.ticketId) });
	};

export const isAbsent =
	(who: string): Deed =>
	async ({ progress, act }) => {
		await act(who, markAbsent, { ticketId: found(progress.ticketId) });
	};

/** A case that nobody walked in for: opened from the register or after a visit in the field. */
export const caseOpens =
	(who: string, why: string): Deed =>
	async ({ patient, progress, act }) => {
		const cooperativeId = found(patient).id;
		const { caseId } = await act(who, openCase, { caseId: newId(), cooperativeId, why });
		progress.caseId = caseId;
	};

export const complains =
	(who: string, words: string, codes: readonly ComplaintCode[]): Deed =>
	async (scene) => {
		await scene.act(who, recordComplaint, { caseId: caseOf(scene), words, codes: [...codes] });
	};

export const isRated =
	(who: string, level: TriageLevel, reason: string): Deed =>
	async (scene) => {
		await scene.act(who, overrideTriage, { caseId: caseOf(scene), level, reason });
	};

export const isDiagnosed =
	(
		who: string,
		main: CauseCode,
		sides: readonly CauseCode[] = [],
		notes: Partial<Record<CauseCode, string>> = {},
		/** What the rules suggest and the officer rejects, with the reason. */
		whyNot: Partial<Record<CauseCode, string>> = {}
	): Deed =>
	async (scene) => {
		const { diagnosisId } = await scene.act(who, recordDiagnosis, {
			caseId: caseOf(scene),
			main,
			sides: [...sides],
			rejected: Object.keys(whyNot) as CauseCode[],
			notes,
			reasons: whyNot
		});
		scene.progress.diagnosisId = diagnosisId;
	};

/** To the poli of the main cause; to nobody by name, or to one of its people. */
export const isReferred =
	(who: string, question: string, to?: string): Deed =>
	async (scene) => {
		const { referralId } = await scene.act(who, makeReferral, {
			caseId: caseOf(scene),
			diagnosisId: found(scene.progress.diagnosisId),
			toStaffId: to ? found(scene.stage.actors.get(to)).id : '',
			question
		});
		scene.progress.referralId = referralId;
	};

export const isAccepted =
	(who: string, answer = ''): Deed =>
	async ({ progress, act }) => {
		await act(who, answerReferral, { referralId: found(progress.referralId), decision: 'accept', answer });
	};

export const isRefused =
	(who: string, answer: string): Deed =>
	async ({ progress, act }) => {
		await act(who, answerReferral, { referralId: found(progress.referralId), decision: 'refuse', answer });
	};

export interface Note {
	readonly complaint: string;
	readonly findings: string;
	readonly assessment: string;
	readonly plan: string;
}

export const talks =
	(who: string, note: Note): Deed =>
	async ({ progress, act }) => {
		await act(who, recordSession, {
			...note,
			caseId: progress.caseId ?? null,
			referralId: progress.referralId ?? null
		});
	};

/** What, by whom, and how many days after the plan is made. */
export type PlannedAction = readonly [what: string, owner: ActionOwner, withinDays: number];

export const planIsMade =
	(who: string, aim: string, actions: readonly PlannedAction[]): Deed =>
	async ({ progress, act, today }) => {
		const { planId } = await act(who, proposePlan, {
			caseId: progress.caseId ?? null,
			referralId: progress.referralId ?? null,
			aim,
			actions: actions.map(([what, owner, withinDays]) => ({ what, owner, dueOn: addDays(today, withinDays) }))
		});
		progress.planId = planId;
	};

export const planIsDecided =
	(who: string, decision: 'approve' | 'return', reason = ''): Deed =>
	async ({ progress, act }) => {
		await act(who, decidePlan, { planId: found(progress.planId), decision, reason });
	};

/** A control is held, with the examination made just before it, and the next one is dated. */
export const isControlled =
	(who: string, findings: string, nextInDays: number | null, isExamined = false): Deed =>
	async (scene) => {
		const { progress } = scene;
		await scene.act(who, recordFollowUp, {
			caseId: caseOf(scene),
			followUpId: progress.followUpId ?? '',
			findings,
			examinationId: isExamined ? found(progress.examinationId) : '',
			nextOn: nextInDays === null ? '' : addDays(scene.today, nextInDays)
		});
		delete progress.followUpId;
	};

export const isRecovered =
	(who: string, note: string, nextInDays: number): Deed =>
	async (scene) => {
		await scene.act(who, declareRecovered, { caseId: caseOf(scene), note, nextOn: addDays(scene.today, nextInDays) });
	};

export const closureIsProposed =
	(who: string, ground: GroundCode, reasons: string): Deed =>
	async (scene) => {
		const { proposalId } = await scene.act(who, proposeClosure, { caseId: caseOf(scene), ground, reasons });
		scene.progress.proposalId = proposalId;
	};

export const closureIsDecided =
	(who: string, decision: 'agree' | 'return', reason = ''): Deed =>
	async ({ progress, act }) => {
		await act(who, decideClosure, { proposalId: found(progress.proposalId), decision, reason });
	};

/** The report of the last annual meeting due is handed in, and the cooperative counts as active again. */
export const reportIsHandedIn =
	(who: string): Deed =>
	async ({ stage, patient, today, act }) => {
		const cooperativeId = found(patient).id;
		await act(who, recordAnnualMeeting, {
			cooperativeId,
			bookYear: stage.calendar.lastDue,
			heldOn: addDays(today, -20),
			reportedOn: today,
			source: 'Berita acara rapat anggota'
		});
		await act(who, countAsActive, { cooperativeId });
	};
