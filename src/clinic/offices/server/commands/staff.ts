import { and, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { BadInput, command, type Context } from '#platform/command.ts';
import { dayOf, addDays, type Day } from '#platform/clock.ts';
import { newId, type Id } from '#platform/ids.ts';
import { revokeLinks } from '#platform/links/links.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { endSessions } from '#platform/sign-in/accounts.ts';
import { changedRoles, changedStaff, delegation, endedDelegation, newStaff, oneStaff } from '../../forms.ts';
import { roleChanges } from '../../role-changes.ts';
import { mayGrant, type HeldRole } from '../../roles.ts';
import { clinics, offices, staff, staffClinics, staffRoles } from '../tables.ts';

export const officeOf = ({ actor }: Pick<Context, 'actor'>) => actor.officeId as Id<'Office'>;

/** Today in the zone of the acting office. */
export async function officeDay({ tx, actor, now }: Context): Promise<Day> {
	const [office] = await tx
		.select({ zone: offices.zone })
		.from(offices)
		.where(eq(offices.id, officeOf({ actor })));
	return dayOf(now, found(office).zone);
}

/** A colleague who still serves, locked so that two changes come one after the other. */
export async function serving(context: Context, staffId: string) {
	const [row] = await context.tx
		.select()
		.from(staff)
		.where(and(eq(staff.id, staffId as Id<'Staff'>), eq(staff.officeId, officeOf(context)), isNull(staff.leftAt)))
		.for('update');
	return found(row);
}

const rolesOf = ({ tx }: Context, staffId: Id<'Staff'>) =>
	tx.select().from(staffRoles).where(eq(staffRoles.staffId, staffId));

/** Roles above the office are given, taken and guarded by whoever manages the installation. */
function requireGrant({ actor }: Context, roles: readonly Pick<HeldRole, 'role'>[]): void {
	if (!roles.every(({ role }) => mayGrant(actor.permissions, role))) throw new Refusal('offices.roleBeyondYou');
}

/** Refuses to touch someone who holds, or will hold, a role above the office. */
export async function requireWithinReach(context: Context, staffId: Id<'Staff'>): Promise<void> {
	const today = await officeDay(context);
	requireGrant(
		context,
		(await rolesOf(context, staffId)).filter(({ untilOn }) => untilOn === null || untilOn >= today)
	);
}

async function serveIn(context: Context, staffId: Id<'Staff'>, clinicIds: readonly Id<'Clinic'>[]): Promise<void> {
	const officeId = officeOf(context);
	const wanted = [...new Set(clinicIds)];
	const own = wanted.length
		? await context.tx
				.select({ id: clinics.id })
				.from(clinics)
				.where(and(eq(clinics.officeId, officeId), inArray(clinics.id, wanted)))
		: [];
	if (own.length !== wanted.length) throw missing();
	await context.tx
		.delete(staffClinics)
		.where(and(eq(staffClinics.officeId, officeId), eq(staffClinics.staffId, staffId)));
	if (wanted.length)
		await context.tx.insert(staffClinics).values(wanted.map((clinicId) => ({ officeId, staffId, clinicId })));
}

/** A colleague in the books, with roles and poli. He or she comes in by an invitation. */
export const addStaff = command({
	name: 'offices.addStaff',
	needs: 'staff.manage',
	input: newStaff,
	run: async (context, { roles, clinicIds, ...person }) => {
		requireGrant(context, roles);
		const own = { officeId: officeOf(context), createdAt: context.now };
		const staffId = newId<'Staff'>();
		await context.tx.insert(staff).values({ ...own, ...person, id: staffId });
		await context.tx
			.insert(staffRoles)
			.values(roles.map((role) => ({ ...own, ...role, id: newId<'StaffRole'>(), staffId })));
		await serveIn(context, staffId, clinicIds);
		return { staffId };
	}
});

export const changeStaff = command({
	name: 'offices.changeStaff',
	needs: 'staff.manage',
	input: changedStaff,
	run: async (context, { staffId, clinicIds, ...person }) => {
		await serving(context, staffId);
		await context.tx.update(staff).set(person).where(eq(staff.id, staffId));
		await serveIn(context, staffId, clinicIds);
		return null;
	}
});

/** Sets which roles someone holds from today on. What is over stays in the books. */
export const changeRoles = command({
	name: 'offices.changeRoles',
	needs: 'staff.manage',
	input: changedRoles,
	run: async (context, { staffId, roles }) => {
		await serving(context, staffId);
		await requireWithinReach(context, staffId);
		requireGrant(context, roles);
		await keepingAnAdministrator(context, async () => {
			const { add, redate, drop } = roleChanges(await rolesOf(context, staffId), roles, await officeDay(context));
			const own = { officeId: officeOf(context), staffId, createdAt: context.now };
			for (const { id, untilOn } of redate)
				await context.tx
					.update(staffRoles)
					.set({ untilOn })
					.where(eq(staffRoles.id, id as Id<'StaffRole'>));
			if (drop.length) await context.tx.delete(staffRoles).where(inArray(staffRoles.id, drop as Id<'StaffRole'>[]));
			if (add.length)
				await context.tx.insert(staffRoles).values(add.map((role) => ({ ...own, ...role, id: newId<'StaffRole'>() })));
		});
		return null;
	}
});

/** Someone leaves the office: no role, no open link, signed out everywhere; what he or she did keeps the name. */
export const removeStaff = command({
	name: 'offices.removeStaff',
	needs: 'staff.manage',
	input: oneStaff,
	run: async (context, { staffId }) => {
		if (staffId === context.actor.id) throw new Refusal('offices.notYourself');
		const person = await serving(context, staffId);
		await requireWithinReach(context, staffId);
		await keepingAnAdministrator(context, () =>
			context.tx.update(staff).set({ leftAt: context.now }).where(eq(staff.id, staffId))
		);
		await revokeLinks(context, 'staffInvite', staffId);
		await revokeLinks(context, 'passwordReset', staffId);
		if (person.userId) await endSessions(context.tx, person.userId);
		return null;
	}
});

/** Does a change and refuses it when nobody who can sign in would be left to manage the office. */
async function keepingAnAdministrator(context: Context, change: () => Promise<unknown>): Promise<void> {
	const today = await officeDay(context);
	const administrators = () =>
		context.tx.$count(
			context.tx
				.select({ id: staff.id })
				.from(staff)
				.innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
				.where(
					and(
						eq(staff.officeId, officeOf(context)),
						isNull(staff.leftAt),
						eq(staffRoles.role, 'officeAdministrator'),
						lte(staffRoles.fromOn, today),
						or(isNull(staffRoles.untilOn), gte(staffRoles.untilOn, today))
					)
				)
				.as('administrators')
		);
	// One such change at a time: two administrators who remove each other at once must not both succeed.
	await context.tx
		.select({ id: offices.id })
		.from(offices)
		.where(eq(offices.id, officeOf(context)))
		.for('update');
	const before = await administrators();
	await change();
	if (before > 0 && (await administrators()) === 0) throw new Refusal('offices.lastAdministrator');
}

/** The head of office names an acting head (Plt./Plh.) for some days. Whoever acts for another hands nothing on. */
export const delegateHead = command({
	name: 'offices.delegateHead',
	needs: 'role.delegate',
	input: delegation,
	run: async (context, { staffId, fromOn, untilOn }) => {
		const { tx, actor, now } = context;
		if (staffId === actor.id) throw new Refusal('offices.notYourself');
		const today = await officeDay(context);
		if (fromOn < today) throw new BadInput({ fromOn: 'dayPassed' });
		await serving(context, actor.id);
		const own = (await rolesOf(context, actor.id as Id<'Staff'>)).some(
			(row) =>
				row.role === 'headOfOffice' &&
				row.onBehalfOf === null &&
				row.fromOn <= today &&
				(row.untilOn === null || row.untilOn >= today)
		);
		if (!own) throw new Refusal('offices.actingMayNotDelegate');
		const acting = await serving(context, staffId);
		if (acting.organisation) throw new Refusal('offices.outsiderMayNotLead', { name: acting.name });
		const [other] = await tx
			.select({ name: staff.name })
			.from(staffRoles)
			.innerJoin(staff, eq(staff.id, staffRoles.staffId))
			.where(
				and(
					eq(staffRoles.onBehalfOf, actor.id as Id<'Staff'>),
					lte(staffRoles.fromOn, untilOn),
					gte(staffRoles.untilOn, fromOn)
				)
			);
		if (other) throw new Refusal('offices.alreadyDelegated', { name: other.name });
		const staffRoleId = newId<'StaffRole'>();
		await tx.insert(staffRoles).values({
			id: staffRoleId,
			officeId: officeOf(context),
			staffId,
			role: 'headOfOffice',
			fromOn,
			untilOn,
			onBehalfOf: actor.id as Id<'Staff'>,
			createdAt: now
		});
		return { staffRoleId };
	}
});

/** The head is back earlier. */
export const endDelegation = command({
	name: 'offices.endDelegation',
	needs: 'role.delegate',
	input: endedDelegation,
	run: async (context, { staffRoleId }) => {
		const mine = and(eq(staffRoles.id, staffRoleId), eq(staffRoles.onBehalfOf, context.actor.id as Id<'Staff'>));
		const [row] = await context.tx.select().from(staffRoles).where(mine).for('update');
		const { fromOn, untilOn } = found(row);
		const today = await officeDay(context);
		if (untilOn !== null && untilOn < today) throw missing();
		if (fromOn >= today) await context.tx.delete(staffRoles).where(mine);
		else
			await context.tx
				.update(staffRoles)
				.set({ untilOn: addDays(today, -1) })
				.where(mine);
		return null;
	}
});
