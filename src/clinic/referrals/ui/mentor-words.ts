import { causeWord } from '#clinic/diagnoses/ui/words.ts';
import { m } from '#messages';
import { formatMonth } from '#ui/dates.ts';
import { language } from '#ui/language.ts';
import type { MentorObjection, MentorReason } from '../mentors.ts';

/** @param cause what both have met */
export function mentorReasonText(reason: MentorReason, cause: string): string {
	switch (reason.code) {
		case 'sameCause':
			return reason.rank === 'main'
				? m.referrals_mentor_same_main({ cause: causeWord(cause) })
				: m.referrals_mentor_same_side({ cause: causeWord(cause) });
		case 'recovered':
			return m.referrals_mentor_recovered({ month: formatMonth(reason.on, language()) });
		case 'sameDistrict':
			return m.referrals_mentor_same_district();
		case 'sameRegency':
			return m.referrals_mentor_same_regency();
		case 'sameKind':
			return m.referrals_mentor_same_kind();
		case 'healthy':
			return m.referrals_mentor_healthy();
		case 'agreed':
			return m.referrals_mentor_agreed();
	}
}

export function mentorObjectionText(objection: MentorObjection): string {
	switch (objection.code) {
		case 'onBoth':
			return m.referrals_mentor_on_both({ name: objection.name });
		case 'isBack':
			return m.referrals_mentor_is_back();
		case 'ill':
			return m.referrals_mentor_ill();
		case 'busy':
			return m.referrals_mentor_busy({ helps: objection.helps });
		case 'notAsked':
			return m.referrals_mentor_not_asked();
		case 'farAway':
			return m.referrals_mentor_far_away();
	}
}
