import { overrideTriage, recordComplaint } from '#clinic/cases/server/commands.ts';
import { caseFile } from '#clinic/cases/server/reads.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

export const load = page('complaint.record', async (asked) => {
	const shown = await patientOf(asked);
	const { complaints, triage } = await caseFile(asked.reader, asked.actor, shown.patient.id);
	return { ...shown, complaints, triage, mayOverride: may(asked.actor, 'case.care') };
});

const ofThisCase = ({ params }: { params: Partial<Record<string, string>> }) => ({ caseId: params.id });

export const actions = {
	record: act(recordComplaint, { with: ofThisCase }),
	override: act(overrideTriage, { with: ofThisCase })
};
