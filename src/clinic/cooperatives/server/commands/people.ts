import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { command, type Context } from '#platform/command.ts';
import { normalPhone } from '#platform/fields.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { destroyPersonKey, findingHash, sealNewPeople } from '#platform/personal/seal.ts';
import { foldName } from '../../fold.ts';
import { personInput, personNamed } from '../../person-forms.ts';
import { people } from '../tables.ts';

/**
 * Takes down a person, or finds the one who is known already: the same telephone number under the same name. The number
 * alone is not enough (families and offices share one), nor is the name.
 */
export const registerPerson = command({
	name: 'cooperatives.registerPerson',
	needs: 'visit.register',
	input: personInput,
	run: async (context, { name, phone }) => {
		const { tx, actor, now } = context;
		const officeId = actor.officeId as Id<'Office'>;
		const phoneHash = phone && findingHash(officeId, 'phone', normalPhone(phone));
		const known = phoneHash && (await knownPerson(context, officeId, phoneHash, name));
		if (known) return { personId: known, isNew: false };
		const personId = newId<'Person'>();
		const sealed = await sealNewPeople(context, [{ personId, fields: { phone } }]);
		const phoneSealed = sealed.get(personId)?.phone ?? null;
		await tx.insert(people).values({ id: personId, officeId, name, phoneSealed, phoneHash, createdAt: now });
		return { personId, isNew: true };
	}
});

async function knownPerson({ tx }: Context, officeId: Id<'Office'>, phoneHash: string, name: string) {
	// Two desks taking down the same person at once take turns.
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`people.${phoneHash}`}))`);
	const sharing = await tx
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(and(eq(people.officeId, officeId), eq(people.phoneHash, phoneHash), isNull(people.erasedAt)))
		.orderBy(asc(people.createdAt), asc(people.id));
	return sharing.find((person) => foldName(person.name) === foldName(name))?.id ?? null;
}

/**
 * Erases a person at his or her request (UU 27/2022): the key is destroyed, so what is sealed in rows, audit and backups
 * can never be read again; the name and the hash for finding go too. What the office did for a cooperative stays.
 */
export const erasePerson = command({
	name: 'cooperatives.erasePerson',
	needs: 'office.manage',
	input: personNamed,
	run: async (context, { personId }) => {
		const { tx, actor, now } = context;
		const [erased] = await tx
			.update(people)
			.set({
				name: '–',
				phoneSealed: null,
				phoneHash: null,
				nationalIdSealed: null,
				nationalIdHash: null,
				addressSealed: null,
				erasedAt: now
			})
			.where(and(eq(people.id, personId), eq(people.officeId, actor.officeId as Id<'Office'>)))
			.returning({ id: people.id });
		await destroyPersonKey(context, found(erased).id);
		return null;
	}
});
