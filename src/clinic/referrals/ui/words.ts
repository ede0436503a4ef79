import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';

type State = 'sent' | 'accepted' | 'refused';

export const referralStateWords: Readonly<Record<State, () => string>> = {
	sent: m.referrals_state_sent,
	accepted: m.referrals_state_accepted,
	refused: m.referrals_state_refused
};
export const referralStateTones: Readonly<Record<State, Tone>> = { sent: 'still', accepted: 'good', refused: 'warn' };
export const referralStateIcons: Readonly<Record<State, IconName>> = {
	sent: 'clock',
	accepted: 'check-circle',
	refused: 'x'
};
