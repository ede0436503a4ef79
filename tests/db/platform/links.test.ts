import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { linkPurposes } from '#clinic/offices/roles.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { issueLink, linkActor, linkByToken, linkToken, revokeLinks, type Link } from '#platform/links/links.ts';
import { links } from '#platform/links/tables.ts';
import { smallNow as now, smallWorld, type SmallWorld } from '../../world/small.ts';
import { testDatabase } from '../../database/database.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});

const give = command({
	name: 'test.give',
	needs: 'link.issue',
	input: v.object({ subjectId: v.string() }),
	run: async (context, { subjectId }) => ({
		linkId: await issueLink(context, { purpose: 'board', subjectId, givenTo: 'Pak Slamet, ketua', hours: 24 })
	})
});
const take = command({
	name: 'test.take',
	needs: 'link.issue',
	input: v.object({ subjectId: v.string() }),
	run: async (context, { subjectId }) => ({ revoked: await revokeLinks(context, 'board', subjectId) })
});
const request = (office = world.sragen) => ({
	database: test.database,
	actor: office.actors.receptionist,
	now,
	commandId: newId()
});
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
let visits = 0;
const open = (token: string, at = now, address = `10.1.0.${++visits}`) =>
	linkByToken(test.database, token, 'board', { address, now: at });
const given = async (office = world.sragen) => {
	const { linkId } = await perform(request(office), give, { subjectId: office.cooperatives.sick });
	return { linkId, token: linkToken(linkId) };
};

describe('a link', () => {
	it('opens its subject, in its own office, for its holder', async () => {
		const { linkId, token } = await given();
		const link = (await open(token)) as Link;
		expect(link).toMatchObject({
			id: linkId,
			officeId: world.sragen.officeId,
			subjectId: world.sragen.cooperatives.sick
		});
		const actor = linkActor(link, linkPurposes.board);
		expect(actor).toMatchObject({
			kind: 'link',
			id: linkId,
			officeId: world.sragen.officeId,
			userId: null,
			subjectId: world.sragen.cooperatives.sick
		});
		expect([...actor.permissions]).toEqual(['plan.tick', 'selfExamination.fill', 'consent.withdraw']);
		expect(await read(test.database, actor, (reader) => nameOf(reader, actor))).toBe('Pak Slamet, ketua');
	});

	it('has a token of 256 bits that no two links share', async () => {
		const tokens = [(await given()).token, (await given()).token];
		for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		expect(tokens[0]).not.toBe(tokens[1]);
	});

	it('stands in the database as a hash only', async () => {
		const { token } = await given();
		const { rows } = await test.admin.query(`select * from links`);
		expect(JSON.stringify(rows)).not.toContain(token);
		expect(rows.some((row) => row.token_hash === createHash('sha256').update(token).digest('hex'))).toBe(true);
		const audit = await test.admin.query('select * from audit_rows');
		expect(JSON.stringify(audit.rows)).not.toContain(token);
	});

	it('holds until the last second of its time', async () => {
		const { token } = await given();
		expect(await open(token, later(24 * 3600 - 1))).toHaveProperty('id');
		expect(await open(token, later(24 * 3600))).toBe('expired');
	});

	it('opens nothing once revoked; the others of its subject neither, other subjects do', async () => {
		const [one, two] = [await given(), await given()];
		const other = await given(world.buleleng);
		expect(await perform(request(world.buleleng), take, { subjectId: world.sragen.cooperatives.sick })).toEqual({
			revoked: 0
		});
		expect(
			(await perform(request(), take, { subjectId: world.sragen.cooperatives.sick })).revoked
		).toBeGreaterThanOrEqual(2);
		expect([await open(one.token), await open(two.token)]).toEqual(['revoked', 'revoked']);
		expect(await open(other.token)).toHaveProperty('id');
	});

	it('opens nothing by its id, by its hash, or for another purpose', async () => {
		const { linkId, token } = await given();
		expect(await open(linkId)).toBe('wrong');
		expect(await open(createHash('sha256').update(token).digest('hex'))).toBe('wrong');
		expect(await open(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBe('wrong');
		expect(await linkByToken(test.database, token, 'staffInvite', { address: '10.1.0.250', now })).toBe('wrong');
	});

	it('is changed by no look', async () => {
		const { linkId, token } = await given();
		const row = async () => (await test.admin.query('select * from links where id = $1', [linkId])).rows[0];
		const before = await row();
		await open(token);
		await open(token);
		expect(await row()).toEqual(before);
	});

	it('is not seen by another office, nor without its token', async () => {
		const { linkId } = await given();
		const seen = (officeId: string | null) =>
			read(test.database, { officeId, userId: null }, (reader) => reader.select({ id: links.id }).from(links)).then(
				(rows) => rows.map(({ id }) => id)
			);
		expect(await seen(world.sragen.officeId)).toContain(linkId);
		expect(await seen(world.buleleng.officeId)).not.toContain(linkId);
		expect(await seen(null)).toEqual([]);
	});
});

describe('wrong tokens', () => {
	it('make their network wait, and no other', async () => {
		const { token } = await given();
		for (let guess = 0; guess < 30; guess++) expect(await open(`tebakan${guess}`, now, '10.2.0.1')).toBe('wrong');
		expect(await open('tebakan', later(60), '10.2.0.1')).toEqual({ waitSeconds: 540 });
		expect(await open(token, later(60), '10.2.0.1')).toEqual({ waitSeconds: 540 });
		expect(await open(token, later(60), '10.2.0.2')).toHaveProperty('id');
		expect(await open(token, later(600), '10.2.0.1')).toHaveProperty('id');
	});
});
