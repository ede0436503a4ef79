import { foldCooperativeName } from '#clinic/cooperatives/names.ts';

/** A room holds no more. */
export const mostInvited = 60;

/** What the code on the screen opens. */
export const trainingLinkPurpose = 'training';

/** How long the code on the screen opens the list of those present. */
export const codeHours = 6;

const fold = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** The same person of the same cooperative, however it was typed: said twice, it counts once. */
export const foldedAttendance = (name: string, cooperative: string): string =>
	`${fold(name)} · ${foldCooperativeName(cooperative).core}`;

interface Invited {
	readonly cooperativeId: string;
	readonly name: string;
}

/** The invited cooperative that was typed; null where none or more than one could be meant. */
export function meantCooperative(typed: string, invited: readonly Invited[]): string | null {
	const core = foldCooperativeName(typed).core;
	const meant = invited.filter(({ name }) => foldCooperativeName(name).core === core);
	return meant.length === 1 ? meant[0]!.cooperativeId : null;
}
