import { and, eq, isNull } from 'drizzle-orm';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { BadInput, command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { destroyPersonKey, sealNewPeople } from '#platform/personal/seal.ts';
import { found } from '#platform/refusal.ts';
import { validUntil } from '../../licence-kinds.ts';
import {
	amendmentInput,
	bankAccountInput,
	licenceInput,
	ratingInput,
	strikeInput,
	type Strikable
} from '../../record-forms.ts';
import { keepChanges, openRecord } from '../changes.ts';
import { amendments, bankAccounts, licences, ratings, recordFiles } from '../tables/record.ts';

/** What every new part of a record carries; the record itself is locked and counts up. */
export async function newPart<Kind extends string>(context: Context, cooperativeId: string) {
	const { tx, actor, now } = context;
	const record = await openRecord(context, cooperativeId);
	await keepChanges(context, [], { record, why: null });
	const createdByName = await nameOf(readerOf(tx), actor);
	return { id: newId<Kind>(), officeId: record.officeId, cooperativeId: record.id, createdAt: now, createdByName };
}

async function refuseToCome({ tx, actor, now }: Context, field: string, on: Day | null): Promise<void> {
	const { zone } = found(await ownOffice(readerOf(tx), actor));
	if (on !== null && on > dayOf(now, zone)) throw new BadInput({ [field]: 'dayToCome' });
}

/** Notes an amendment of the articles (PAD). */
export const addAmendment = command({
	name: 'cooperatives.addAmendment',
	needs: 'register.edit',
	input: amendmentInput,
	run: async (context, { cooperativeId, ...amendment }) => {
		const part = await newPart<'Amendment'>(context, cooperativeId);
		await refuseToCome(context, 'amendedOn', amendment.amendedOn);
		await context.tx.insert(amendments).values({ ...part, ...amendment });
		return { id: part.id };
	}
});

/** Notes a licence or certificate; a certificate of the registry number is valid two years unless it says otherwise. */
export const addLicence = command({
	name: 'cooperatives.addLicence',
	needs: 'register.edit',
	input: licenceInput,
	run: async (context, { cooperativeId, ...licence }) => {
		const part = await newPart<'Licence'>(context, cooperativeId);
		await refuseToCome(context, 'issuedOn', licence.issuedOn);
		const until = validUntil(licence.kind, licence.issuedOn, licence.validUntil);
		await context.tx.insert(licences).values({ ...part, ...licence, validUntil: until });
		return { id: part.id };
	}
});

/** Notes a rating as the agency wrote it. */
export const addRating = command({
	name: 'cooperatives.addRating',
	needs: 'register.edit',
	input: ratingInput,
	run: async (context, { cooperativeId, ...rating }) => {
		const part = await newPart<'Rating'>(context, cooperativeId);
		await refuseToCome(context, 'ratedOn', rating.ratedOn);
		await context.tx.insert(ratings).values({ ...part, ...rating });
		return { id: part.id };
	}
});

/** Notes a bank account. Number and holder are sealed under a key of the account's own. */
export const addBankAccount = command({
	name: 'cooperatives.addBankAccount',
	needs: 'register.edit',
	input: bankAccountInput,
	run: async (context, { cooperativeId, bank, number, holder }) => {
		const part = await newPart<'BankAccount'>(context, cooperativeId);
		const sealed = await sealNewPeople(context, [{ personId: part.id, fields: { number, holder } }]);
		const { number: numberSealed, holder: holderSealed } = found(sealed.get(part.id));
		await context.tx
			.insert(bankAccounts)
			.values({ ...part, bank, numberSealed: found(numberSealed), holderSealed: holderSealed ?? null });
		return { id: part.id };
	}
});

const tables = {
	amendment: amendments,
	licence: licences,
	rating: ratings,
	account: bankAccounts,
	file: recordFiles
} as const satisfies Record<Strikable, unknown>;

/** Strikes out a part of a record that is wrong. It stays, struck, with who, when and why; a bank account's key goes. */
export const strikePart = command({
	name: 'cooperatives.strikePart',
	needs: 'register.edit',
	input: strikeInput,
	run: async (context, { cooperativeId, part, partId, why }) => {
		const { tx, now } = context;
		const record = await openRecord(context, cooperativeId);
		const table = tables[part] as typeof amendments;
		const [struck] = await tx
			.update(table)
			.set({ struckAt: now, struckWhy: why })
			.where(and(eq(table.id, partId as never), eq(table.cooperativeId, record.id), isNull(table.struckAt)))
			.returning({ id: table.id });
		const { id } = found(struck);
		if (part === 'account') await destroyPersonKey(context, id);
		await keepChanges(context, [], { record, why });
		return { id };
	}
});
