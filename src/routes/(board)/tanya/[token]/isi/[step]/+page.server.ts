import { redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { isStep, stepsFor } from '#clinic/consultations/asking.ts';
import { saveQuestionPage, takeFileAway } from '#clinic/consultations/server/commands/asking.ts';
import { questionInHand } from '#clinic/consultations/server/reads/asker.ts';
import { missing } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';
import { held, placeOf } from '../../held.ts';

export const csr = false;

const ask = page('consultation.ask', async ({ reader, actor, event }) => {
	const step = event.params.step ?? '';
	const { isSent, draft, savedAt, files } = await questionInHand(reader, actor);
	if (isSent) redirect(303, placeOf(event));
	if (!isStep(step)) throw missing();
	const steps = stepsFor(draft);
	const at = steps.indexOf(step);
	if (at < 0) redirect(303, `${placeOf(event)}/kirim`);
	const before = steps[at - 1];
	return {
		step,
		at: at + 1,
		of: steps.length,
		draft,
		savedAt,
		files,
		back: before ? `${placeOf(event)}/isi/${before}` : null,
		onward: `${placeOf(event)}/${steps[at + 1] ? `isi/${steps[at + 1]!}` : 'kirim'}`,
		zone: event.locals.zone
	};
});

export const load = held((event: ServerLoadEvent) => ask(event));

const save = act(saveQuestionPage, {
	with: ({ params }) => ({ step: params.step ?? '' }),
	to: ({ next }, event) => `${placeOf(event)}/${next === null ? 'kirim' : `isi/${next}`}`
});
const takeAway = act(takeFileAway, { to: (_, event) => `${placeOf(event)}/isi/files` });

export const actions = {
	simpan: Object.assign(
		held((event: RequestEvent) => save(event)),
		{ command: save.command }
	),
	buang: Object.assign(
		held((event: RequestEvent) => takeAway(event)),
		{ command: takeAway.command }
	)
};
