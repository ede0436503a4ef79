import { beforeAll, describe, expect, it } from 'vitest';
import { recordAnnualMeeting } from '#clinic/cooperatives/server/commands/meetings.ts';
import { identityOf, meetingsOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { act, ask } = ward(test, () => world.sragen);
const meeting = (change: Record<string, unknown> = {}) => ({
	cooperativeId: world.sragen.cooperatives.cold,
	bookYear: '2024',
	heldOn: '2025-03-20',
	reportedOn: '2025-04-02',
	source: 'Berita acara RAT',
	...change
});

describe('an annual meeting', () => {
	it('that is reported late cures a missed duty', async () => {
		const { receptionist } = world.sragen.actors;
		const id = world.sragen.cooperatives.cold;
		const judged = () => ask((reader) => identityOf(reader, world.sragen.system, id, smallToday));
		expect((await judged()).judged.condition).toBe('cold');
		await act(receptionist, recordAnnualMeeting, meeting());
		expect((await judged()).judged.condition).toBe('healthy');
		// Written down wrongly the first time: the second replaces it.
		await act(receptionist, recordAnnualMeeting, meeting({ reportedOn: '' }));
		const [newest] = await ask((reader) => meetingsOf(reader, id));
		expect(newest).toEqual({ bookYear: 2024, heldOn: '2025-03-20', reportedOn: null });
	});

	it.each([
		[{ heldOn: '' }, { reportedOn: 'reportWithoutMeeting' }],
		[{ reportedOn: '2025-03-19' }, { reportedOn: 'reportBeforeMeeting' }],
		[{ heldOn: '2023-12-31' }, { heldOn: 'meetingBeforeBookYear' }],
		[{ heldOn: '2026-03-03', reportedOn: '' }, { heldOn: 'dayToCome' }],
		[{ reportedOn: '2026-03-03' }, { reportedOn: 'dayToCome' }],
		[{ bookYear: '2027', heldOn: '', reportedOn: '' }, { bookYear: 'yearToCome' }]
	])('%j is not understood', async (change, issues) => {
		const attempt = act(world.sragen.actors.receptionist, recordAnnualMeeting, meeting(change));
		await expect(attempt).rejects.toEqual(badInput(issues));
	});
});
