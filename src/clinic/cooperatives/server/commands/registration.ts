import { and, eq, isNull, or } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { BadInput, command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { readName } from '../../kind-of-name.ts';
import { readLegalNumber } from '../../legal-numbers.ts';
import { foldCooperativeName } from '../../names.ts';
import { newCooperative } from '../../registration-forms.ts';
import { foldAddress, likeness } from '../../same-cooperative.ts';
import { refuseForeignArea } from '../own-area.ts';
import { registerTurn } from '../register-lock.ts';
import { keepStanding } from '../standing.ts';
import { cooperatives } from '../tables.ts';

/** Takes a cooperative into the register that stands in no list: a word at the desk, to be completed later. */
export const registerCooperative = command({
	name: 'cooperatives.registerCooperative',
	needs: 'register.edit',
	input: newCooperative,
	run: async (context, { isAnother, whyAnother, ...given }) => {
		const { tx, actor, now } = context;
		const folded = foldCooperativeName(given.name);
		const says = readName(given.name, folded.kindWords);
		const legalNumberNorm = given.legalNumber && (readLegalNumber(given.legalNumber)?.norm ?? null);
		refuseFuture(given, dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone));
		if (given.districtCode !== null) await refuseForeignArea(context, given.districtCode, 3);
		await registerTurn(context);
		await refuseKnown(context, { ...given, ...folded, legalNumberNorm }, isAnother || whyAnother !== null);
		const cooperativeId = newId<'Cooperative'>();
		await tx.insert(cooperatives).values({
			...given,
			id: cooperativeId,
			officeId: actor.officeId as Id<'Office'>,
			core: folded.core,
			norm: folded.norm,
			kind: given.kind ?? says.kind,
			pattern: given.pattern ?? says.pattern,
			form: given.form ?? says.form,
			hasSavingsUnit: given.hasSavingsUnit || says.hasSavingsUnit,
			legalNumberNorm,
			createdAt: now,
			updatedAt: now
		});
		await keepStanding(context, cooperativeId);
		return { cooperativeId };
	}
});

/** What has happened lies in the past. */
export function refuseFuture(days: { legalOn: Day | null; foundedOn: Day | null }, today: Day): void {
	const ahead = (['legalOn', 'foundedOn'] as const).filter((field) => (days[field] ?? '') > today);
	if (ahead.length > 0) throw new BadInput(Object.fromEntries(ahead.map((field) => [field, 'dayToCome'])));
}

interface Newcomer {
	readonly name: string;
	readonly core: string;
	readonly norm: string;
	readonly legalNumberNorm: string | null;
	readonly registryNumber: string | null;
	readonly districtCode: string | null;
	readonly address: string | null;
}

/** The same cooperative is never taken in twice; one that might be the same only on the desk's word. */
async function refuseKnown({ tx, actor }: Context, newcomer: Newcomer, isAnother: boolean): Promise<void> {
	const sharing = await tx
		.select()
		.from(cooperatives)
		.where(
			and(
				eq(cooperatives.officeId, actor.officeId as never),
				isNull(cooperatives.mergedInto),
				or(
					eq(cooperatives.core, newcomer.core),
					newcomer.legalNumberNorm ? eq(cooperatives.legalNumberNorm, newcomer.legalNumberNorm) : undefined,
					newcomer.registryNumber ? eq(cooperatives.registryNumber, newcomer.registryNumber) : undefined
				)
			)
		)
		.limit(20);
	for (const known of sharing) {
		const { verdict } = likeness(comparable(known), comparable(newcomer));
		// At the desk a namesake whose district is not known is doubtful too: there nothing tells the two apart.
		const isDoubtful = verdict === 'perhaps' || known.core === newcomer.core;
		if (verdict === 'same' || (isDoubtful && !isAnother))
			throw new Refusal(verdict === 'same' ? 'cooperatives.alreadyKnown' : 'cooperatives.perhapsKnown', {
				name: known.name
			});
	}
}

const comparable = (one: Omit<Newcomer, 'name'>) => ({
	core: one.core,
	norm: one.norm,
	legalNumber: one.legalNumberNorm ?? '',
	registryNumber: one.registryNumber ?? '',
	district: one.districtCode ?? '',
	address: foldAddress(one.address ?? '')
});
