import { m } from '#messages';
import type { Refusal } from '../refusal.ts';

type Sayable = Record<string, ((params?: Record<string, string | number>) => string) | undefined>;

/** `visits.ticketGone` → `refusal_visits_ticket_gone`. */
export const messageKey = (group: 'refusal' | 'field', code: string) =>
	`${group}_${code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/[.-]/g, '_')}`;

function say(key: string, params: Record<string, string | number>): string {
	const message = (m as unknown as Sayable)[key];
	if (!message) throw new Error(`no words for ${key}`);
	return message(params);
}

/** The refusal in the reader's language. */
export const refusalText = (refusal: Refusal) => say(messageKey('refusal', refusal.code), { ...refusal.params });

/** What is wrong with each field, in the reader's language. Issue codes are those of `fields.ts` and of the stops' forms. */
export const fieldTexts = (issues: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(issues).map(([field, code]) => [field, fieldText(code)]));

/** `tooLong:120` carries its number. */
function fieldText(issue: string): string {
	const [code, limit] = issue.split(':') as [string, string?];
	const key = messageKey('field', code);
	return key in m ? say(key, limit ? { limit } : {}) : m.field_not_understood();
}
