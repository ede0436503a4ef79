import { overrideTriage, recordComplaint } from '#clinic/cases/server/commands.ts';
import { caseFile } from '#clinic/cases/server/reads.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { nextFor } from '../../next.ts';
import { patientOf } from '../patient.ts';

export const load = page('complaint.record', async (asked) => {
	const { reader, actor, event } = asked;
	const { patient, zone, today } = await patientOf(asked);
	const { triage, complaints, milestones } = await caseFile(reader, actor, patient.id);
	return {
		patient,
		triage,
		complaints,
		next: await nextFor(reader, actor, { patient, identity: patient.identity, milestones, today }),
		/** What the visitor said at the desk: the complaint begins with it. */
		reason: complaints.length === 0 ? (milestones.find(({ what }) => what === 'visit.registered')?.why ?? null) : null,
		isRecorded: event.url.searchParams.has('dicatat'),
		mayOverride: may(actor, 'case.care'),
		zone
	};
});

const here = (_result: unknown, { params }: { params: Partial<Record<string, string>> }) =>
	`/kasus/${params['id']}/keluhan?dicatat`;

export const actions = {
	record: act(recordComplaint, { with: ({ params }) => ({ caseId: params['id'] }), to: here }),
	override: act(overrideTriage, { with: ({ params }) => ({ caseId: params['id'] }), to: here })
};
