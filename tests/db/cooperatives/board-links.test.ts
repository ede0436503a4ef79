import { beforeAll, describe, expect, it } from 'vitest';
import { boardLinkDays } from '#clinic/cooperatives/board-link.ts';
import { issueBoardLink, revokeBoardLink } from '#clinic/cooperatives/server/commands/board-links.ts';
import { boardLinksOf, boardOn } from '#clinic/cooperatives/server/reads/board-links.ts';
import { newId } from '#platform/ids.ts';
import { linkByToken, linkToken } from '#platform/links/links.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, arrived } = ward(test, () => world.sragen);
const desk = () => world.sragen.actors.receptionist;
const open = (linkId: string, now = smallNow) =>
	linkByToken(test.database, linkToken(linkId), 'board', { address: '192.0.2.1', now });
const states = async (cooperativeId: string, now = smallNow) =>
	(await ask((reader) => boardLinksOf(reader, desk(), cooperativeId, now))).map(({ givenTo, state }) => [
		givenTo,
		state
	]);

describe('issueBoardLink', () => {
	it('opens the cooperative for one named person of its board, for half a year', async () => {
		const { cooperativeId, chairId: personId } = await arrived();
		const { linkId } = await act(desk(), issueBoardLink, { cooperativeId, personId });
		expect(await open(linkId)).toMatchObject({ id: linkId, subjectId: cooperativeId, personId, givenTo: 'Sutrisno' });
		const lastMoment = new Date(smallNow.getTime() + boardLinkDays * 86_400_000);
		expect(await open(linkId, new Date(lastMoment.getTime() - 1))).toMatchObject({ id: linkId });
		expect(await open(linkId, lastMoment)).toBe('expired');
		expect(await states(cooperativeId, lastMoment)).toEqual([['Sutrisno', 'expired']]);
	});

	it('keeps the token out of the record', async () => {
		const { cooperativeId, chairId: personId } = await arrived();
		const { linkId } = await act(desk(), issueBoardLink, { cooperativeId, personId });
		const { rows } = await test.admin.query(
			'select (select jsonb_agg(to_jsonb(a))::text from audit_rows a) || (select jsonb_agg(to_jsonb(l))::text from links l) as kept'
		);
		expect(rows[0].kept).toContain(linkId);
		expect(rows[0].kept).not.toContain(linkToken(linkId));
	});

	it('replaces the person’s earlier link, not a colleague’s', async () => {
		const { cooperativeId } = await arrived();
		const [chair, secretary] = await ask((reader) => boardOn(reader, desk(), cooperativeId, smallToday));
		const first = await act(desk(), issueBoardLink, { cooperativeId, personId: chair!.personId });
		await act(desk(), issueBoardLink, { cooperativeId, personId: secretary!.personId }, minutesLater(1));
		await act(desk(), issueBoardLink, { cooperativeId, personId: chair!.personId }, minutesLater(2));
		expect(await open(first.linkId)).toBe('revoked');
		expect(await states(cooperativeId)).toEqual([
			['Sutrisno', 'open'],
			['Wayan Sudarma', 'open'],
			['Sutrisno', 'revoked']
		]);
	});

	it('only to who serves now', async () => {
		const { cooperativeId } = await arrived();
		const stranger = await arrived();
		await expect(act(desk(), issueBoardLink, { cooperativeId, personId: stranger.chairId })).rejects.toEqual(
			refusal('cooperatives.notOnBoard')
		);
		const past = await arrived('dormant');
		await expect(
			act(desk(), issueBoardLink, { cooperativeId: past.cooperativeId, personId: past.chairId })
		).rejects.toEqual(refusal('cooperatives.notOnBoard'));
	});

	it('answers a foreign cooperative like a missing one, and refuses who may not', async () => {
		const { cooperativeId, chairId: personId } = await arrived();
		const foreign = world.buleleng.actors.receptionist;
		await expect(act(foreign, issueBoardLink, { cooperativeId, personId })).rejects.toEqual(refusal('missing'));
		await expect(act(desk(), issueBoardLink, { cooperativeId: newId(), personId })).rejects.toEqual(refusal('missing'));
		await expect(act(world.sragen.actors.specialist, issueBoardLink, { cooperativeId, personId })).rejects.toEqual(
			refusal('forbidden')
		);
		await expect(ask((reader) => boardLinksOf(reader, foreign, cooperativeId, smallNow), foreign)).rejects.toEqual(
			refusal('missing')
		);
		await expect(ask((reader) => boardOn(reader, foreign, cooperativeId, smallToday), foreign)).rejects.toEqual(
			refusal('missing')
		);
	});
});

describe('revokeBoardLink', () => {
	it('from then on the link opens nothing', async () => {
		const { cooperativeId, chairId: personId } = await arrived();
		const { linkId } = await act(desk(), issueBoardLink, { cooperativeId, personId });
		expect(await act(desk(), revokeBoardLink, { cooperativeId, linkId }, minutesLater(1))).toEqual({ revoked: 1 });
		expect(await open(linkId)).toBe('revoked');
		expect(await act(desk(), revokeBoardLink, { cooperativeId, linkId }, minutesLater(2))).toEqual({ revoked: 0 });
	});

	it('only of that cooperative and this office', async () => {
		const { cooperativeId, chairId: personId } = await arrived();
		const other = await arrived();
		const { linkId } = await act(desk(), issueBoardLink, { cooperativeId, personId });
		await expect(act(desk(), revokeBoardLink, { cooperativeId: other.cooperativeId, linkId })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(world.buleleng.actors.receptionist, revokeBoardLink, { cooperativeId, linkId })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(world.sragen.actors.inspector, revokeBoardLink, { cooperativeId, linkId })).rejects.toEqual(
			refusal('forbidden')
		);
	});
});
