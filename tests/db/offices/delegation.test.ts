import { beforeAll, describe, expect, it } from 'vitest';
import { delegateHead, endDelegation } from '#clinic/offices/server/commands/staff.ts';
import { delegationsOf, postsOf, staffActor, staffMember } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { perform, type AnyCommand } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { createAccount } from '#platform/sign-in/accounts.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { testDatabase } from '../../database/database.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});

const today = '2026-03-02';
const todo = (actor: Actor, deed: AnyCommand, input: unknown, now = smallNow) =>
	perform({ database: test.database, actor, now, commandId: newId() }, deed, input);
const admin = () => world.sragen.actors.officeAdministrator;
const head = () => world.sragen.actors.headOfOffice;
const member = (staffId: string) =>
	read(test.database, admin(), (reader) => staffMember(reader, admin(), staffId, smallNow));

describe('delegateHead', () => {
	const acting = () => world.sragen.actors.headOfDivision.id;
	const delegate = (staffId: string, fromOn: string, untilOn: string, actor = head(), now = smallNow) =>
		todo(actor, delegateHead, { staffId, fromOn, untilOn }, now) as Promise<{ staffRoleId: string }>;

	it('lets the acting head approve closures on the named days, and not after', async () => {
		const { staffRoleId } = await delegate(acting(), '2026-03-03', '2026-03-05');
		const { userId } = await createAccount(test.database, {
			name: 'Endang',
			email: 'endang@contoh.go.id',
			password: 'kucing hitam naik sepeda'
		});
		await test.admin.query('update staff set user_id = $1 where id = $2', [userId, acting()]);
		const mayApprove = async (moment: string) => {
			const [post] = await postsOf(test.database, userId);
			return (await staffActor(test.database, userId, post!, new Date(moment))).permissions.has('closure.approve');
		};
		// In the office's zone: 3 March begins at 17:00 UTC of the 2nd.
		expect(await mayApprove('2026-03-02T16:59:59Z')).toBe(false);
		expect(await mayApprove('2026-03-02T17:00:00Z')).toBe(true);
		expect(await mayApprove('2026-03-05T16:59:59Z')).toBe(true);
		expect(await mayApprove('2026-03-05T17:00:00Z')).toBe(false);
		expect(await read(test.database, head(), (reader) => delegationsOf(reader, head(), today))).toMatchObject([
			{ staffRoleId, fromOn: '2026-03-03', untilOn: '2026-03-05' }
		]);
		expect((await member(acting()))!.roles[0]).toMatchObject({ role: 'headOfOffice', actsFor: 'Slamet Riyadi' });
		await todo(head(), endDelegation, { staffRoleId });
		expect(await mayApprove('2026-03-04T02:00:00Z')).toBe(false);
	});

	it('refuses days gone by, days the wrong way round, oneself, outsiders, strangers', async () => {
		await expect(delegate(acting(), '2026-03-01', '2026-03-05')).rejects.toMatchObject({
			issues: { fromOn: 'dayPassed' }
		});
		await expect(delegate(acting(), '2026-03-05', '2026-03-04')).rejects.toMatchObject({
			issues: { untilOn: 'untilBeforeFrom' }
		});
		await expect(delegate(head().id, '2026-03-05', '2026-03-06')).rejects.toMatchObject({
			code: 'offices.notYourself'
		});
		await expect(delegate(world.sragen.actors.specialist.id, '2026-03-05', '2026-03-06')).rejects.toMatchObject({
			code: 'offices.outsiderMayNotLead'
		});
		await expect(delegate(world.buleleng.actors.headOfDivision.id, '2026-03-05', '2026-03-06')).rejects.toMatchObject({
			code: 'missing'
		});
		await expect(delegate(acting(), '2026-03-05', '2026-03-06', admin())).rejects.toMatchObject({ code: 'forbidden' });
	});

	it('names one acting head for a day', async () => {
		const { staffRoleId } = await delegate(acting(), '2026-04-01', '2026-04-10');
		await expect(delegate(world.sragen.actors.adviser.id, '2026-04-10', '2026-04-12')).rejects.toMatchObject({
			code: 'offices.alreadyDelegated'
		});
		const next = await delegate(world.sragen.actors.adviser.id, '2026-04-11', '2026-04-12');
		await todo(head(), endDelegation, { staffRoleId });
		await todo(head(), endDelegation, { staffRoleId: next.staffRoleId });
	});

	it('is not handed on by an acting head', async () => {
		const { staffRoleId } = await delegate(acting(), today, today);
		const actingHead: Actor = { ...world.sragen.actors.headOfDivision, permissions: new Set(['role.delegate']) };
		await expect(
			delegate(world.sragen.actors.adviser.id, '2026-03-05', '2026-03-06', actingHead)
		).rejects.toMatchObject({
			code: 'offices.actingMayNotDelegate'
		});
		await todo(head(), endDelegation, { staffRoleId });
	});

	it('ends early: yesterday when it has begun, altogether when it has not', async () => {
		const { staffRoleId } = await delegate(acting(), '2026-03-02', '2026-03-20');
		const later = new Date('2026-03-10T02:00:00Z');
		await expect(todo(world.buleleng.actors.headOfOffice, endDelegation, { staffRoleId })).rejects.toMatchObject({
			code: 'missing'
		});
		await todo(head(), endDelegation, { staffRoleId }, later);
		expect((await member(acting()))!.roles.find(({ id }) => id === staffRoleId)).toMatchObject({
			untilOn: '2026-03-09'
		});
		await expect(todo(head(), endDelegation, { staffRoleId }, later)).rejects.toMatchObject({ code: 'missing' });
		const next = await delegate(acting(), '2026-05-01', '2026-05-02');
		await todo(head(), endDelegation, { staffRoleId: next.staffRoleId });
		expect((await member(acting()))!.roles.some(({ id }) => id === next.staffRoleId)).toBe(false);
	});
});
