import { answersOfCode } from '#clinic/examinations/self-check/code.ts';
import { clinicsFor, mostReasons, outcomeOf } from '#clinic/examinations/self-check/outcome.ts';
import { usualClinics } from '#clinic/offices/poli.ts';
import { dayOf } from '#platform/clock.ts';
import { shownCode, tidyCode } from '#platform/typed-code.ts';
import { publicPage } from '#platform/web/page.ts';
import { officeAsked, overTheDoor } from '../../over-the-door.ts';

export const csr = false;

export const load = publicPage(async (event) => {
	const office = await officeAsked(event);
	const typed = event.params.code ?? '';
	const answers = answersOfCode(typed);
	const outcome = answers && outcomeOf(answers);
	if (!outcome) event.setHeaders({ 'x-robots-tag': 'noindex' });
	const names = new Map<string, string>((office?.clinics ?? usualClinics).map(({ code, name }) => [code, name]));
	return {
		code: shownCode(tidyCode(typed)),
		outcome: outcome && { ...outcome, reasons: outcome.reasons.slice(0, mostReasons) },
		/** By its code, as the office calls it; a clinic that the office does not have is not named. */
		clinics: outcome ? Object.fromEntries(clinicsFor(outcome).map((code) => [code, names.get(code) ?? null])) : {},
		today: dayOf(event.locals.now, event.locals.zone),
		office: office && {
			code: office.code,
			brand: office.brand,
			name: office.name,
			address: office.address,
			phone: office.phone
		},
		...(office && { shell: await overTheDoor(event, office) })
	};
});
