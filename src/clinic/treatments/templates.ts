import { causes } from '#clinic/diagnoses/causes.ts';
import { addDays, type Day } from '#platform/clock.ts';
import type { ActionOwner } from './plans.ts';
import { causeTemplates, groupTemplates, templatesVersion } from './templates/built-in.ts';

/** One action as a template proposes it. */
export interface TemplateAction {
	readonly what: string;
	readonly owner: ActionOwner;
	/** Days after the plan begins. */
	readonly withinDays: number;
	/** How many meetings it takes; null without any. */
	readonly meetings: number | null;
	/** What shows that it is done. */
	readonly proof: string | null;
}

export interface Template {
	readonly aim: string;
	readonly actions: readonly TemplateAction[];
	/** What the board should tell at once. */
	readonly warningSigns: readonly string[];
}

/** Where a plan or a template comes from, kept with it. */
export interface TemplateOrigin {
	readonly kind: 'builtIn' | 'own' | 'shared';
	/** `badLoans` or `group:finance` of those built in, else the id of an office's own. */
	readonly code: string;
	/** `2026-1` of those built in, else the running number of the change. */
	readonly version: string;
	/** Of the office that wrote it; null for those built in. */
	readonly office: string | null;
}

export interface OfferedTemplate extends Template {
	readonly origin: TemplateOrigin;
	readonly title: string | null;
}

const groupOf = (cause: string) => causes.find(({ code }) => code === cause)?.clinic ?? null;

/**
 * The built-in templates for a cause: its own where there is one, else that of its group. A code that this version of
 * the list does not know has none.
 */
export function builtInFor(cause: string): OfferedTemplate[] {
	const own = causeTemplates[cause];
	const group = groupOf(cause);
	return [...(own ? [builtIn(cause, own)] : []), ...(group ? [builtIn(`group:${group}`, groupTemplates[group])] : [])];
}

const builtIn = (code: string, template: Template): OfferedTemplate => ({
	...template,
	title: null,
	origin: { kind: 'builtIn', code, version: templatesVersion, office: null }
});

/** How a template is named in an address: `builtIn.badLoans`, `own.<id>`. */
export const templateKey = ({ kind, code }: Pick<TemplateOrigin, 'kind' | 'code'>): string => `${kind}.${code}`;

const templateKeyPattern = /^(builtIn|own|shared)\.([\w:-]{1,80})$/;

/** Reads such a name; null for anything else. */
export function readTemplateKey(text: string): Pick<TemplateOrigin, 'kind' | 'code'> | null {
	const [, kind, code] = templateKeyPattern.exec(text) ?? [];
	return kind && code ? { kind: kind as TemplateOrigin['kind'], code } : null;
}

/** Everything built in: for causes first, then for the groups. */
export const builtInTemplates = (): OfferedTemplate[] => [
	...Object.entries(causeTemplates).map(([code, template]) => builtIn(code, template)),
	...Object.entries(groupTemplates).map(([group, template]) => builtIn(`group:${group}`, template))
];

/** The first working day on or after a day. @param isOpen whether the office is open on it */
export function workingDayFrom(day: Day, isOpen: (on: Day) => boolean): Day {
	for (let on = day, ahead = 0; ahead < 30; on = addDays(on, 1), ahead++) if (isOpen(on)) return on;
	return day;
}

/** The actions of a template with their days, counted from the first day of the plan. */
export const datedActions = (
	{ actions }: Pick<Template, 'actions'>,
	from: Day,
	isOpen: (on: Day) => boolean = () => true
) =>
	actions.map(({ withinDays, ...action }) => ({ ...action, dueOn: workingDayFrom(addDays(from, withinDays), isOpen) }));
