import type { Template, TemplateAction } from '../templates.ts';
import type { ActionOwner } from '../plans.ts';

type More = Partial<Pick<TemplateAction, 'meetings' | 'proof'>>;

/** What, by whom, within how many days; how many meetings it takes, and what shows that it is done. */
export const task = (
	what: string,
	owner: ActionOwner,
	withinDays: number,
	{ meetings = null, proof = null }: More = {}
): TemplateAction => ({ what, owner, withinDays, meetings, proof });

export const template = (aim: string, actions: readonly TemplateAction[], ...warningSigns: string[]): Template => ({
	aim,
	actions,
	warningSigns
});
