import { and, eq, isNull } from 'drizzle-orm';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { BadInput, command, runWithin } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { causeOf, type CauseCode } from '../causes.ts';
import { signsIn, weigh } from '../evidence.ts';
import { diagnosisInput } from '../forms.ts';
import { factsOf } from './reads.ts';
import { diagnoses } from './tables.ts';

/**
 * Names the causes of a case and keeps the evidence as it stands now. An earlier diagnosis is replaced, not erased.
 * A cause to which no evidence points needs the officer's own words.
 */
export const recordDiagnosis = command({
	name: 'diagnoses.recordDiagnosis',
	needs: 'diagnosis.record',
	input: diagnosisInput,
	run: async (context, { caseId, main, sides, notes }) => {
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
		const signs = signsIn(await factsOf(readerOf(tx), actor, { caseId, now }));
		const chosen: CauseCode[] = [main, ...new Set(sides.filter((side) => side !== main))];
		const named = chosen.map((cause) => ({ cause, note: notes[cause] ?? null, ...weigh(causeOf(cause), signs) }));
		const unsaid = named.filter(({ evidence, note }) => evidence.length === 0 && note === null);
		if (unsaid.length > 0)
			throw new BadInput(Object.fromEntries(unsaid.map(({ cause }) => [`notes.${cause}`, 'sayWhy'])));
		await tx
			.update(diagnoses)
			.set({ replacedAt: now })
			.where(and(eq(diagnoses.caseId, caseId), isNull(diagnoses.replacedAt)));
		const byName = await nameOf(tx, actor);
		await tx.insert(diagnoses).values(
			named.map(({ cause, note, evidence }) => ({
				id: cause === main ? mainId : newId<'Diagnosis'>(),
				officeId: actor.officeId as never,
				caseId,
				cause,
				rank: cause === main ? ('main' as const) : ('side' as const),
				evidence,
				note,
				at: now,
				by: actor.id,
				byName
			}))
		);
		return { diagnosisId: mainId };
	}
});
