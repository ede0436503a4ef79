import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { systemActor } from '#platform/actor.ts';
import { command, perform, runWithin, type Context } from '#platform/command.ts';
import { elsewhere, type Database } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { issueLink, linkToken, revokeLinks, useLink } from '#platform/links/links.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { settings } from '#platform/settings/tables.ts';
import { hasAccounts, insertAccount } from '#platform/sign-in/accounts.ts';
import { requireStrong } from '#platform/sign-in/strength.ts';
import { foundedOffice } from '../../forms.ts';
import type { Role } from '../../roles.ts';
import { staff, staffRoles } from '../tables.ts';
import { createOffice } from './office.ts';
import { officeDay } from './staff.ts';

/** One at a time, and never once somebody has an account: there is one first administrator. */
async function requireBeginning({ tx }: Context): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext('klinik.firstAdministrator'))`);
	if (await hasAccounts(tx)) throw new Refusal('offices.begun');
}

/** The link of the first administrator: real mode only, valid one hour, a new one revokes the old. */
export const issueFirstAdministratorLink = command({
	name: 'offices.issueFirstAdministratorLink',
	needs: 'installation.manage',
	input: v.object({}),
	run: async (context) => {
		const [mode] = await context.tx.select({ value: settings.value }).from(settings).where(eq(settings.key, 'mode'));
		if (mode?.value !== 'real') throw new Refusal('offices.notReal');
		await requireBeginning(context);
		await revokeLinks(context, 'firstAdmin', null);
		return {
			linkId: await issueLink(context, { purpose: 'firstAdmin', subjectId: null, givenTo: 'administrator', hours: 1 })
		};
	}
});

/** For start and for the command line: the path of a fresh link, or null once there is an account. */
export async function firstAdministratorPath(database: Database, now: Date): Promise<string | null> {
	const actor = systemActor('start', null, ['installation.manage']);
	try {
		const { linkId } = await perform({ database, actor, now, commandId: newId() }, issueFirstAdministratorLink, {});
		return `/awal/${linkToken(linkId)}`;
	} catch (problem) {
		if (problem instanceof Refusal && problem.code === 'offices.begun') return null;
		throw problem;
	}
}

const firstRoles: readonly Role[] = ['systemAdministrator', 'officeAdministrator'];

/**
 * The first administrator makes the first office and the first account. The actor is the link's holder, already inside
 * the office to be: the office takes over the link's id, so that a repeated request lands in the same office.
 */
export const foundOffice = command({
	name: 'offices.foundOffice',
	needs: 'installation.begin',
	input: foundedOffice,
	run: async (context, { account, ...identity }) => {
		const { tx, actor, now } = context;
		await requireBeginning(context);
		await elsewhere(tx, { from: actor, to: { officeId: null, userId: null } }, () => useLink(context, actor.id));
		await requireStrong(account.password, [account.name, account.email], 'account.password');
		const officeId = found(actor.officeId) as Id<'Office'>;
		await runWithin(context, createOffice, { ...identity, id: officeId, phone: identity.phone ?? '' });
		const { userId } = await insertAccount(tx, account, now);
		const staffId = newId<'Staff'>();
		const own = { officeId, createdAt: now };
		await tx.insert(staff).values({ ...own, id: staffId, userId, name: account.name });
		const fromOn = await officeDay(context);
		await tx
			.insert(staffRoles)
			.values(firstRoles.map((role) => ({ ...own, id: newId<'StaffRole'>(), staffId, role, fromOn })));
		return { staffId };
	}
});
