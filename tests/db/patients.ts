import { expect } from 'vitest';
import type { GenericSchema } from 'valibot';
import { openCase, recordComplaint } from '#clinic/cases/server/commands.ts';
import { caseOf, milestonesOf } from '#clinic/cases/server/reads.ts';
import { takeOverRegister } from '#clinic/cooperatives/server/commands/take-over.ts';
import type { CooperativeTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import { recordDiagnosis } from '#clinic/diagnoses/server/commands.ts';
import { linkPermissions } from '#clinic/offices/roles.ts';
import { planFollowUp } from '#clinic/monitoring/server/commands/controls.ts';
import { answerReferral, makeReferral } from '#clinic/referrals/server/commands.ts';
import { decidePlan, proposePlan } from '#clinic/treatments/server/commands/plans.ts';
import { recordSession } from '#clinic/treatments/server/commands/sessions.ts';
import { plansOf } from '#clinic/treatments/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { perform, type Command, type Json } from '#platform/command.ts';
import { read, type Reader } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import type { TestDatabase } from '../database/database.ts';
import { smallPatient, type SmallCooperative } from '../world/small-patients.ts';
import { smallNow, type SmallOffice } from '../world/small.ts';

export const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
export const badInput = (issues: Record<string, string>) => expect.objectContaining({ name: 'BadInput', issues });
export const minutesLater = (count: number) => new Date(smallNow.getTime() + count * 60_000);

/** Deeds and questions of one office's people, and patients of their own carried along the journey. */
export function ward(test: TestDatabase, office: () => SmallOffice) {
	let patients = 0;
	const ask = <T>(question: (reader: Reader) => Promise<T>, actor: Actor = office().system) =>
		read(test.database, actor, question);
	const act = <Schema extends GenericSchema, Result extends Json>(
		actor: Actor,
		deed: Command<Schema, Result>,
		input: unknown,
		now = smallNow
	) => perform({ database: test.database, actor, now, commandId: newId() }, deed, input);

	/** A new cooperative like one of the small world's, with an open case. */
	async function arrived(story: SmallCooperative = 'healthy', change: Partial<CooperativeTakenOver> = {}) {
		const { actors, code } = office();
		patients += 1;
		const { cooperative, people } = smallPatient(story, 1000 + patients, code);
		const unlike = { name: `${cooperative.name} ${patients}`, registryNumber: null, legalNumber: null };
		await act(actors.officeAdministrator, takeOverRegister, {
			people,
			cooperatives: [{ ...cooperative, ...unlike, ...change }]
		});
		const caseId = newId<'Case'>();
		await act(actors.receptionist, openCase, { caseId, cooperativeId: cooperative.id });
		return { caseId, cooperativeId: cooperative.id as Id<'Cooperative'>, chairId: people[0]!.id as Id<'Person'> };
	}
	type Patient = Awaited<ReturnType<typeof arrived>>;

	async function complaining(...codes: string[]) {
		return complainingOf({}, ...codes);
	}
	async function complainingOf(change: Partial<CooperativeTakenOver>, ...codes: string[]) {
		const patient = await arrived('healthy', change);
		await complain(patient, ...codes);
		return patient;
	}
	const complain = ({ caseId }: Patient, ...codes: string[]) =>
		act(office().actors.adviser, recordComplaint, {
			caseId,
			words: 'Anggota menarik simpanan, kas tidak cukup.',
			codes
		});

	/** Main cause: the cash is short, treated by the finance clinic, where the adviser and the specialist serve. */
	async function diagnosed(change: Partial<CooperativeTakenOver> = {}) {
		const patient = await complainingOf(change, 'cashShort');
		const { diagnosisId } = await act(office().actors.adviser, recordDiagnosis, {
			caseId: patient.caseId,
			main: 'cashShort'
		});
		return { ...patient, diagnosisId };
	}

	async function referred(toStaffId = '', change: Partial<CooperativeTakenOver> = {}) {
		const patient = await diagnosed(change);
		const { caseId, diagnosisId } = patient;
		const input = { caseId, diagnosisId, toStaffId, question: 'Berapa kas yang aman?' };
		return { ...patient, ...(await act(office().actors.adviser, makeReferral, input)) };
	}

	async function accepted(change: Partial<CooperativeTakenOver> = {}) {
		const patient = await referred('', change);
		await act(office().actors.specialist, answerReferral, { referralId: patient.referralId, decision: 'accept' });
		return patient;
	}

	const note = {
		complaint: 'Kas kurang',
		findings: 'Kas 4%',
		assessment: 'Likuiditas rendah',
		plan: 'Jadwal penarikan'
	};
	async function treated(change: Partial<CooperativeTakenOver> = {}) {
		const patient = await accepted(change);
		await act(office().actors.specialist, recordSession, { referralId: patient.referralId, ...note });
		return patient;
	}

	const actions = [
		{ what: 'Susun daftar penarikan', owner: 'treasurer', dueOn: '2026-03-20' },
		{ what: 'Dampingi rapat pengurus', owner: 'office', dueOn: '2026-04-01' }
	];
	async function proposed(change: Partial<CooperativeTakenOver> = {}) {
		const patient = await treated(change);
		const input = { referralId: patient.referralId, aim: 'Kas cukup untuk penarikan anggota', actions };
		return { ...patient, ...(await act(office().actors.specialist, proposePlan, input)) };
	}

	async function planned(change: Partial<CooperativeTakenOver> = {}) {
		const patient = await proposed(change);
		await act(office().actors.headOfDivision, decidePlan, { planId: patient.planId, decision: 'approve' });
		const [plan] = await ask((reader) => plansOf(reader, office().system, patient.caseId));
		const [boards, offices] = plan!.actions;
		return { ...patient, boardsAction: boards!.id, officesAction: offices!.id };
	}

	async function monitored(change: Partial<CooperativeTakenOver> = {}) {
		const patient = await planned(change);
		const planning = { caseId: patient.caseId, dueOn: '2026-04-01' };
		return { ...patient, ...(await act(office().actors.adviser, planFollowUp, planning)) };
	}

	return {
		ask,
		act,
		complain,
		note,
		actions,
		arrived,
		complaining,
		diagnosed,
		referred,
		accepted,
		treated,
		proposed,
		planned,
		monitored,
		stageOf: async (caseId: string) => (await ask((reader) => caseOf(reader, office().system, caseId))).stage,
		/** What happened, newest first. */
		passed: async (caseId: string) =>
			(await ask((reader) => milestonesOf(reader, office().system, caseId))).map(({ what }) => what),
		lastPassed: async (caseId: string) => (await ask((reader) => milestonesOf(reader, office().system, caseId)))[0]!
	};
}

/** The board of a cooperative, come by its link. */
export const boardActor = (officeId: string, linkId: string, cooperativeId: string, personId: string): Actor => ({
	kind: 'link',
	id: linkId,
	officeId,
	userId: null,
	permissions: new Set(linkPermissions),
	clinicIds: [],
	subjectId: cooperativeId,
	personId
});
