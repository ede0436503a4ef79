import { sourceOrBuilt } from '#platform/built.ts';
import type { PaperKind } from '../kinds.ts';

/** The folder of the templates. */
export const templates = (): URL => sourceOrBuilt(import.meta.url, '../templates/', 'workers/papers/');

export const templateOf: Readonly<Record<PaperKind, string>> = {
	assignmentLetter: 'letter.typ',
	minutes: 'letter.typ',
	examinationReport: 'letter.typ',
	certificate: 'certificate.typ',
	conferenceMinutes: 'letter.typ',
	prescription: 'prescription.typ'
};
