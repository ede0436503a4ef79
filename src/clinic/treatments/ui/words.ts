import { boardRoleWords } from '#clinic/cooperatives/ui/words.ts';
import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';
import type { ActionOwner, ActionState } from '../plans.ts';

export const ownerWords: Readonly<Record<ActionOwner, () => string>> = {
	...boardRoleWords,
	office: m.treatments_owner_office
};

export const planStateWords: Readonly<Record<'proposed' | 'returned' | 'approved', () => string>> = {
	proposed: m.treatments_state_proposed,
	returned: m.treatments_state_returned,
	approved: m.treatments_state_approved
};
export const planStateTones: Readonly<Record<'proposed' | 'returned' | 'approved', Tone>> = {
	proposed: 'still',
	returned: 'warn',
	approved: 'good'
};

export const planStateIcons: Readonly<Record<'proposed' | 'returned' | 'approved', IconName>> = {
	proposed: 'clock',
	returned: 'undo',
	approved: 'check-circle'
};

export const actionStateTones: Readonly<Record<ActionState, Tone>> = { done: 'good', overdue: 'bad', open: 'plain' };
