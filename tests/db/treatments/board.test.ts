import { beforeAll, describe, expect, it } from 'vitest';
import { recordAccess } from '#clinic/cases/server/commands.ts';
import { issueBoardLink } from '#clinic/cooperatives/server/commands/board-links.ts';
import { attachTypeset, voidPaper } from '#clinic/papers/server/commands.ts';
import { paperOf, papersOn } from '#clinic/papers/server/reads.ts';
import { toTypeset } from '#clinic/papers/server/work.ts';
import { recordReferralAccess } from '#clinic/referrals/server/commands.ts';
import { changeCareSettings } from '#clinic/treatments/server/commands/care-settings.ts';
import { decidePlan, proposePlan } from '#clinic/treatments/server/commands/plans.ts';
import { careSettingsOf } from '#clinic/treatments/server/reads/care-settings.ts';
import { boardFile, boardPapers, inChargeOf, openingsOf } from '#clinic/treatments/server/reads/board.ts';
import { usualCare } from '#clinic/treatments/care-settings.ts';
import type { Actor } from '#platform/actor.ts';
import { typeset } from '#platform/typesetting/typeset.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, boardActor, minutesLater, refusal, ward } from '../patients.ts';
import { pdfText } from '../../pdf-text.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, planned, proposed, treated } = ward(test, () => world.sragen);
type Planned = Awaited<ReturnType<typeof planned>>;
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
async function chair({ cooperativeId, chairId }: Pick<Planned, 'cooperativeId' | 'chairId'>) {
	const { linkId } = await act(by('receptionist'), issueBoardLink, { cooperativeId, personId: chairId });
	return boardActor(world.sragen.officeId, linkId, cooperativeId, chairId);
}
const openings = (actor: Actor) => ask((reader) => openingsOf(reader, actor, 'Asia/Jakarta', 50), actor);

describe('who opened the file', () => {
	it('is told with name, post, moment and reason; to its own board alone', async () => {
		const patient = await planned();
		const { caseId } = patient;
		const link = await chair(patient);
		await act(by('receptionist'), recordAccess, { caseId }, minutesLater(200));
		await act(by('specialist'), recordReferralAccess, { referralId: patient.referralId }, minutesLater(210));
		await act(by('headOfDivision'), recordAccess, { caseId });
		const told = await openings(link);
		expect(told.map(({ name, roles, organisation, reason }) => ({ name, roles, organisation, reason }))).toEqual([
			{ name: 'Made Suardana', roles: ['specialist'], organisation: 'Dekopinda', reason: 'specialist' },
			{ name: 'Siti Aminah', roles: ['receptionist'], organisation: null, reason: 'serves' },
			{ name: 'Endang Lestari', roles: ['headOfDivision'], organisation: null, reason: 'decided' }
		]);
		expect(await openings(await chair(await planned()))).toEqual([]);
		await expect(openings(by('adviser'))).rejects.toEqual(refusal('missing'));
	});

	it('by post alone where the office says so', async () => {
		const patient = await planned();
		const link = await chair(patient);
		await act(by('adviser'), recordAccess, { caseId: patient.caseId }, minutesLater(300));
		const change = { ownPlansAllowed: '', controlMonths: '1, 3, 6, 12' };
		await act(by('officeAdministrator'), changeCareSettings, change);
		expect(await openings(link)).toMatchObject([{ name: null, roles: ['adviser'], reason: 'inCharge' }]);
		await act(by('officeAdministrator'), changeCareSettings, { ...change, namesShown: 'on' });
		expect(await openings(link)).toMatchObject([{ name: 'Ratna Anggraini' }]);
	});
});

describe('who is in charge', () => {
	it('is the officer who has the case, then the specialists who accepted it', async () => {
		const { caseId } = await planned();
		expect(await ask((reader) => inChargeOf(reader, caseId))).toMatchObject([
			{ name: 'Ratna Anggraini', clinic: null },
			{ name: 'Made Suardana', organisation: 'Dekopinda', clinic: 'Poli Keuangan' }
		]);
	});
});

describe('the prescription', () => {
	it('is written when the plan is approved, numbered by the case, and read by the board', async () => {
		const patient = await planned();
		const { planId, caseId } = patient;
		const link = await chair(patient);
		const [line] = await ask((reader) => papersOn(reader, by('adviser'), planId));
		expect(line).toMatchObject({ kind: 'prescription', state: 'numbered', createdByName: 'Endang Lestari' });
		expect(line!.number).toMatch(/^2026-\d{3}\/R1$/);
		expect(await ask((reader) => boardPapers(reader, link), link)).toEqual([]);

		const paper = await ask((reader) => paperOf(reader, by('adviser'), line!.id));
		const { pdf, pages } = await typeset(toTypeset(paper));
		expect(pages).toBe(1);
		const text = pdfText(pdf).replace(/\s+/g, ' ');
		for (const said of ['RESEP KOPERASI', 'Susun daftar penarikan', '20 Maret 2026', 'Kas cukup untuk penarikan'])
			expect(text).toContain(said);
		expect(text).not.toContain('KONSEP');
		await act(world.sragen.system, attachTypeset, { paperId: line!.id, state: 'numbered', bytes: pdf, pages });
		const [shown] = await ask((reader) => boardPapers(reader, link), link);
		expect(shown).toMatchObject({ kind: 'prescription', number: line!.number });
		expect((await ask((reader) => boardFile(reader, link, shown!.fileId), link)).type).toBe('application/pdf');
		const stranger = await chair(await planned());
		await expect(ask((reader) => boardFile(reader, stranger, shown!.fileId), stranger)).rejects.toEqual(
			refusal('missing')
		);

		const actions = [{ what: 'Tahap kedua', owner: 'chair', dueOn: '2026-04-20' }];
		const again = await act(by('adviser'), proposePlan, { caseId, aim: 'Tahap kedua', actions }, minutesLater(5));
		await act(by('headOfDivision'), decidePlan, { planId: again.planId, decision: 'approve' }, minutesLater(6));
		const [second] = await ask((reader) => papersOn(reader, by('adviser'), again.planId));
		expect(second!.number).toBe(line!.number!.replace('R1', 'R2'));

		await act(by('adviser'), voidPaper, { paperId: line!.id, reason: 'Diganti' });
		expect(await ask((reader) => boardPapers(reader, link), link)).toEqual([]);
	}, 60_000);

	it('stays one page with everything that a plan may hold', async () => {
		const { referralId } = await treated();
		const long = (max: number) =>
			'Susun daftar tunggakan pinjaman anggota beserta jadwal bayarnya. '.repeat(9).slice(0, max);
		const { planId } = await act(by('specialist'), proposePlan, {
			referralId,
			aim: long(500),
			warningSigns: Array.from({ length: 5 }, (_, at) => `${at}${long(75)}`).join('\n'),
			actions: Array.from({ length: 8 }, (_, at) => ({
				what: `${at}${long(198)}`,
				owner: 'supervisor',
				dueOn: '2026-12-31',
				meetings: '12',
				proof: long(119)
			}))
		});
		await act(by('headOfDivision'), decidePlan, { planId, decision: 'approve' });
		const [line] = await ask((reader) => papersOn(reader, by('adviser'), planId));
		const paper = await ask((reader) => paperOf(reader, by('adviser'), line!.id));
		const { pages, pdf } = await typeset(toTypeset(paper));
		expect(pages).toBe(1);
		expect(pdfText(pdf).replace(/\s+/g, ' ')).toContain('Segera beri tahu kami');
	}, 60_000);

	it('is not written for a plan that was given back', async () => {
		const { planId } = await proposed();
		await act(by('headOfDivision'), decidePlan, { planId, decision: 'return', reason: 'Kurang jelas' });
		expect(await ask((reader) => papersOn(reader, by('adviser'), planId))).toEqual([]);
	});
});

describe('changeCareSettings', () => {
	it('is as usual until the office chooses', async () => {
		const { actors } = world.buleleng;
		expect(await ask((reader) => careSettingsOf(reader, actors.adviser), actors.adviser)).toEqual(usualCare);
		await act(actors.officeAdministrator, changeCareSettings, { controlMonths: '6; 2 6', namesShown: 'on' });
		expect(await ask((reader) => careSettingsOf(reader, actors.adviser), actors.adviser)).toEqual({
			ownPlansAllowed: false,
			namesShown: true,
			controlMonths: [2, 6]
		});
	});

	it('wants months', async () => {
		const change = (controlMonths: string) =>
			act(world.buleleng.actors.officeAdministrator, changeCareSettings, { controlMonths });
		for (const wrong of ['0, 1', '37', 'satu', '1.5'])
			await expect(change(wrong)).rejects.toEqual(badInput({ controlMonths: 'notMonths:36' }));
		await expect(change('')).rejects.toEqual(badInput({ controlMonths: 'required' }));
		await expect(change('1 2 3 4 5 6 7 8 9')).rejects.toEqual(badInput({ controlMonths: 'tooManyControls:8' }));
	});
});

describe('one’s own plan', () => {
	it('is approved by its author only where the office allows it, and the record says so', async () => {
		const both: Actor = {
			...by('headOfDivision'),
			permissions: new Set([...by('headOfDivision').permissions, 'plan.propose'])
		};
		const { caseId } = await treated();
		const actions = [{ what: 'Hitung kas', owner: 'chair', dueOn: '2026-03-20' }];
		const { planId } = await act(both, proposePlan, { caseId, aim: 'Kas cukup', actions });
		await expect(act(both, decidePlan, { planId, decision: 'approve' })).rejects.toEqual(refusal('treatments.ownPlan'));
		// Not by whoever reaches the table either.
		await expect(
			test.admin.query(
				`update treatment_plans set state = 'approved', decided_by = proposed_by, decided_at = now() where id = $1`,
				[planId]
			)
		).rejects.toThrow('treatment_plans_not_ones_own');
		const care = { controlMonths: '1 3 6 12', namesShown: 'on' };
		await act(by('officeAdministrator'), changeCareSettings, { ...care, ownPlansAllowed: 'on' });
		await act(both, decidePlan, { planId, decision: 'approve' });
		await act(by('officeAdministrator'), changeCareSettings, care);
		const { rows } = await test.admin.query('select own_allowed, state from treatment_plans where id = $1', [planId]);
		expect(rows).toEqual([{ own_allowed: true, state: 'approved' }]);
	});
});
