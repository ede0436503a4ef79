import { and, eq, isNull, or } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { areas } from '#clinic/offices/server/tables.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { readName } from '../../kind-of-name.ts';
import { readLegalNumber } from '../../legal-numbers.ts';
import { foldCooperativeName } from '../../names.ts';
import { newCooperative } from '../../registration-forms.ts';
import { likeness } from '../../same-cooperative.ts';
import { cooperatives } from '../tables.ts';

/** Takes a cooperative into the register that stands in no list: a word at the desk, to be completed later. */
export const registerCooperative = command({
	name: 'cooperatives.registerCooperative',
	needs: 'register.edit',
	input: newCooperative,
	run: async (context, { name, kind, districtCode, legalNumber, phone, isAnother }) => {
		const { tx, actor, now } = context;
		const folded = foldCooperativeName(name);
		const says = readName(name, folded.kindWords);
		const legalNumberNorm = legalNumber && (readLegalNumber(legalNumber)?.norm ?? null);
		if (districtCode !== null) await refuseForeignDistrict(context, districtCode);
		await refuseKnown(context, { ...folded, name, legalNumberNorm, districtCode }, isAnother);
		const cooperativeId = newId<'Cooperative'>();
		await tx.insert(cooperatives).values({
			id: cooperativeId,
			officeId: actor.officeId as Id<'Office'>,
			name,
			core: folded.core,
			norm: folded.norm,
			kind: kind ?? says.kind,
			pattern: says.pattern,
			form: says.form,
			hasSavingsUnit: says.hasSavingsUnit,
			legalNumber,
			legalNumberNorm,
			districtCode,
			phone,
			createdAt: now,
			updatedAt: now
		});
		return { cooperativeId };
	}
});

/** An office keeps the register of its own area only. */
async function refuseForeignDistrict({ tx, actor }: Context, code: string): Promise<void> {
	const office = found(await ownOffice(readerOf(tx), actor));
	const [area] = await tx
		.select({ code: areas.code })
		.from(areas)
		.where(and(eq(areas.code, code), eq(areas.level, 3)));
	if (!area || !code.startsWith(`${office.code}.`)) throw missing();
}

interface Newcomer {
	readonly name: string;
	readonly core: string;
	readonly norm: string;
	readonly legalNumberNorm: string | null;
	readonly districtCode: string | null;
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
					newcomer.legalNumberNorm ? eq(cooperatives.legalNumberNorm, newcomer.legalNumberNorm) : undefined
				)
			)
		)
		.limit(20);
	for (const known of sharing) {
		const { verdict } = likeness(comparable(known), comparable({ ...newcomer, registryNumber: null, address: null }));
		// At the desk a namesake whose district is not known is doubtful too: there nothing tells the two apart.
		const isDoubtful = verdict === 'perhaps' || known.core === newcomer.core;
		if (verdict === 'same' || (isDoubtful && !isAnother))
			throw new Refusal(verdict === 'same' ? 'cooperatives.alreadyKnown' : 'cooperatives.perhapsKnown', {
				name: known.name
			});
	}
}

const comparable = (one: Omit<Newcomer, 'name'> & { registryNumber: string | null; address: string | null }) => ({
	core: one.core,
	norm: one.norm,
	legalNumber: one.legalNumberNorm ?? '',
	registryNumber: one.registryNumber ?? '',
	district: one.districtCode ?? '',
	address: one.address ?? ''
});
