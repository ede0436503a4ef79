import { and, eq, isNull, ne } from 'drizzle-orm';
import { BadInput, command, type Context } from '#platform/command.ts';
import { elsewhere } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { issueLink, revokeLinks, useLink } from '#platform/links/links.ts';
import { found, Refusal } from '#platform/refusal.ts';
import {
	accountByEmail,
	accountOf,
	endSessions,
	insertAccount,
	removeSecondFactor,
	renewPassword
} from '#platform/sign-in/accounts.ts';
import { requireStrong } from '#platform/sign-in/strength.ts';
import { joiningAccount, newAccount, newPassword, oneStaff, passwordReset } from '../../forms.ts';
import { staff } from '../tables.ts';
import { officeOf, requireWithinReach, serving } from './staff.ts';

const inviteHours = 7 * 24;
const resetHours = 24;

/** A link by which a colleague in the books makes an account of his or her own, or joins with one. A new one revokes the old. */
export const inviteStaff = command({
	name: 'offices.inviteStaff',
	needs: 'staff.manage',
	input: oneStaff,
	run: async (context, { staffId }) => {
		const person = await serving(context, staffId);
		if (person.userId) throw new Refusal('offices.hasAccount', { name: person.name });
		await revokeLinks(context, 'staffInvite', staffId);
		const linkId = await issueLink(context, {
			purpose: 'staffInvite',
			subjectId: staffId,
			givenTo: person.name,
			hours: inviteHours
		});
		return { linkId };
	}
});

/** The invited colleague of a link, as long as nobody has taken the place. */
async function invited(context: Context) {
	const person = await serving(context, found(context.actor.subjectId));
	if (person.userId) throw new Refusal('links.spent');
	await useLink(context, context.actor.id);
	return person;
}

/** Makes the account of an invited colleague. The e-mail address signs in; a password alone is known to its owner only. */
export const acceptInvitation = command({
	name: 'offices.acceptInvitation',
	needs: 'invitation.accept',
	input: newAccount,
	run: async (context, account) => {
		const { tx, now } = context;
		const person = await invited(context);
		await requireStrong(account.password, [account.name, account.email]);
		if (await accountByEmail(tx, account.email)) throw new BadInput({ email: 'emailTaken' });
		const { userId } = await insertAccount(tx, account, now);
		await tx.update(staff).set({ userId, name: account.name }).where(eq(staff.id, person.id));
		return { staffId: person.id };
	}
});

/** An invited colleague who already has an account serves here with it too. */
export const joinByInvitation = command({
	name: 'offices.joinByInvitation',
	needs: 'invitation.accept',
	input: joiningAccount,
	run: async (context, { userId }) => {
		const { tx } = context;
		const person = await invited(context);
		found(await accountOf(tx, userId));
		const [already] = await tx
			.select({ id: staff.id, leftAt: staff.leftAt })
			.from(staff)
			.where(and(eq(staff.officeId, officeOf(context)), eq(staff.userId, userId)));
		if (already && !already.leftAt) throw new Refusal('offices.alreadyServes');
		// Someone who left and comes back: the account goes over to the new place, the old one keeps its history and name.
		if (already) await tx.update(staff).set({ userId: null }).where(eq(staff.id, already.id));
		await tx.update(staff).set({ userId }).where(eq(staff.id, person.id));
		return { staffId: person.id };
	}
});

/** The account of a colleague, unless it reaches beyond what this administrator guards. */
async function guardedAccount(context: Context, staffId: Id<'Staff'>): Promise<{ userId: string; name: string }> {
	const { userId, name } = await serving(context, staffId);
	if (!userId) throw new Refusal('offices.noAccount', { name });
	await requireWithinReach(context, staffId);
	if (context.actor.kind !== 'system' && (await servesElsewhere(context, userId)))
		throw new Refusal('offices.servesElsewhere', { name });
	return { userId, name };
}

/** An account that opens another office too must not be taken over from this one. */
const servesElsewhere = ({ tx, actor }: Context, userId: string) =>
	elsewhere(tx, { from: actor, to: { officeId: null, userId } }, async () => {
		const [other] = await tx
			.select({ id: staff.id })
			.from(staff)
			.where(and(eq(staff.userId, userId), isNull(staff.leftAt), ne(staff.officeId, officeOf({ actor }))))
			.limit(1);
		return other !== undefined;
	});

/** A link by which a colleague sets a new password; on request the second step is taken off as well (lost telephone). */
export const issuePasswordReset = command({
	name: 'offices.issuePasswordReset',
	needs: 'staff.manage',
	input: passwordReset,
	run: async (context, { staffId, alsoSecondStep }) => {
		const { userId, name } = await guardedAccount(context, staffId);
		if (alsoSecondStep) await removeSecondFactor(context.tx, userId, context.now);
		await revokeLinks(context, 'passwordReset', staffId);
		const linkId = await issueLink(context, {
			purpose: 'passwordReset',
			subjectId: staffId,
			givenTo: name,
			hours: resetHours
		});
		return { linkId };
	}
});

/** The holder of a reset link sets a new password; every open session ends. */
export const renewForgottenPassword = command({
	name: 'offices.renewForgottenPassword',
	needs: 'password.renew',
	input: newPassword,
	run: async (context, { password }) => {
		const { tx, actor, now } = context;
		const { userId } = await serving(context, found(actor.subjectId));
		const account = found(await accountOf(tx, found(userId)));
		await requireStrong(password, [account.name, account.email]);
		await useLink(context, actor.id);
		await renewPassword(tx, found(userId), password, now);
		return null;
	}
});

/** Signs a colleague out on every device: a lost telephone, a forgotten shared computer. */
export const revokeSessions = command({
	name: 'offices.revokeSessions',
	needs: 'staff.manage',
	input: oneStaff,
	run: async (context, { staffId }) => {
		const { userId, name } = await serving(context, staffId);
		if (!userId) throw new Refusal('offices.noAccount', { name });
		return { ended: await endSessions(context.tx, userId) };
	}
});
