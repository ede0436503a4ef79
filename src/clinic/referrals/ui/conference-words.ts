import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';
import type { ConferenceState, Stance } from '../conference.ts';

export const stanceWords: Readonly<Record<Stance, () => string>> = {
	agrees: m.referrals_stance_agrees,
	disagrees: m.referrals_stance_disagrees,
	abstains: m.referrals_stance_abstains,
	absent: m.referrals_stance_absent
};

export const conferenceStateWords: Readonly<Record<ConferenceState, () => string>> = {
	coming: m.referrals_conference_coming,
	overdue: m.referrals_conference_overdue,
	held: m.referrals_conference_held,
	cancelled: m.referrals_conference_cancelled
};
export const conferenceStateTones: Readonly<Record<ConferenceState, Tone>> = {
	coming: 'house',
	overdue: 'warn',
	held: 'good',
	cancelled: 'still'
};
export const conferenceStateIcons: Readonly<Record<ConferenceState, IconName>> = {
	coming: 'calendar',
	overdue: 'alert',
	held: 'check-circle',
	cancelled: 'x'
};
