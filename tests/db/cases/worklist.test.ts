import { beforeAll, describe, expect, it } from 'vitest';
import { takeCase } from '#clinic/cases/server/commands.ts';
import { worklistOf } from '#clinic/cases/server/reads/worklist.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallWorld } from '../../world/small.ts';
import { ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, arrived, complaining, monitored } = ward(test, () => world.sragen);
const today = '2026-03-02';

describe('the worklist of an office', () => {
	it('says who first, why, since when and whose; who rests until a control is not on it', async () => {
		const routine = await complaining('losses');
		const emergency = await complaining('savingsNotPaidOut');
		const fresh = await arrived();
		const resting = await monitored();
		await act(world.sragen.actors.headOfDivision, takeCase, { caseId: routine.caseId });
		const rows = await ask((reader) => worklistOf(reader, world.sragen.system, today));
		const at = (caseId: string) => rows.findIndex(({ id }) => id === caseId);
		expect(rows[at(emergency.caseId)]).toMatchObject({
			level: 'emergency',
			stage: 'complaint',
			adviser: 'Ratna Anggraini',
			reasons: [{ code: 'complaint', params: { complaint: 'savingsNotPaidOut' } }]
		});
		expect(at(emergency.caseId)).toBeLessThan(at(routine.caseId));
		expect(rows[at(routine.caseId)]?.adviserId).toBe(world.sragen.actors.headOfDivision.id);
		expect(rows[at(fresh.caseId)]).toMatchObject({ level: null, stage: 'arrived', adviser: null, reasons: [] });
		expect(at(resting.caseId)).toBe(-1);
		// On the day after its control it is.
		const later = await ask((reader) => worklistOf(reader, world.sragen.system, '2026-04-02'));
		expect(later.find(({ id }) => id === resting.caseId)).toMatchObject({ stage: 'monitoring', nextOn: '2026-04-01' });
	});

	it('is the office’s own', async () => {
		const rows = await ask((reader) => worklistOf(reader, world.buleleng.system, today), world.buleleng.system);
		const { rows: foreign } = await test.admin.query('select id from cases where office_id = $1', [
			world.sragen.officeId
		]);
		expect(rows.filter(({ id }) => foreign.some((row) => row.id === id))).toEqual([]);
	});
});
