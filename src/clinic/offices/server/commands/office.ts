import { command } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { newOffice } from '../forms.ts';
import { holidays2026 } from '../holidays.ts';
import { usualHours } from '../hours.ts';
import { usualClinics } from '../poli.ts';
import { clinics, holidays, offices, rooms } from './tables.ts';

/** A new office with the usual hours, poli, one room and the year's holidays, all its own to change. */
export const createOffice = command({
	name: 'offices.createOffice',
	needs: 'installation.manage',
	input: newOffice,
	run: async ({ tx, now }, input) => {
		await tx.insert(offices).values({ ...input, hours: usualHours, createdAt: now });
		const officeId = input.id;
		await tx.insert(rooms).values({ id: newId<'Room'>(), officeId, name: 'Ruang Konsultasi', createdAt: now });
		await tx
			.insert(clinics)
			.values(usualClinics.map((clinic) => ({ ...clinic, id: newId<'Clinic'>(), officeId, createdAt: now })));
		await tx.insert(holidays).values(
			holidays2026.map(([on, kind, name]) => ({ officeId, on, kind, name, certainty: 'unverified' as const, createdAt: now }))
		);
		return { officeId };
	}
});
