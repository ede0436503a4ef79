import { beforeAll, describe, expect, it } from 'vitest';
import { addBoardTerm, changeBoardTerm } from '#clinic/cooperatives/server/commands/board.ts';
import { recordFigures } from '#clinic/cooperatives/server/commands/figures.ts';
import { decideLifeStatus } from '#clinic/cooperatives/server/commands/life.ts';
import { recordAnnualMeeting } from '#clinic/cooperatives/server/commands/meetings.ts';
import {
	addAmendment,
	addBankAccount,
	addLicence,
	addRating,
	strikePart
} from '#clinic/cooperatives/server/commands/papers.ts';
import { recordPlace } from '#clinic/cooperatives/server/commands/place.ts';
import { changesOf } from '#clinic/cooperatives/server/reads/changes.ts';
import {
	amendmentsOf,
	bankAccountsOf,
	figuresOf,
	licencesOf,
	lifeDecisionsOf,
	meetingFactsOf,
	ratingsOf,
	termsOf
} from '#clinic/cooperatives/server/reads/parts.ts';
import { recordOf, versionOf } from '#clinic/cooperatives/server/reads/record.ts';
import type { Id } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { act, ask } = ward(test, () => world.sragen);
const desk = () => world.sragen.actors.receptionist;
const other = () => world.sragen.actors.adviser;
const record = (id: string) => ask((reader) => recordOf(reader, world.sragen.system, id));
const version = async (id: string) => (await ask((reader) => versionOf(reader, world.sragen.system, id))).version;
const history = (id: Id<'Cooperative'>) => ask((reader) => changesOf(reader, id));

describe('decideLifeStatus', () => {
	const decision = (over: Record<string, unknown> = {}) => ({
		cooperativeId: world.sragen.cooperatives.healthy,
		status: 'inactive',
		seenStatus: 'active',
		documentNumber: '518/12/2026',
		decidedOn: '2026-03-01',
		reason: 'Tidak ada kegiatan selama dua tahun',
		...over
	});

	it('moves the status by a document, keeps it in the history, and may be taken further', async () => {
		const { healthy } = world.sragen.cooperatives;
		const head = world.sragen.actors.headOfOffice;
		await act(head, decideLifeStatus, decision());
		expect(await record(healthy)).toMatchObject({ lifeStatus: 'inactive', registryStatus: 'inactive' });
		await act(head, decideLifeStatus, decision({ status: 'inDissolution', seenStatus: 'inactive' }));
		await act(head, decideLifeStatus, decision({ status: 'dissolved', seenStatus: 'inDissolution' }));
		expect(await record(healthy)).toMatchObject({ lifeStatus: 'dissolved', registryStatus: 'inactive' });
		const decisions = await ask((reader) => lifeDecisionsOf(reader, healthy));
		expect(decisions).toHaveLength(3);
		expect(decisions.find(({ after }) => after === 'inactive')).toMatchObject({
			before: 'active',
			documentNumber: '518/12/2026',
			byName: 'Slamet Riyadi'
		});
		expect((await history(healthy)).map(({ field, after }) => [field, after])).toContainEqual([
			'lifeStatus',
			'dissolved'
		]);
	});

	it('goes only where the rule leads, and not over somebody else’s decision', async () => {
		const { cold } = world.sragen.cooperatives;
		const head = world.sragen.actors.headOfDivision;
		const attempt = (over: Record<string, unknown>) =>
			act(head, decideLifeStatus, decision({ cooperativeId: cold, ...over }));
		await expect(attempt({ status: 'dissolved' })).rejects.toEqual(refusal('cooperatives.lifeCannotGoThere'));
		await expect(attempt({ seenStatus: '' })).rejects.toEqual(refusal('cooperatives.lifeDecidedMeanwhile'));
		await expect(attempt({ decidedOn: '2026-03-03' })).rejects.toEqual(badInput({ decidedOn: 'dayToCome' }));
		await expect(attempt({ documentNumber: ' ', reason: '' })).rejects.toEqual(
			badInput({ documentNumber: 'required', reason: 'required' })
		);
		await expect(act(desk(), decideLifeStatus, decision({ cooperativeId: cold }))).rejects.toEqual(
			refusal('forbidden')
		);
		expect((await record(cold)).lifeStatus).toBe('active');
	});

	it('of two heads at once hears one', async () => {
		const { sick } = world.sragen.cooperatives;
		const { headOfOffice, headOfDivision } = world.sragen.actors;
		const answers = await Promise.allSettled([
			act(headOfOffice, decideLifeStatus, decision({ cooperativeId: sick })),
			act(headOfDivision, decideLifeStatus, decision({ cooperativeId: sick, status: 'inDissolution' }))
		]);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'cooperatives.lifeDecidedMeanwhile' }
		});
	});
});

describe('the board', () => {
	const term = (over: Record<string, unknown> = {}) => ({
		cooperativeId: world.sragen.cooperatives.cold,
		name: 'Sri Lestari',
		role: 'supervisor',
		fromOn: '2024-01-01',
		untilOn: '2026-12-31',
		education: 'bachelor',
		phone: '0812 1111 2222',
		...over
	});
	const terms = () => ask((reader) => termsOf(reader, world.sragen.cooperatives.cold));

	it('takes somebody down once, and again for another term', async () => {
		await act(desk(), addBoardTerm, term());
		await act(desk(), addBoardTerm, term({ fromOn: '2027-01-01', untilOn: '' }));
		const seats = (await terms()).filter(({ role }) => role === 'supervisor');
		expect(seats.map(({ fromOn, untilOn }) => [fromOn, untilOn]).toSorted()).toEqual([
			['2024-01-01', '2026-12-31'],
			['2027-01-01', null]
		]);
		expect(new Set(seats.map(({ personId }) => personId)).size).toBe(1);
		expect(seats[0]).toMatchObject({ education: 'bachelor', phone: '0812 1111 2222' });
		await expect(act(desk(), addBoardTerm, term())).rejects.toEqual(refusal('cooperatives.termKnown'));
		await expect(act(desk(), addBoardTerm, term({ untilOn: '2023-01-01' }))).rejects.toEqual(
			badInput({ untilOn: 'untilBeforeFrom' })
		);
		const { rows } = await test.admin.query(`select input::text from audit_rows where command like '%BoardTerm'`);
		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toMatch(/1111|Sri Lestari/);
	});

	it('ends a term with a reason; two who change it at once are told', async () => {
		const { cold } = world.sragen.cooperatives;
		const seat = (await terms()).find(({ role }) => role === 'chair')!;
		const opened = { seenVersion: await version(cold) };
		const change = (over: Record<string, unknown>, actor = desk()) =>
			act(actor, changeBoardTerm, {
				cooperativeId: cold,
				termId: seat.id,
				role: seat.role,
				fromOn: seat.fromOn,
				untilOn: seat.untilOn,
				education: '',
				...opened,
				reason: 'Mengundurkan diri',
				...over
			});
		await change({ untilOn: '2026-02-28' });
		await expect(change({ untilOn: '2026-01-31' }, other())).rejects.toEqual(
			badInput({ untilOn: 'changedMeanwhile:Siti Aminah' })
		);
		await change({ education: 'seniorHigh' }, other());
		expect((await terms()).find(({ id }) => id === seat.id)).toMatchObject({
			untilOn: '2026-02-28',
			education: 'seniorHigh'
		});
		expect((await history(cold)).find(({ field }) => field === `board.${seat.id}.untilOn`)).toMatchObject({
			before: '2028-03-31',
			after: '2026-02-28',
			why: 'Mengundurkan diri'
		});
		await expect(change({ role: 'secretary', seenVersion: await version(cold) })).resolves.toBeTruthy();
	});
});

describe('figures of a book year', () => {
	const figures = async (over: Record<string, unknown> = {}) => ({
		cooperativeId: world.sragen.cooperatives.sharia,
		bookYear: '2025',
		membersMale: '40',
		membersFemale: '60',
		assetsRupiah: '1.250.000.000',
		netSurplusRupiah: '(5.000)',
		seenVersion: await version(world.sragen.cooperatives.sharia),
		source: 'Laporan RAT',
		...over
	});
	const year = async (bookYear: number) =>
		(await ask((reader) => figuresOf(reader, world.sragen.cooperatives.sharia))).find(
			(row) => row.bookYear === bookYear
		);

	it('are kept with their sum, and each value with its source', async () => {
		await act(desk(), recordFigures, await figures());
		expect(await year(2025)).toMatchObject({ members: 100, assetsRupiah: 1_250_000_000n, netSurplusRupiah: -5000n });
		const changes = await history(world.sragen.cooperatives.sharia);
		expect(changes.find(({ field }) => field === 'figures.2025.assetsRupiah')).toMatchObject({
			before: null,
			after: '1250000000',
			why: 'Laporan RAT'
		});
	});

	it('of a year that two fill in at once are not overwritten', async () => {
		const opened = { bookYear: '2023', seenVersion: await version(world.sragen.cooperatives.sharia) };
		const before = (await year(2023))!;
		const shown = {
			members: String(before.members),
			membersMale: '',
			membersFemale: '',
			assetsRupiah: before.assetsRupiah!.toString(),
			ownCapitalRupiah: before.ownCapitalRupiah!.toString(),
			outsideCapitalRupiah: before.outsideCapitalRupiah!.toString(),
			turnoverRupiah: before.turnoverRupiah!.toString(),
			netSurplusRupiah: before.netSurplusRupiah!.toString()
		};
		await act(other(), recordFigures, await figures({ ...shown, ...opened, turnoverRupiah: '777' }));
		await act(desk(), recordFigures, await figures({ ...shown, ...opened, staffMale: '3' }));
		expect(await year(2023)).toMatchObject({ turnoverRupiah: 777n, staffMale: 3, assetsRupiah: before.assetsRupiah });
		await expect(
			act(desk(), recordFigures, await figures({ ...shown, ...opened, turnoverRupiah: '888' }))
		).rejects.toMatchObject({ issues: { turnoverRupiah: 'changedMeanwhile:Ratna Anggraini' } });
	});

	it('are of a year that has come', async () => {
		await expect(act(desk(), recordFigures, await figures({ bookYear: '2027' }))).rejects.toEqual(
			badInput({ bookYear: 'yearToCome' })
		);
	});
});

describe('an annual meeting', () => {
	const meeting = (over: Record<string, unknown> = {}) => ({
		cooperativeId: world.sragen.cooperatives.inCare,
		bookYear: '2024',
		heldOn: '2025-03-20',
		reportedOn: '2025-04-02',
		...over
	});
	const of2024 = async () =>
		(await ask((reader) => meetingFactsOf(reader, world.sragen.cooperatives.inCare))).find(
			({ bookYear }) => bookYear === 2024
		);

	it('keeps who came and which papers there are; a form without the list leaves them', async () => {
		const full = { entitled: '120', present: '61', way: 'online', papersAsked: 'on', papers: ['minutes', 'accounts'] };
		await act(desk(), recordAnnualMeeting, meeting(full));
		expect(await of2024()).toMatchObject({
			entitled: 120,
			present: 61,
			way: 'online',
			papers: ['minutes', 'accounts']
		});
		await act(desk(), recordAnnualMeeting, meeting({ entitled: '120', present: '70', way: 'online' }));
		expect(await of2024()).toMatchObject({ present: 70, papers: ['minutes', 'accounts'] });
		await expect(act(desk(), recordAnnualMeeting, meeting({ entitled: '10', present: '11' }))).rejects.toEqual(
			badInput({ present: 'moreThanMembers' })
		);
	});

	it('that was not held can be noted for a year of which nothing was known', async () => {
		await act(desk(), recordAnnualMeeting, meeting({ bookYear: '2018', heldOn: '', reportedOn: '' }));
		const years = await ask((reader) => meetingFactsOf(reader, world.sragen.cooperatives.inCare));
		expect(years.find(({ bookYear }) => bookYear === 2018)).toMatchObject({ heldOn: null, reportedOn: null });
	});

	it('that two write down at once is not overwritten', async () => {
		const opened = { seenVersion: await version(world.sragen.cooperatives.inCare), entitled: '120', way: 'online' };
		await act(other(), recordAnnualMeeting, meeting({ ...opened, present: '70', reportedOn: '2025-04-05' }));
		await expect(
			act(desk(), recordAnnualMeeting, meeting({ ...opened, present: '70', reportedOn: '2025-04-09' }))
		).rejects.toEqual(badInput({ reportedOn: 'changedMeanwhile:Ratna Anggraini' }));
	});
});

describe('papers of the record', () => {
	const of = () => ({ cooperativeId: world.sragen.cooperatives.village });
	const id = () => world.sragen.cooperatives.village;

	it('a certificate of the registry number is valid two years unless it says otherwise', async () => {
		const certificate = { ...of(), kind: 'registryCertificate', number: '33140', issuedOn: '2025-01-15' };
		await act(desk(), addLicence, certificate);
		await act(desk(), addLicence, { ...certificate, validUntil: '2025-12-31' });
		const licences = await ask((reader) => licencesOf(reader, id()));
		expect(licences.map(({ validUntil }) => validUntil).toSorted()).toEqual(['2025-12-31', '2027-01-15']);
		await expect(act(desk(), addLicence, { ...certificate, validUntil: '2024-01-01' })).rejects.toEqual(
			badInput({ validUntil: 'untilBeforeFrom' })
		);
		await expect(act(desk(), addLicence, { ...certificate, issuedOn: '2026-03-03' })).rejects.toEqual(
			badInput({ issuedOn: 'dayToCome' })
		);
		await expect(act(desk(), addLicence, { ...of(), kind: 'other' })).rejects.toEqual(badInput({ title: 'required' }));
	});

	it('amendments and ratings are kept; what is wrong is struck out once, with a reason, and stays', async () => {
		const { id: amendment } = await act(desk(), addAmendment, { ...of(), number: '7/PAD/2024', years: '75' });
		const { id: rating } = await act(desk(), addRating, {
			...of(),
			rating: 'AA',
			agency: 'Dinas',
			ratedOn: '2025-05-05'
		});
		const strike = (part: string, partId: string) =>
			act(desk(), strikePart, { ...of(), part, partId, why: 'Salah koperasi' });
		await strike('amendment', amendment);
		await expect(strike('amendment', amendment)).rejects.toEqual(refusal('missing'));
		// A rating is no amendment.
		await expect(strike('amendment', rating)).rejects.toEqual(refusal('missing'));
		await strike('rating', rating);
		const [kept] = await ask((reader) => amendmentsOf(reader, id()));
		expect(kept).toMatchObject({ number: '7/PAD/2024', years: 75, struckWhy: 'Salah koperasi' });
		expect(await ask((reader) => ratingsOf(reader, id()))).toEqual([]);
	});

	it('a bank account is sealed; struck out, it can never be read again', async () => {
		const { id: account } = await act(desk(), addBankAccount, {
			...of(),
			bank: 'BPR Sukowati',
			number: '123-456-7890',
			holder: 'Sutrisno'
		});
		expect(await ask((reader) => bankAccountsOf(reader, id()))).toMatchObject([
			{ bank: 'BPR Sukowati', number: '123-456-7890', holder: 'Sutrisno' }
		]);
		const stored = await test.admin.query(
			`select b::text, a.input::text, a.result::text from bank_accounts b, audit_rows a where a.command like '%BankAccount'`
		);
		expect(stored.rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(stored.rows)).not.toMatch(/456-7890|Sutrisno/);
		await act(desk(), strikePart, { ...of(), part: 'account', partId: account, why: 'Rekening ditutup' });
		expect(await ask((reader) => bankAccountsOf(reader, id()))).toEqual([]);
		const { rows } = await test.admin.query('select wrapped_key from person_keys where person_id = $1', [account]);
		expect(rows).toEqual([{ wrapped_key: null }]);
		await expect(act(desk(), addBankAccount, { ...of(), bank: 'BPR', number: 'lupa' })).rejects.toEqual(
			badInput({ number: 'notAnAccount' })
		);
	});
});

describe('the place', () => {
	const place = async (over: Record<string, unknown> = {}) => ({
		cooperativeId: world.sragen.cooperatives.dormant,
		latitude: '-7,425100',
		longitude: '110,901200',
		placeAccuracyMetres: '12',
		placeConfirmedOn: '2026-03-02',
		seenVersion: await version(world.sragen.cooperatives.dormant),
		...over
	});

	it('is kept with its accuracy, the day, and who saw it', async () => {
		await act(desk(), recordPlace, await place());
		expect(await record(world.sragen.cooperatives.dormant)).toMatchObject({
			latitude: -7.4251,
			longitude: 110.9012,
			placeAccuracyMetres: 12,
			placeConfirmedOn: '2026-03-02',
			placeConfirmedBy: 'Siti Aminah'
		});
	});

	it('is one place: never half of one officer’s and half of another’s', async () => {
		const opened = { seenVersion: await version(world.sragen.cooperatives.dormant) };
		await act(other(), recordPlace, await place({ latitude: '-7,5', longitude: '111,0', ...opened }));
		await expect(act(desk(), recordPlace, await place({ latitude: '-7,6', ...opened }))).rejects.toMatchObject({
			issues: { place: 'changedMeanwhile:Ratna Anggraini' }
		});
		await act(desk(), recordPlace, await place({ placeAccuracyMetres: '30', ...opened }));
		expect(await record(world.sragen.cooperatives.dormant)).toMatchObject({
			latitude: -7.5,
			longitude: 111,
			placeAccuracyMetres: 30
		});
	});

	it('lies in Indonesia and was seen in the past', async () => {
		const swapped = place({ latitude: '110,9', longitude: '-7,4' });
		await expect(act(desk(), recordPlace, await swapped)).rejects.toEqual(
			badInput({ latitude: 'notInIndonesia', longitude: 'notInIndonesia' })
		);
		await expect(act(desk(), recordPlace, await place({ placeConfirmedOn: '2026-03-03' }))).rejects.toEqual(
			badInput({ placeConfirmedOn: 'dayToCome' })
		);
	});
});

it('history and decisions can be written and never changed', async () => {
	for (const table of ['field_changes', 'life_decisions', 'request_events'])
		for (const statement of [`delete from ${table}`, `update ${table} set at = now()`])
			await expect(test.database.pool.query(statement)).rejects.toThrow(/permission denied/);
});
