import * as v from 'valibot';
import { clinics, staff, staffClinics, staffRoles } from '#clinic/offices/server/tables.ts';
import { clinicCodes } from '#clinic/offices/poli.ts';
import { roles } from '#clinic/offices/roles.ts';
import { command } from '#platform/command.ts';
import { optionalDay, requiredDay } from '#platform/fields.ts';
import { idOf, newId, type Id } from '#platform/ids.ts';

const post = v.object({
	staffId: idOf<'Staff'>(),
	userId: v.nullable(v.string()),
	name: v.string(),
	title: v.nullable(v.string()),
	organisation: v.nullable(v.string()),
	roles: v.array(
		v.object({
			role: v.picklist(roles),
			fromOn: requiredDay(),
			untilOn: v.nullable(optionalDay()),
			onBehalfOf: v.optional(v.nullable(idOf<'Staff'>()), null)
		})
	),
	clinics: v.array(v.picklist(clinicCodes))
});
export type Post = v.InferInput<typeof post>;

/** Fills the posts of an invented office at once. In a real office each person comes in by an invitation. */
export const fillPosts = command({
	name: 'world.fillPosts',
	needs: 'staff.manage',
	input: v.object({ posts: v.array(post) }),
	run: async ({ tx, actor, now }, { posts }) => {
		const officeId = actor.officeId as Id<'Office'>;
		const clinicRows = await tx.select({ id: clinics.id, code: clinics.code }).from(clinics);
		const clinicIds = new Map(clinicRows.map(({ id, code }) => [code, id]));
		const own = { officeId, createdAt: now };
		await tx.insert(staff).values(
			posts.map(({ staffId, userId, name, title, organisation }) => ({
				...own,
				id: staffId,
				userId,
				name,
				title,
				organisation
			}))
		);
		await tx
			.insert(staffRoles)
			.values(
				posts.flatMap((held) =>
					held.roles.map((role) => ({ ...own, ...role, id: newId<'StaffRole'>(), staffId: held.staffId }))
				)
			);
		const served = posts.flatMap((held) =>
			held.clinics.map((code) => ({ officeId, staffId: held.staffId, clinicId: clinicIds.get(code)! }))
		);
		if (served.length > 0) await tx.insert(staffClinics).values(served);
		return { filled: posts.length };
	}
});
