import { and, eq } from 'drizzle-orm';
import { handOver } from '#clinic/cases/server/commands/handovers.ts';
import { declareRelapse } from '#clinic/closures/server/commands/relapse.ts';
import { issueBoardLink } from '#clinic/cooperatives/server/commands/board-links.ts';
import type { Answer, QuestionCode } from '#clinic/monitoring/questions.ts';
import { followUpsOf } from '#clinic/monitoring/server/reads.ts';
import { linkPermissions } from '#clinic/offices/roles.ts';
import { preview, type SequenceCode } from '#clinic/treatments/sequences.ts';
import { tickAction } from '#clinic/treatments/server/commands/actions.ts';
import { addProof } from '#clinic/treatments/server/commands/proofs.ts';
import { startSequence } from '#clinic/treatments/server/commands/tasks.ts';
import { planTraining, writeAttendance } from '#clinic/treatments/server/commands/trainings.ts';
import { casesToInvite } from '#clinic/treatments/server/reads/trainings.ts';
import { planActions } from '#clinic/treatments/server/tables.ts';
import { builtInTemplates, datedActions, templateKey } from '#clinic/treatments/templates.ts';
import type { Actor } from '#platform/actor.ts';
import { read } from '#platform/database/client.ts';
import { planControls, recordFollowUp } from '#clinic/monitoring/server/commands/controls.ts';
import { agreeToSession, recordSession } from '#clinic/treatments/server/commands/sessions.ts';
import { proposePlan } from '#clinic/treatments/server/commands/plans.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { caseOf, type Note } from './deeds.ts';
import type { Deed, Scene } from './scene.ts';

// What is done in stories once a case is treated and watched: plans from templates, proofs, controls, tasks, trainings.

/** A plan from a built-in template, as the form fills it in. */
export const planFromTemplate =
	(who: string, key: string): Deed =>
	async ({ progress, act, today }) => {
		const template = found(builtInTemplates().find(({ origin }) => templateKey(origin) === key));
		const { planId } = await act(who, proposePlan, {
			caseId: progress.caseId ?? null,
			referralId: progress.referralId ?? null,
			template: key,
			aim: template.aim,
			warningSigns: template.warningSigns.join('\n'),
			actions: datedActions(template, today).map((action) => ({
				...action,
				meetings: action.meetings ?? '',
				proof: action.proof ?? ''
			}))
		});
		progress.planId = planId;
	};

export const boardGetsLink =
	(who: string): Deed =>
	async ({ patient, visitor, progress, act }) => {
		const { linkId } = await act(who, issueBoardLink, { cooperativeId: found(patient).id, personId: visitor.id });
		progress.linkId = linkId;
	};

/** The chair ticks an action of the plan, counted from 0, through the board's link. */
export const boardTicks =
	(position: number, note: string): Deed =>
	async (scene) => {
		const { chair, actionId } = await boardsAction(scene, position);
		await scene.act(chair, tickAction, { actionId, note });
	};

/** The chair, come by the board's link, and an action of the plan. */
async function boardsAction({ stage, patient, visitor, progress }: Scene, position: number) {
	const office = [...stage.actors.values()][0]!;
	const [action] = await read(stage.database, office, (reader) =>
		reader
			.select({ id: planActions.id })
			.from(planActions)
			.where(and(eq(planActions.planId, found(progress.planId)), eq(planActions.position, position)))
	);
	const chair: Actor = {
		kind: 'link',
		id: found(progress.linkId),
		officeId: office.officeId,
		userId: null,
		permissions: new Set(linkPermissions),
		clinicIds: [],
		subjectId: found(patient).id,
		personId: visitor.id
	};
	return { chair, actionId: found(action).id };
}

/** The smallest picture there is, for proofs. */
const dot = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
	'base64'
);

/** The chair sends a photo for an action of the plan, counted from 0, through the board's link. */
export const boardSendsProof =
	(position: number, note: string): Deed =>
	async (scene) => {
		const { chair, actionId } = await boardsAction(scene, position);
		await scene.act(chair, addProof, { actionId, photos: [{ name: 'daftar.png', bytes: dot }], note });
	};

/** Two officers hold a talk; the second agrees to the note, or has not yet. */
export const talkTogether =
	(who: string, second: string, note: Note, hasAgreed: boolean): Deed =>
	async ({ stage, progress, act }) => {
		const { sessionId } = await act(who, recordSession, {
			...note,
			caseId: progress.caseId ?? null,
			referralId: null,
			secondId: found(stage.actors.get(second)).id
		});
		if (hasAgreed) await act(second, agreeToSession, { sessionId });
	};

/** The office's series of controls is planned. */
export const controlsArePlanned =
	(who: string): Deed =>
	async (scene) => {
		await scene.act(who, planControls, { caseId: caseOf(scene), fromOn: scene.today });
	};

/** A control with its questions answered; the next of the series stays as it is dated. */
export const isAsked =
	(who: string, findings: string, answers: Partial<Record<QuestionCode, readonly [Answer | 'still', string?]>>): Deed =>
	async (scene) => {
		const said = Object.entries(answers).map(([code, [answer, note]]) => [code, { answer, note: note ?? '' }]);
		const [next] = (
			await read(scene.stage.database, found(scene.stage.actors.get(who)), (reader) =>
				followUpsOf(reader, found(scene.stage.actors.get(who)), caseOf(scene))
			)
		).filter(({ doneAt }) => !doneAt);
		await scene.act(who, recordFollowUp, {
			caseId: caseOf(scene),
			followUpId: next?.id ?? '',
			findings,
			answers: Object.fromEntries(said),
			examinationId: '',
			nextOn: ''
		});
	};

/** The officer's next tasks are made, all that the sequence offers. */
export const tasksAreMade =
	(who: string, sequence: SequenceCode): Deed =>
	async (scene) => {
		const steps = preview(sequence, scene.today).map(({ dueOn }) => ({ keep: 'on' as const, dueOn }));
		await scene.act(who, startSequence, { caseId: caseOf(scene), sequence, steps });
	};

/** A cooperative that had recovered falls ill again; the story goes on in the new case. */
export const fallsIllAgain =
	(who: string, why: string): Deed =>
	async (scene) => {
		const { caseId } = await scene.act(who, declareRelapse, { caseId: caseOf(scene), why });
		scene.progress.caseId = caseId as Id<'Case'>;
	};

/** An officer hands all cases over to a colleague, who has not accepted them yet. */
export const casesAreHandedOver =
	(from: string, to: string, note: string): Deed =>
	async ({ stage, act }) => {
		const id = (who: string) => found(stage.actors.get(who)).id;
		await act(from, handOver, { fromId: id(from), toId: id(to), note });
	};

/** A training to which boards of open cases are invited; some have come. */
export const trainingIsHeld =
	(who: string, title: string, present: readonly (readonly [name: string, cooperative: string])[]): Deed =>
	async ({ stage, act, today }) => {
		const officer = found(stage.actors.get(who));
		const invited = await read(stage.database, officer, (reader) => casesToInvite(reader, officer));
		const { trainingId } = await act(who, planTraining, {
			title,
			trainers: 'Penyuluh dinas dan Dekopinda',
			place: 'Aula dinas',
			heldOn: today,
			fromTime: '09.00',
			caseIds: invited.slice(0, 6).map(({ caseId }) => caseId)
		});
		for (const [name, cooperative] of present) await act(who, writeAttendance, { trainingId, name, cooperative });
	};
