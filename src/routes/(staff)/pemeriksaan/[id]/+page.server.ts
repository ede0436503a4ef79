import { askSecondOpinion, withdrawSecondOpinion } from '#clinic/examinations/server/commands/opinions.ts';
import { tried } from '#clinic/examinations/lift/try.ts';
import { examinersOf, opinionOn } from '#clinic/examinations/server/reads/opinions.ts';
import { sheetDifferences } from '#clinic/examinations/server/reads/verification.ts';
import { examinationView } from '#clinic/examinations/server/reads/view.ts';
import { wordsOfResult } from '#clinic/examinations/ui/instrument-words.ts';
import { inOneLanguage } from '#clinic/examinations/ui/one-language.ts';
import { act, page } from '#platform/web/page.ts';
import { trialIn } from './trial.ts';

export const load = page('examination.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const id = event.params.id ?? '';
	const view = await examinationView(reader, actor, id, now);
	const typed = view.trying && trialIn(event.url.searchParams);
	return {
		zone,
		/** Every reason stands open, for paper and for people who search the page. */
		allOpen: event.url.searchParams.get('buka') === 'semua',
		...inOneLanguage(view),
		/** Without the answers: the explanations tell each of them. */
		trying: view.trying && { ...view.trying, record: { ...view.trying.record, answers: {} } },
		words: wordsOfResult(view.examined.result.instrument, view.examined.result.version),
		typed,
		tried: view.trying && typed && tried(view.trying.record, typed),
		differences: await sheetDifferences(reader, actor, id),
		opinion: await opinionOn(reader, actor, id),
		/** Whom one may ask for a second opinion: neither the first examiner nor oneself. */
		examiners: view.mayExamine
			? (await examinersOf(reader, actor, now)).filter(
					({ staffId }) => staffId !== actor.id && staffId !== view.examined.by
				)
			: []
	};
});

export const actions = { ask: act(askSecondOpinion), withdraw: act(withdrawSecondOpinion) };
