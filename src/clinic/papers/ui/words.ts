import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';
import type { PaperKind, PaperState } from '../kinds.ts';

export const paperWords: Readonly<Record<PaperKind, () => string>> = {
	assignmentLetter: m.papers_kind_assignment_letter,
	minutes: m.papers_kind_minutes,
	examinationReport: m.papers_kind_examination_report,
	certificate: m.papers_kind_certificate,
	conferenceMinutes: m.papers_kind_conference_minutes,
	prescription: m.papers_kind_prescription
};

export const paperMeanings: Readonly<Record<PaperKind, () => string>> = {
	assignmentLetter: m.papers_means_assignment_letter,
	minutes: m.papers_means_minutes,
	examinationReport: m.papers_means_examination_report,
	certificate: m.papers_means_certificate,
	conferenceMinutes: m.papers_means_conference_minutes,
	prescription: m.papers_means_prescription
};

export const stateWords: Readonly<Record<PaperState, () => string>> = {
	draft: m.papers_state_draft,
	numbered: m.papers_state_numbered,
	void: m.papers_state_void
};
export const stateTones: Readonly<Record<PaperState, Tone>> = { draft: 'warn', numbered: 'good', void: 'still' };
export const stateIcons: Readonly<Record<PaperState, IconName>> = {
	draft: 'edit',
	numbered: 'check-circle',
	void: 'x'
};
