import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';
import type { RequestEnd, RequestKind, RequestStep } from '../licence-requests.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

export const requestKindWords: Words<RequestKind> = {
	businessNumber: m.licensing_kind_business_number,
	registryNumber: m.licensing_kind_registry_number,
	businessLicence: m.licensing_kind_business_licence,
	branchPermit: m.licensing_kind_branch_permit
};

export const requestStepWords: Words<RequestStep> = {
	sent: m.licensing_step_sent,
	answered: m.licensing_step_answered,
	visited: m.licensing_step_visited,
	noted: m.licensing_step_noted,
	granted: m.licensing_step_granted,
	refused: m.licensing_step_refused,
	withdrawn: m.licensing_step_withdrawn
};

export const requestEndTones: Readonly<Record<RequestEnd, Tone>> = {
	granted: 'good',
	refused: 'bad',
	withdrawn: 'still'
};
export const requestEndIcons: Readonly<Record<RequestEnd, IconName>> = {
	granted: 'check-circle',
	refused: 'x',
	withdrawn: 'undo'
};
