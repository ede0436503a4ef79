import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { BadInput, command, type Context } from '#platform/command.ts';
import { requiredDay } from '#platform/fields.ts';
import { newId, type Id } from '#platform/ids.ts';
import { pictureType } from '#platform/pictures.ts';
import { found, Refusal } from '#platform/refusal.ts';
import {
	changedClinic,
	changedIdentity,
	changedRoom,
	holiday,
	newCrest,
	newOffice,
	newRoom,
	openingHours
} from '../../forms.ts';
import { holidays2026 } from '../../holidays.ts';
import { usualHours } from '../../hours.ts';
import { usualClinics } from '../../poli.ts';
import { areas, clinics, holidays, offices, rooms } from '../tables.ts';

/** A new office with the usual hours, poli, one room and the year's holidays, all its own to change. */
export const createOffice = command({
	name: 'offices.createOffice',
	needs: 'installation.manage',
	input: newOffice,
	run: async ({ tx, now }, input) => {
		const [area] = await tx.select({ code: areas.code }).from(areas).where(eq(areas.code, input.code));
		if (!area) throw new BadInput({ code: 'notAnAreaCode' });
		const [made] = await tx
			.insert(offices)
			.values({ ...input, hours: usualHours, createdAt: now })
			.onConflictDoNothing({ target: offices.code })
			.returning({ id: offices.id });
		if (!made) throw new Refusal('offices.codeTaken', { code: input.code });
		const officeId = input.id;
		await tx.insert(rooms).values({ id: newId<'Room'>(), officeId, name: 'Ruang Konsultasi', createdAt: now });
		await tx
			.insert(clinics)
			.values(usualClinics.map((clinic) => ({ ...clinic, id: newId<'Clinic'>(), officeId, createdAt: now })));
		await tx.insert(holidays).values(
			holidays2026.map(([on, kind, name]) => ({
				officeId,
				on,
				kind,
				name,
				certainty: 'unverified' as const,
				createdAt: now
			}))
		);
		return { officeId };
	}
});

const ownOffice = ({ actor }: Context) => eq(offices.id, actor.officeId as Id<'Office'>);

export const changeIdentity = command({
	name: 'offices.changeIdentity',
	needs: 'office.manage',
	input: changedIdentity,
	run: async (context, input) => {
		const [office] = await context.tx
			.update(offices)
			.set(input)
			.where(ownOffice(context))
			.returning({ id: offices.id });
		found(office);
		return null;
	}
});

/** The crest over the door. The type is read from the bytes; the name of the file is not believed. */
export const changeCrest = command({
	name: 'offices.changeCrest',
	needs: 'office.manage',
	input: newCrest,
	run: async (context, { crest: { bytes } }) => {
		const type = pictureType(bytes);
		if (!type) throw new BadInput({ crest: 'notAPicture' });
		const crest = { type, base64: Buffer.from(bytes).toString('base64') };
		await context.tx.update(offices).set({ crest }).where(ownOffice(context));
		return { type };
	}
});

export const removeCrest = command({
	name: 'offices.removeCrest',
	needs: 'office.manage',
	input: v.object({}),
	run: async (context) => {
		await context.tx.update(offices).set({ crest: null }).where(ownOffice(context));
		return null;
	}
});

export const changeHours = command({
	name: 'offices.changeHours',
	needs: 'office.manage',
	input: openingHours,
	run: async (context, { hours }) => {
		await context.tx.update(offices).set({ hours }).where(ownOffice(context));
		return null;
	}
});

export const addRoom = command({
	name: 'offices.addRoom',
	needs: 'office.manage',
	input: newRoom,
	run: async ({ tx, actor, now }, { name }) => {
		const id = newId<'Room'>();
		const [made] = await tx
			.insert(rooms)
			.values({ id, officeId: actor.officeId as Id<'Office'>, name, createdAt: now })
			.onConflictDoNothing()
			.returning({ id: rooms.id });
		if (!made) throw new Refusal('offices.roomExists', { name });
		return { roomId: id };
	}
});

export const changeRoom = command({
	name: 'offices.changeRoom',
	needs: 'office.manage',
	input: changedRoom,
	run: async ({ tx, actor }, { roomId, name, isOpen }) => {
		const own = eq(rooms.officeId, actor.officeId as Id<'Office'>);
		const [other] = await tx
			.select({ id: rooms.id })
			.from(rooms)
			.where(and(own, eq(rooms.name, name)));
		if (other && other.id !== roomId) throw new Refusal('offices.roomExists', { name });
		const [room] = await tx
			.update(rooms)
			.set({ name, isOpen })
			.where(and(own, eq(rooms.id, roomId)))
			.returning({ id: rooms.id });
		found(room);
		return null;
	}
});

export const changeClinic = command({
	name: 'offices.changeClinic',
	needs: 'office.manage',
	input: changedClinic,
	run: async ({ tx, actor }, { clinicId, ...changes }) => {
		const own = eq(clinics.officeId, actor.officeId as Id<'Office'>);
		const [other] = await tx
			.select({ id: clinics.id, name: clinics.name })
			.from(clinics)
			.where(and(own, eq(clinics.prefix, changes.prefix)));
		if (other && other.id !== clinicId)
			throw new Refusal('offices.prefixTaken', { prefix: changes.prefix, name: other.name });
		const [clinic] = await tx
			.update(clinics)
			.set(changes)
			.where(and(own, eq(clinics.id, clinicId)))
			.returning({ id: clinics.id });
		found(clinic);
		return null;
	}
});

/** A day on which the office is closed; the same day again corrects it. The office's own word counts as official for itself. */
export const setHoliday = command({
	name: 'offices.setHoliday',
	needs: 'office.manage',
	input: holiday,
	run: async ({ tx, actor, now }, input) => {
		const row = { ...input, certainty: 'official' as const };
		await tx
			.insert(holidays)
			.values({ ...row, officeId: actor.officeId as Id<'Office'>, createdAt: now })
			.onConflictDoUpdate({ target: [holidays.officeId, holidays.on], set: row });
		return null;
	}
});

export const removeHoliday = command({
	name: 'offices.removeHoliday',
	needs: 'office.manage',
	input: v.object({ on: requiredDay() }),
	run: async ({ tx, actor }, { on }) => {
		const [removed] = await tx
			.delete(holidays)
			.where(and(eq(holidays.officeId, actor.officeId as Id<'Office'>), eq(holidays.on, on)))
			.returning({ on: holidays.on });
		found(removed);
		return null;
	}
});

/** The first administrator has gone through the list and begins to work. */
export const finishSetUp = command({
	name: 'offices.finishSetUp',
	needs: 'office.manage',
	input: v.object({}),
	run: async (context) => {
		await context.tx.update(offices).set({ setUpAt: context.now }).where(ownOffice(context));
		return null;
	}
});
