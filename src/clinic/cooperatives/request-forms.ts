import * as v from 'valibot';
import { oneOf, optionalDay, optionalText, requiredDay, someOf } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { requestKinds, requestSteps } from './licence-requests.ts';
import { recordPapers } from './record-papers.ts';

export const newRequestInput = v.object({
	requestId: v.optional(idOf<'LicenceRequest'>()),
	cooperativeId: idOf<'Cooperative'>(),
	kind: oneOf(requestKinds),
	/** The place of a branch, the name of a licence. */
	title: optionalText(160)
});

export const handedInInput = v.object({
	requestId: idOf<'LicenceRequest'>(),
	papers: someOf(recordPapers)
});

/** What happened to a request. A granted one names what was granted. */
export const requestStepInput = v.pipe(
	v.object({
		requestId: idOf<'LicenceRequest'>(),
		step: oneOf(requestSteps),
		happenedOn: requiredDay(),
		text: optionalText(600),
		number: optionalText(80),
		validUntil: optionalDay()
	}),
	v.forward(
		v.partialCheck([['step'], ['number']], ({ step, number }) => step !== 'granted' || number !== null, 'required'),
		['number']
	),
	v.forward(
		v.partialCheck(
			[['step'], ['text']],
			({ step, text }) => !['answered', 'noted', 'refused', 'withdrawn'].includes(step) || text !== null,
			'required'
		),
		['text']
	)
);
