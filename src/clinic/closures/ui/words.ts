import { causeWord } from '#clinic/diagnoses/ui/words.ts';
import { healthWord } from '#clinic/cases/ui/words.ts';
import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';
import type { GroundCode } from '../grounds.ts';
import type { Criterion } from '../recovery.ts';

/** A criterion as it stands, with its figures. */
export function criterionText({
	code,
	met,
	params
}: {
	code: string;
	met: boolean;
	params: Criterion['params'];
}): string {
	switch (code as Criterion['code']) {
		case 'causeGone': {
			const cause = causeWord(String(params['cause']));
			return met
				? m.closures_cause_gone({ cause })
				: m.closures_cause_fires({ cause, count: Number(params['evidence']) });
		}
		case 'meetingReported': {
			const year = String(params['bookYear']);
			return met ? m.closures_meeting_reported({ year }) : m.closures_meeting_missing({ year });
		}
		case 'categoryFair': {
			const category = String(params['category']);
			if (category === '') return m.closures_not_scored();
			return met
				? m.closures_category_fair({ category: healthWord(category) })
				: m.closures_category_low({ category: healthWord(category) });
		}
		default:
			return code;
	}
}

export const groundWords: Readonly<Record<GroundCode, () => string>> = {
	lawNotMet: m.closures_ground_law_not_met,
	publicOrder: m.closures_ground_public_order,
	bankrupt: m.closures_ground_bankrupt,
	noMeetingThreeYears: m.closures_ground_no_meeting_three_years,
	noBusinessTwoYears: m.closures_ground_no_business_two_years
};
export const groundWord = (code: string): string =>
	(groundWords[code as GroundCode] as (() => string) | undefined)?.() ?? code;

type State = 'proposed' | 'returned' | 'agreed';
export const proposalStateWords: Readonly<Record<State, () => string>> = {
	proposed: m.closures_state_proposed,
	returned: m.closures_state_returned,
	agreed: m.closures_state_agreed
};
export const proposalStateTones: Readonly<Record<State, Tone>> = { proposed: 'still', returned: 'warn', agreed: 'bad' };
export const proposalStateIcons: Readonly<Record<State, IconName>> = {
	proposed: 'clock',
	returned: 'undo',
	agreed: 'check-circle'
};
