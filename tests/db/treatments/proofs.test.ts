import { beforeAll, describe, expect, it } from 'vitest';
import { issueBoardLink } from '#clinic/cooperatives/server/commands/board-links.ts';
import { addProof, dropProof } from '#clinic/treatments/server/commands/proofs.ts';
import { planOf } from '#clinic/treatments/server/reads.ts';
import { boardAction, boardFile } from '#clinic/treatments/server/reads/board.ts';
import { mostProofsKept } from '#clinic/treatments/plans.ts';
import { perform } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, boardActor, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, planned, proposed, lastPassed } = ward(test, () => world.sragen);
type Planned = Awaited<ReturnType<typeof planned>>;
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const photo = (name = 'daftar.jpg') => ({ name, bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, name.length]) });
const proofs = async (caseId: string, actionId: string) =>
	(await ask((reader) => planOf(reader, by('adviser'), caseId)))!.actions.find(({ id }) => id === actionId)!.proofs;
async function chair({ cooperativeId, chairId }: Planned) {
	const { linkId } = await act(by('receptionist'), issueBoardLink, { cooperativeId, personId: chairId });
	return boardActor(world.sragen.officeId, linkId, cooperativeId, chairId);
}

describe('addProof', () => {
	it('keeps several photos of the board, which office and board can open', async () => {
		const patient = await planned();
		const { caseId, boardsAction: actionId } = patient;
		const link = await chair(patient);
		await act(link, addProof, { actionId, photos: [photo('a.jpg'), photo('b.jpg')], note: 'Sudah ditandatangani' });
		const kept = await proofs(caseId, actionId);
		expect(kept).toMatchObject([
			{ byName: 'Sutrisno', note: 'Sudah ditandatangani' },
			{ byName: 'Sutrisno', note: 'Sudah ditandatangani' }
		]);
		const file = await ask((reader) => boardFile(reader, link, kept[0]!.fileId), link);
		expect({ name: file.name, bytes: Buffer.from(file.bytes) }).toEqual({ name: 'a.jpg', bytes: photo('a.jpg').bytes });
		expect(await lastPassed(caseId)).toMatchObject({ what: 'plan.proofAdded', byKind: 'link', params: { count: 2 } });
		expect((await ask((reader) => boardAction(reader, link, actionId), link)).proofs).toHaveLength(2);
	});

	it('sent twice by a bad network, is kept once', async () => {
		const patient = await planned();
		const { caseId, boardsAction: actionId } = patient;
		const commandId = newId();
		const request = { database: test.database, actor: await chair(patient), now: smallNow, commandId };
		const input = { actionId, photos: [photo()], note: '' };
		await Promise.all([1, 2].map(() => perform(request, addProof, input)));
		await perform(request, addProof, input);
		expect(await proofs(caseId, actionId)).toHaveLength(1);
	});

	it('wants at least one file, of a kind that is kept', async () => {
		const patient = await planned();
		const { boardsAction: actionId } = patient;
		const link = await chair(patient);
		await expect(act(link, addProof, { actionId })).rejects.toEqual(badInput({ photos: 'required' }));
		const program = { name: 'a.exe', bytes: Buffer.from([0x4d, 0x5a, 0x00, 0x01]) };
		await expect(act(link, addProof, { actionId, photos: [program] })).rejects.toEqual(
			badInput({ 'photos.0': 'fileKind' })
		);
	});

	it('not more than an action can hold', async () => {
		const { boardsAction: actionId } = await planned();
		const six = Array.from({ length: 6 }, (_, at) => photo(`${at}.jpg`));
		for (let sent = 0; sent < mostProofsKept; sent += 6) await act(by('adviser'), addProof, { actionId, photos: six });
		await expect(act(by('adviser'), addProof, { actionId, photos: [photo()] })).rejects.toEqual(
			refusal('treatments.tooManyProofs')
		);
	});

	it('not for the office’s actions, before approval, of another cooperative or office', async () => {
		const patient = await planned();
		const link = await chair(patient);
		const photos = [photo()];
		await expect(act(link, addProof, { actionId: patient.officesAction, photos })).rejects.toEqual(
			refusal('treatments.officesAction')
		);
		const stranger = await chair(await planned());
		const { boardsAction: actionId, caseId } = patient;
		await expect(act(stranger, addProof, { actionId, photos })).rejects.toEqual(refusal('missing'));
		await expect(act(world.buleleng.actors.adviser, addProof, { actionId, photos })).rejects.toEqual(
			refusal('missing')
		);
		await act(link, addProof, { actionId, photos });
		const [kept] = await proofs(caseId, actionId);
		await expect(ask((reader) => boardFile(reader, stranger, kept!.fileId), stranger)).rejects.toEqual(
			refusal('missing')
		);
		await expect(ask((reader) => boardAction(reader, stranger, actionId), stranger)).rejects.toEqual(
			refusal('missing')
		);
		const { caseId: waiting } = await proposed();
		const plan = await ask((reader) => planOf(reader, by('adviser'), waiting));
		await expect(act(by('adviser'), addProof, { actionId: plan!.actions[0]!.id, photos })).rejects.toEqual(
			refusal('treatments.planNotApproved')
		);
	});
});

describe('dropProof', () => {
	it('is for whoever sent it', async () => {
		const patient = await planned();
		const { caseId, boardsAction: actionId } = patient;
		const link = await chair(patient);
		await act(link, addProof, { actionId, photos: [photo()] });
		const [kept] = await proofs(caseId, actionId);
		await expect(act(by('adviser'), dropProof, { proofId: kept!.id })).rejects.toEqual(refusal('missing'));
		await act(link, dropProof, { proofId: kept!.id });
		expect(await proofs(caseId, actionId)).toEqual([]);
		await expect(ask((reader) => boardFile(reader, link, kept!.fileId), link)).rejects.toEqual(refusal('missing'));
		await expect(act(link, dropProof, { proofId: kept!.id })).rejects.toEqual(refusal('missing'));
	});
});
