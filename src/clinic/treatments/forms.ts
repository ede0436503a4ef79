import * as v from 'valibot';
import { flag, oneOf, optionalText, requiredDay, requiredText } from '#platform/fields.ts';
import { fileUpload } from '#platform/files/file-type.ts';
import { idOf } from '#platform/ids.ts';
import { latestControl, mostControls } from './care-settings.ts';
import { readTemplateKey } from './templates.ts';
import { actionOwners, mostActions, mostMeetings, mostProofs, mostWarningSigns } from './plans.ts';

/** A case of the office, or a referral that the actor accepted; the page's address says which. */
const where = {
	caseId: v.optional(v.nullable(idOf<'Case'>()), null),
	referralId: v.optional(v.nullable(idOf<'Referral'>()), null)
};

/** Empty is none. */
const optionalId = <Kind extends string>() =>
	v.pipe(
		v.optional(v.nullable(v.string()), null),
		v.transform((text) => text || null),
		v.nullable(idOf<Kind>())
	);

export const sessionNote = v.object({
	...where,
	complaint: requiredText(2000),
	findings: requiredText(4000),
	assessment: requiredText(2000),
	plan: requiredText(2000),
	/** The second of two officers who held it together. */
	secondId: optionalId<'Staff'>(),
	/** The action of whose dose it is one. */
	actionId: optionalId<'PlanAction'>()
});
export const sessionNamed = v.object({ sessionId: idOf<'Session'>() });

/** Empty is none. */
const optionalCount = (max: number) =>
	v.pipe(
		v.optional(v.union([v.string(), v.number()]), ''),
		v.transform((value) => String(value).trim()),
		v.check((text) => text === '' || /^\d{1,3}$/.test(text), 'notANumber'),
		v.transform((text) => (text === '' || Number(text) === 0 ? null : Number(text))),
		v.nullable(v.pipe(v.number(), v.maxValue(max, `tooLarge:${max}`)))
	);

const done = {
	what: requiredText(200),
	owner: oneOf(actionOwners),
	meetings: optionalCount(mostMeetings),
	proof: optionalText(120)
};
const action = v.object({ ...done, dueOn: requiredDay() });
const templateAction = v.object({
	...done,
	withinDays: v.pipe(
		v.union([v.string(), v.number()], 'required'),
		v.transform((value) => (String(value).trim() === '' ? Number.NaN : Number(value))),
		v.integer('notANumber'),
		v.minValue(0, 'tooSmall:0'),
		v.maxValue(365, 'tooLarge:365')
	)
});

/** One a line. */
const warningSigns = v.pipe(
	optionalText(400),
	v.transform((text) =>
		(text ?? '')
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== '')
	),
	v.maxLength(mostWarningSigns, `tooManyLines:${mostWarningSigns}`)
);

/** A line of the form left empty is no action; the others keep their place, so that an error finds its line. */
const isEmpty = (line: unknown) => {
	const { what = '', dueOn = '', withinDays = '' } = (line ?? {}) as Record<string, unknown>;
	return `${String(what)}${String(dueOn)}${String(withinDays)}`.trim() === '';
};
const noAction = v.pipe(
	v.unknown(),
	v.transform(() => null)
);

const filledLines = <const Line extends v.GenericSchema<unknown, object>>(line: Line) =>
	v.pipe(
		v.optional(v.array(v.lazy((given) => (isEmpty(given) ? noAction : line))), []),
		v.transform((lines) =>
			(lines as (v.InferOutput<Line> | null)[]).flatMap((filled, at) => (filled ? [{ ...filled, line: at }] : []))
		),
		v.minLength(1, 'atLeastOneAction'),
		v.maxLength(mostActions, `tooManyActions:${mostActions}`)
	);

/** `builtIn.badLoans`, `own.<id>`, `shared.<id>`; empty without a template. */
const templateNamed = v.pipe(v.optional(v.string(), ''), v.transform(readTemplateKey));

export const newPlan = v.object({
	...where,
	template: templateNamed,
	aim: requiredText(500),
	warningSigns,
	actions: filledLines(action)
});

/** An office's own template: a new one, or a change of one that it has. */
export const keptTemplate = v.object({
	templateId: optionalId<'PlanTemplate'>(),
	cause: requiredText(60),
	title: requiredText(120),
	/** What it is made from. */
	from: templateNamed,
	aim: requiredText(500),
	warningSigns,
	actions: filledLines(templateAction)
});
export const templateShared = v.object({ templateId: idOf<'PlanTemplate'>(), shared: oneOf(['yes', 'no']) });
export const templateRetired = v.object({ templateId: idOf<'PlanTemplate'>() });

/** Months as they are typed: "1, 3, 6, 12". */
const months = v.pipe(
	requiredText(60),
	v.transform((text) => [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))].map(Number)),
	v.check(
		(all) => all.every((month) => Number.isInteger(month) && month >= 1 && month <= latestControl),
		`notMonths:${latestControl}`
	),
	v.minLength(1, 'required'),
	v.maxLength(mostControls, `tooManyControls:${mostControls}`),
	v.transform((all) => all.toSorted((a, b) => a - b))
);
export const chosenCare = v.object({ ownPlansAllowed: flag(), namesShown: flag(), controlMonths: months });

const photos = v.pipe(
	v.optional(v.array(fileUpload()), []),
	v.minLength(1, 'required'),
	v.maxLength(mostProofs, `tooManyFiles:${mostProofs}`)
);
export const proofGiven = v.object({ actionId: idOf<'PlanAction'>(), photos, note: optionalText(300) });
export const proofNamed = v.object({ proofId: idOf<'ActionProof'>() });

export const planDecision = v.pipe(
	v.object({
		planId: idOf<'TreatmentPlan'>(),
		decision: oneOf(['approve', 'return']),
		reason: optionalText(1000)
	}),
	v.forward(
		v.partialCheck(
			[['decision'], ['reason']],
			({ decision, reason }) => decision === 'approve' || reason !== null,
			'required'
		),
		['reason']
	)
);

export const actionTick = v.object({ actionId: idOf<'PlanAction'>(), note: optionalText(500) });
