import { and, eq, isNull } from 'drizzle-orm';
import { command, runWithin, type Context } from '#platform/command.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { foldName } from '../../fold.ts';
import { changedTermInput, newTermInput } from '../../record-forms.ts';
import { changesBy, keepChanges, openRecord } from '../changes.ts';
import { boardTerms, people } from '../tables.ts';
import { registerPerson } from './people.ts';

/** Takes down who serves a cooperative, in what seat and how long. Who served it before is the same person. */
export const addBoardTerm = command({
	name: 'cooperatives.addBoardTerm',
	needs: 'register.edit',
	input: newTermInput,
	run: async (context, { cooperativeId, name, phone, role, fromOn, untilOn, education }) => {
		const { tx, now } = context;
		const record = await openRecord(context, cooperativeId);
		const personId =
			(await servedBefore(context, record.id, name)) ??
			((await runWithin(context, registerPerson, { name, phone: phone ?? '' })).personId as Id<'Person'>);
		await refuseSameTerm(context, { cooperativeId: record.id, personId, role, fromOn });
		const termId = newId<'BoardTerm'>();
		await tx.insert(boardTerms).values({
			id: termId,
			officeId: record.officeId,
			cooperativeId: record.id,
			personId,
			role,
			fromOn,
			untilOn,
			createdAt: now
		});
		if (education !== null) await tx.update(people).set({ education }).where(eq(people.id, personId));
		await keepChanges(context, [], { record, why: null });
		return { cooperativeId: record.id, termId };
	}
});

/** Puts a term right, or ends it. */
export const changeBoardTerm = command({
	name: 'cooperatives.changeBoardTerm',
	needs: 'register.edit',
	input: changedTermInput,
	run: async (context, { cooperativeId, termId, reason, seenVersion, knownVersion, ...given }) => {
		const { tx } = context;
		const record = await openRecord(context, cooperativeId);
		const [row] = await tx
			.select({ term: boardTerms, education: people.education })
			.from(boardTerms)
			.innerJoin(people, eq(people.id, boardTerms.personId))
			.where(and(eq(boardTerms.id, termId), eq(boardTerms.cooperativeId, record.id)));
		const { term, education } = found(row);
		const current = { role: term.role, fromOn: term.fromOn, untilOn: term.untilOn, education };
		const prefix = `board.${termId}.`;
		const changes = await changesBy(context, { record, prefix, seenVersion, knownVersion, given, current });
		const written = {
			...current,
			...Object.fromEntries(changes.map(({ field, after }) => [field, after]))
		} as typeof current;
		if (written.role !== term.role || written.fromOn !== term.fromOn)
			await refuseSameTerm(context, {
				cooperativeId: record.id,
				personId: term.personId,
				role: written.role,
				fromOn: written.fromOn
			});
		const { education: learned, ...terms } = written;
		await tx.update(boardTerms).set(terms).where(eq(boardTerms.id, termId));
		if (learned !== education) await tx.update(people).set({ education: learned }).where(eq(people.id, term.personId));
		await keepChanges(context, changes, { record, prefix, why: reason });
		return { cooperativeId: record.id, termId };
	}
});

async function servedBefore(
	{ tx }: Context,
	cooperativeId: Id<'Cooperative'>,
	name: string
): Promise<Id<'Person'> | null> {
	const known = await tx
		.select({ id: people.id, name: people.name })
		.from(boardTerms)
		.innerJoin(people, eq(people.id, boardTerms.personId))
		.where(and(eq(boardTerms.cooperativeId, cooperativeId), isNull(people.erasedAt)));
	return known.find((person) => foldName(person.name) === foldName(name))?.id ?? null;
}

type Seat = Pick<typeof boardTerms.$inferSelect, 'cooperativeId' | 'personId' | 'role' | 'fromOn'>;

async function refuseSameTerm({ tx }: Context, { cooperativeId, personId, role, fromOn }: Seat): Promise<void> {
	const [same] = await tx
		.select({ id: boardTerms.id })
		.from(boardTerms)
		.where(
			and(
				eq(boardTerms.cooperativeId, cooperativeId),
				eq(boardTerms.personId, personId),
				eq(boardTerms.role, role),
				fromOn === null ? isNull(boardTerms.fromOn) : eq(boardTerms.fromOn, fromOn)
			)
		);
	if (same) throw new Refusal('cooperatives.termKnown');
}
