import { and, eq, isNull } from 'drizzle-orm';
import { reportMilestone, retriage } from '#clinic/cases/server/commands.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { BadInput, command, runWithin } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { causeOf, type CauseCode } from '../causes.ts';
import { codeList } from '../code-list/lists.ts';
import { findingsIn, suggestCauses, weighCause, type Findings, type Suggestion } from '../evidence.ts';
import { diagnosisInput } from '../forms.ts';
import { ruleVersion } from '../rules/second/rules.ts';
import { departs, verdictOf, type Chosen } from '../verdicts.ts';
import { factsOf } from './reads.ts';
import { diagnoses, suggestionVerdicts } from './tables.ts';

/**
 * Names the causes of a case and keeps the evidence as it stands now, for and against, with the versions of list and rules.
 * An earlier diagnosis is replaced, not erased. A cause to which no evidence points needs the officer's own words; so does
 * a main cause other than the likeliest, and whatever is rejected.
 */
export const recordDiagnosis = command({
	name: 'diagnoses.recordDiagnosis',
	needs: 'diagnosis.record',
	input: diagnosisInput,
	run: async (context, { caseId, main, sides, rejected, notes, reasons }) => {
		const { tx, actor, now } = context;
		const mainId = newId<'Diagnosis'>();
		// Reporting first takes the lock on the case: two diagnoses at once take turns.
		await runWithin(context, reportMilestone, {
			caseId,
			stage: 'diagnosis',
			what: 'diagnosis.made',
			params: { cause: main },
			subjectId: mainId
		});
		const facts = await factsOf(readerOf(tx), actor, { caseId, now });
		const findings = findingsIn(facts);
		const suggestions = suggestCauses(facts);
		const chosen = { main, sides: [...new Set(sides)].filter((side) => side !== main), rejected };
		const said = saysWhy(chosen, suggestions, findings, { notes, reasons });

		await tx
			.update(diagnoses)
			.set({ replacedAt: now })
			.where(and(eq(diagnoses.caseId, caseId), isNull(diagnoses.replacedAt)));
		const made = { officeId: actor.officeId as Id<'Office'>, caseId, at: now, by: actor.id };
		const byName = await nameOf(tx, actor);
		const versions = { listVersion: codeList.version, ruleVersion };
		await tx.insert(diagnoses).values(
			namedIn(chosen).map((cause) => {
				const { evidence, against, points } = weighCause(cause, findings);
				return {
					...made,
					...versions,
					id: cause === main ? mainId : newId<'Diagnosis'>(),
					cause,
					rank: cause === main ? ('main' as const) : ('side' as const),
					evidence: [...evidence],
					against: [...against],
					points,
					place: placeOf(cause, suggestions),
					note: notes[cause] ?? null,
					byName
				};
			})
		);
		const verdicts = said.map((verdict) => ({
			...made,
			...versions,
			...verdict,
			id: newId<'SuggestionVerdict'>(),
			diagnosisId: mainId,
			byName
		}));
		if (verdicts.length > 0) await tx.insert(suggestionVerdicts).values(verdicts);
		const { severity, number, name } = causeOf(main);
		await runWithin(context, retriage, { caseId, diagnosis: { severity, number, ...name } });
		return { diagnosisId: mainId };
	}
});

const namedIn = ({ main, sides }: Chosen) => [main, ...sides] as CauseCode[];

function placeOf(code: string, suggestions: readonly Suggestion[]): number | null {
	const at = suggestions.findIndex(({ cause }) => cause.code === code);
	return at < 0 ? null : at + 1;
}

type Words = Readonly<Partial<Record<CauseCode, string | null>>>;

/** What became of each suggestion and of what the officer added, with the reason where one is owed. @throws BadInput */
function saysWhy(
	chosen: Chosen,
	suggestions: readonly Suggestion[],
	findings: Findings,
	{ notes, reasons }: { readonly notes: Words; readonly reasons: Words }
) {
	const missing: Record<string, string> = {};
	for (const cause of namedIn(chosen))
		if (!notes[cause] && weighCause(cause, findings).evidence.length === 0) missing[`notes.${cause}`] = 'sayWhy';
	for (const cause of chosen.rejected as CauseCode[]) {
		if (namedIn(chosen).includes(cause)) missing['rejected[]'] = 'namedAndRejected';
		else if (!reasons[cause]) missing[`reasons.${cause}`] = 'sayWhyNot';
	}
	const isDeparting = departs(chosen, suggestions);
	const first = suggestions[0]?.cause.code;
	// Whoever says why it is this has said why it is not that.
	const whyNotFirst = first && (reasons[first] ?? notes[chosen.main as CauseCode] ?? null);
	if (isDeparting && first && !whyNotFirst) missing[`reasons.${first}`] = 'sayWhyNotFirst';
	if (Object.keys(missing).length > 0) throw new BadInput(missing);

	const judged = suggestions.map(({ cause, points, evidence, against }, at) => {
		const verdict = verdictOf(cause.code, at + 1, chosen, isDeparting);
		const reason = at === 0 && isDeparting ? (whyNotFirst ?? null) : (reasons[cause.code] ?? null);
		return {
			cause: cause.code,
			place: at + 1,
			points,
			evidence: [...evidence],
			against: [...against],
			verdict,
			reason
		};
	});
	const added = namedIn(chosen)
		.filter((cause) => placeOf(cause, suggestions) === null)
		.map((cause) => {
			const { points, evidence, against } = weighCause(cause, findings);
			const kept = { points, evidence: [...evidence], against: [...against] };
			return { cause, place: null, ...kept, verdict: 'added' as const, reason: notes[cause] ?? null };
		});
	return [...judged, ...added];
}
