import { m } from '#messages';
import type { AskingStep, Identity } from '../asking.ts';

export const stepTitles: Readonly<Record<AskingStep, () => string>> = {
	question: m.asking_question_title,
	cooperative: m.asking_cooperative_title,
	who: m.asking_who_title,
	contact: m.asking_contact_title,
	files: m.asking_files_title
};

export const stepHints: Readonly<Record<AskingStep, () => string>> = {
	question: m.asking_question_hint,
	cooperative: m.asking_cooperative_hint,
	who: m.asking_who_hint,
	contact: m.asking_contact_hint,
	files: m.asking_files_hint
};

export const identityWords: Readonly<Record<Identity, { label: () => string; hint: () => string }>> = {
	open: { label: m.asking_identity_open, hint: m.asking_identity_open_hint },
	anonymous: { label: m.asking_identity_anonymous, hint: m.asking_identity_anonymous_hint }
};
