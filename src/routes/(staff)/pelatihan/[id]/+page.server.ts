import {
	closeAttendance,
	matchAttendance,
	openAttendance,
	writeAttendance
} from '#clinic/treatments/server/commands/trainings.ts';
import { openCode, trainingOf } from '#clinic/treatments/server/reads/trainings.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('case.care', async ({ reader, actor, event }) => {
	const { zone, now } = event.locals;
	const training = await trainingOf(reader, actor, event.params.id ?? '');
	return { training, isOpen: (await openCode(reader, actor, training.id, now)) !== null, zone };
});

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ trainingId: params.id }) };

export const actions = {
	open: act(openAttendance, { ...here, to: ({ trainingId }) => `/pelatihan/${trainingId}/layar` }),
	close: act(closeAttendance, here),
	write: act(writeAttendance, here),
	match: act(matchAttendance)
};
