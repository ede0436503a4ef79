import { beforeAll, describe, expect, it } from 'vitest';
import { keepTemplate, retireTemplate, shareTemplate } from '#clinic/treatments/server/commands/templates.ts';
import { proposePlan } from '#clinic/treatments/server/commands/plans.ts';
import { plansOf } from '#clinic/treatments/server/reads.ts';
import { ownTemplates, planStart, sharedTemplates, templatesFor } from '#clinic/treatments/server/reads/templates.ts';
import { templatesVersion } from '#clinic/treatments/templates/built-in.ts';
import type { Actor } from '#platform/actor.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, treated } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const there = () => world.buleleng.actors;
const written = {
	cause: 'cashShort',
	title: 'Kas kurang di pasar',
	aim: 'Kas cukup setiap hari pasar',
	warningSigns: 'Penarikan ditunda\n\nKas kosong',
	actions: [
		{ what: 'Hitung kas setiap sore', owner: 'treasurer', withinDays: '7', meetings: '2', proof: 'Foto buku kas' },
		{ what: '', owner: 'chair', withinDays: '', meetings: '', proof: '' }
	]
};
const keep = async (change: object = {}, actor: Actor = by('adviser')) =>
	(await act(actor, keepTemplate, { ...written, ...change })).templateId;
const offered = (actor: Actor, cause = 'cashShort') =>
	ask(async (reader) => (await templatesFor(reader, actor, cause)).map(({ origin }) => origin), actor);

describe('keepTemplate', () => {
	it('keeps a template of the office’s own and counts its changes', async () => {
		const templateId = await keep();
		await act(by('inspector'), keepTemplate, { ...written, templateId, title: 'Kas kurang' });
		const [kept] = (await ask((reader) => ownTemplates(reader, by('adviser')))).filter(({ id }) => id === templateId);
		expect(kept).toMatchObject({
			title: 'Kas kurang',
			version: 2,
			isShared: false,
			origin: null,
			warningSigns: ['Penarikan ditunda', 'Kas kosong'],
			actions: [
				{ what: 'Hitung kas setiap sore', owner: 'treasurer', withinDays: 7, meetings: 2, proof: 'Foto buku kas' }
			],
			changedByName: 'Bagus Wicaksono'
		});
	});

	it('remembers what it was made from', async () => {
		const templateId = await keep({ from: 'builtIn.cashShort' });
		const kept = (await ask((reader) => ownTemplates(reader, by('adviser')))).find(({ id }) => id === templateId);
		expect(kept!.origin).toEqual({ kind: 'builtIn', code: 'cashShort', version: templatesVersion, office: null });
		await expect(keep({ from: 'builtIn.nothing' })).rejects.toEqual(refusal('missing'));
	});

	it('wants a known cause, an action, days that are days', async () => {
		await expect(keep({ cause: 'flu' })).rejects.toEqual(badInput({ cause: 'notUnderstood' }));
		await expect(keep({ actions: [] })).rejects.toEqual(badInput({ actions: 'atLeastOneAction' }));
		await expect(keep({ actions: [{ ...written.actions[0], withinDays: 'besok', meetings: '13' }] })).rejects.toEqual(
			badInput({ 'actions.0.withinDays': 'notANumber', 'actions.0.meetings': 'tooLarge:12' })
		);
		await expect(keep({ warningSigns: '1\n2\n3\n4\n5\n6' })).rejects.toEqual(
			badInput({ warningSigns: 'tooManyLines:5' })
		);
	});
});

describe('shareTemplate', () => {
	it('lets every office read it with its origin, and change nothing', async () => {
		const templateId = await keep();
		expect(await offered(there().adviser)).not.toContainEqual(expect.objectContaining({ code: templateId }));
		await act(by('headOfDivision'), shareTemplate, { templateId, shared: 'yes' });
		expect(await offered(there().adviser)).toContainEqual({
			kind: 'shared',
			code: templateId,
			version: '1',
			office: 'Dinas Koperasi Kabupaten Sragen'
		});
		await expect(act(there().adviser, keepTemplate, { ...written, templateId })).rejects.toEqual(refusal('missing'));
		await expect(act(there().headOfDivision, shareTemplate, { templateId, shared: 'no' })).rejects.toEqual(
			refusal('missing')
		);
		const copy = await keep({ from: `shared.${templateId}` }, there().adviser);
		const kept = (await ask((reader) => ownTemplates(reader, there().adviser), there().adviser)).find(
			({ id }) => id === copy
		);
		expect(kept!.origin).toMatchObject({ kind: 'shared', office: 'Dinas Koperasi Kabupaten Sragen' });

		await act(by('headOfDivision'), shareTemplate, { templateId, shared: 'no' });
		expect(await ask((reader) => sharedTemplates(reader, there().adviser), there().adviser)).toEqual([]);
		await expect(keep({ from: `shared.${templateId}` }, there().adviser)).rejects.toEqual(refusal('missing'));
	});

	it('is for the head of division', async () => {
		const templateId = await keep();
		await expect(act(by('adviser'), shareTemplate, { templateId, shared: 'yes' })).rejects.toEqual(
			refusal('forbidden')
		);
	});
});

describe('retireTemplate', () => {
	it('offers it no longer, here or elsewhere', async () => {
		const templateId = await keep();
		await act(by('headOfDivision'), shareTemplate, { templateId, shared: 'yes' });
		await act(by('adviser'), retireTemplate, { templateId });
		for (const actor of [by('adviser'), there().adviser])
			expect((await offered(actor)).map(({ code }) => code)).not.toContain(templateId);
		await expect(act(there().adviser, retireTemplate, { templateId })).rejects.toEqual(refusal('missing'));
	});
});

describe('a plan from a template', () => {
	it('offers the office’s own first, then those built in: the cause’s, the group’s', async () => {
		const templateId = await keep({ cause: 'thinCapital' });
		expect((await offered(by('adviser'), 'thinCapital')).map(({ code }) => code)).toEqual([
			templateId,
			'thinCapital',
			'group:finance'
		]);
	});

	it('begins with its actions and days, and keeps where it came from', async () => {
		const { caseId, referralId } = await treated();
		const { chosen } = await ask((reader) =>
			planStart(reader, by('adviser'), 'cashShort', 'builtIn.cashShort', smallToday)
		);
		expect(chosen!.actions.length).toBeGreaterThan(2);
		expect(chosen!.actions.every(({ dueOn }) => dueOn > smallToday)).toBe(true);
		await act(by('specialist'), proposePlan, {
			referralId,
			template: chosen!.key,
			aim: chosen!.aim,
			warningSigns: chosen!.warningSigns.join('\n'),
			actions: chosen!.actions.map((action) => ({
				...action,
				proof: action.proof ?? '',
				meetings: action.meetings ?? ''
			}))
		});
		const [plan] = await ask((reader) => plansOf(reader, by('adviser'), caseId));
		expect(plan!.template).toEqual({ kind: 'builtIn', code: 'cashShort', version: templatesVersion, office: null });
		expect(plan!.actions.map(({ what, meetings, proof }) => ({ what, meetings, proof }))).toEqual(
			chosen!.actions.map(({ what, meetings, proof }) => ({ what, meetings, proof }))
		);
		expect(plan!.warningSigns).toEqual(chosen!.warningSigns);
	});

	it('an address that names none chooses none; a foreign template is missing', async () => {
		const { referralId } = await treated();
		const start = await ask((reader) => planStart(reader, by('adviser'), 'cashShort', 'own.nobody', smallToday));
		expect(start.chosen).toBeNull();
		const foreign = await keep({}, there().adviser);
		const plan = { referralId, aim: 'Kas cukup', actions: [{ what: 'Hitung', owner: 'chair', dueOn: '2026-03-20' }] };
		for (const template of [`own.${foreign}`, `own.${newId()}`])
			await expect(act(by('specialist'), proposePlan, { ...plan, template })).rejects.toEqual(refusal('missing'));
	});
});
