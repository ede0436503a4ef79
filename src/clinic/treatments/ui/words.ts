import { boardRoleWords } from '#clinic/cooperatives/ui/words.ts';
import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';
import { causeWord } from '#clinic/diagnoses/ui/words.ts';
import type { ClinicCode } from '#clinic/offices/poli.ts';
import type { ActionOwner, ActionState } from '../plans.ts';
import type { SequenceCode } from '../sequences.ts';
import type { TemplateOrigin } from '../templates.ts';

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

const groupWords: Readonly<Record<ClinicCode, () => string>> = {
	finance: m.treatments_group_finance,
	people: m.treatments_group_people,
	institution: m.treatments_group_institution,
	licensing: m.treatments_group_licensing,
	governance: m.treatments_group_governance,
	membership: m.treatments_group_membership,
	business: m.treatments_group_business,
	law: m.treatments_group_law
};

/** What a template is called: its own title, or that of the cause or group it is built in for. */
export function templateTitle({ origin, title }: { readonly origin: TemplateOrigin; readonly title: string | null }) {
	if (title) return title;
	const [, group] = /^group:(.+)$/.exec(origin.code) ?? [];
	return group ? m.treatments_template_group({ group: groupWords[group as ClinicCode]() }) : causeWord(origin.code);
}

/** Whose a template is. */
export function originText({ kind, version, office }: TemplateOrigin): string {
	if (kind === 'builtIn') return m.treatments_origin_built_in({ version });
	return kind === 'own' ? m.treatments_origin_own() : m.treatments_origin_shared({ office: office ?? '' });
}

export const sequenceWords: Readonly<Record<SequenceCode, () => string>> = {
	afterApproval: m.tasks_sequence_after_approval,
	annualMeeting: m.tasks_sequence_annual_meeting,
	missedControl: m.tasks_sequence_missed_control,
	dormant: m.tasks_sequence_dormant,
	afterRecovery: m.tasks_sequence_after_recovery
};
