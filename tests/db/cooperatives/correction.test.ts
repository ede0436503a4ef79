import { beforeAll, describe, expect, it } from 'vitest';
import { correctCooperative } from '#clinic/cooperatives/server/commands/correction.ts';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { changesOf } from '#clinic/cooperatives/server/reads/changes.ts';
import { basicsOf, villagesOf } from '#clinic/cooperatives/server/reads/basics.ts';
import { searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';

const base = testDatabase();
let world: SmallWorld;
let desk: Actor;
beforeAll(async () => {
	world = await smallWorld(base.database);
	desk = world.sragen.actors.receptionist;
});

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const basics = (id: string, actor = desk) => read(base.database, actor, (reader) => basicsOf(reader, actor, id));

/** The form as it stands, with what somebody changes in it. */
async function correct(
	id: string,
	over: Record<string, unknown>,
	actor = desk,
	now = new Date(smallNow.getTime() + 1000)
) {
	const { version, districtText: _, ...values } = await basics(id);
	const { hasSavingsUnit, ...texts } = values;
	const form = {
		...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value ?? ''])),
		...(hasSavingsUnit && { hasSavingsUnit: 'on' }),
		cooperativeId: id,
		seenVersion: version,
		reason: 'Menurut akta perubahan',
		...over
	};
	return perform({ database: base.database, actor, now, commandId: newId() }, correctCooperative, form as never);
}
const register = (over: Record<string, unknown>, actor = desk) =>
	perform({ database: base.database, actor, now: smallNow, commandId: newId() }, registerCooperative, {
		name: `KSP ${newId()}`,
		...over
	});

describe('correctCooperative', () => {
	it('changes what is changed and keeps in the audit row what stood there, what stands now, and why', async () => {
		const { sick } = world.sragen.cooperatives;
		await correct(sick, {
			name: 'KSP Guna Artha Mandiri',
			kind: 'service',
			districtCode: '33.14.02',
			phone: '0271 555 0001',
			email: 'Kantor@Contoh.id'
		});
		expect(await basics(sick)).toMatchObject({
			name: 'KSP Guna Artha Mandiri',
			kind: 'service',
			districtCode: '33.14.02',
			phone: '0271 555 0001',
			email: 'kantor@contoh.id'
		});
		const [audit] = (
			await base.admin.query(`select input, result from audit_rows where command = 'cooperatives.correctCooperative'`)
		).rows;
		expect(audit.result.fields.toSorted()).toEqual(['districtCode', 'email', 'kind', 'name', 'phone']);
		const history = await base.admin.query(
			`select field, before, after, is_hidden as "isHidden", why, by_name as "byName", version
			   from field_changes where cooperative_id = $1 order by field`,
			[sick]
		);
		const shared = { why: 'Menurut akta perubahan', byName: 'Siti Aminah', version: 2 };
		const hidden = { before: null, after: null, isHidden: true, ...shared };
		expect(history.rows).toEqual([
			{ field: 'districtCode', before: '33.14.01', after: '33.14.02', isHidden: false, ...shared },
			{ field: 'email', ...hidden },
			{ field: 'kind', before: 'savingsAndLoan', after: 'service', isHidden: false, ...shared },
			{ field: 'name', before: 'KSP Guna Artha', after: 'KSP Guna Artha Mandiri', isHidden: false, ...shared },
			{ field: 'phone', ...hidden }
		]);
		expect(JSON.stringify(history.rows)).not.toMatch(/555 0001|contoh\.id/);
		expect(audit.input.reason).toBe('Menurut akta perubahan');
		expect(JSON.stringify(audit)).not.toMatch(/555 0001|contoh\.id/);
	});

	it('is found by its new name and number', async () => {
		const { dormant } = world.sragen.cooperatives;
		await correct(dormant, { name: 'KUD Bangkit Kembali', legalNumber: '99/BH/KWK.11/V/1988' });
		const find = async (text: string) =>
			(await read(base.database, desk, (reader) => searchCooperatives(reader, desk, text))).map(({ id }) => id);
		expect((await find('bangkit kmbali'))[0]).toBe(dormant);
		expect((await find('99/bh/kwk 11'))[0]).toBe(dormant);
		expect(await find('dharma laksana')).toEqual([]);
	});

	it('gives a district to what was written otherwise', async () => {
		const { cooperativeId } = await register({ name: 'KSP Tanpa Kecamatan' });
		await base.admin.query(`update cooperatives set district_text = 'Kalidjambe' where id = $1`, [cooperativeId]);
		await correct(cooperativeId, { address: 'Jalan Solo 1' });
		expect((await basics(cooperativeId)).districtText).toBe('Kalidjambe');
		await correct(cooperativeId, { districtCode: '33.14.01' }, desk, new Date(smallNow.getTime() + 5000));
		expect(await basics(cooperativeId)).toMatchObject({ districtCode: '33.14.01', districtText: null });
	});

	it('takes a village of the chosen district only', async () => {
		const { cold } = world.sragen.cooperatives;
		const villages = await read(base.database, desk, (reader) => villagesOf(reader, desk));
		const inside = villages.find(({ code }) => code.startsWith('33.14.01.'))!.code;
		const elsewhere = villages.find(({ code }) => code.startsWith('33.14.02.'))!.code;
		await expect(correct(cold, { villageCode: elsewhere })).rejects.toMatchObject({
			issues: { villageCode: 'notInDistrict' }
		});
		await expect(correct(cold, { districtCode: '', villageCode: inside })).rejects.toMatchObject({
			issues: { villageCode: 'notInDistrict' }
		});
		await expect(correct(cold, { villageCode: '33.14.01.9999' })).rejects.toEqual(refusal('missing'));
		await expect(correct(cold, { villageCode: inside })).resolves.toMatchObject({ fields: ['villageCode'] });
	});

	it('refuses an empty change', async () => {
		await expect(correct(world.sragen.cooperatives.healthy, {})).rejects.toEqual(
			refusal('cooperatives.nothingChanged')
		);
	});

	it('never moves the life status', async () => {
		const { healthy } = world.sragen.cooperatives;
		await correct(healthy, { registryStatus: 'inactive', note: 'Alamat diperiksa' });
		const { rows } = await base.admin.query('select registry_status from cooperatives where id = $1', [healthy]);
		expect(rows).toEqual([{ registry_status: 'active' }]);
	});

	it('keeps the whole classification', async () => {
		const { cold } = world.sragen.cooperatives;
		const classified = {
			reach: 'regency',
			guidedBy: 'regency',
			groupCode: '16',
			sectorCode: '7',
			businessClass: '2',
			isLarge: 'no',
			legalApprovedBy: 'regent',
			seat: 'Sragen',
			notary: 'Camat Sragen',
			postalCode: '57211',
			website: 'sri-redjeki.contoh.id'
		};
		await correct(cold, classified);
		expect(await basics(cold)).toMatchObject({
			...classified,
			groupCode: 16,
			sectorCode: 7,
			businessClass: 2,
			isLarge: false,
			website: 'https://sri-redjeki.contoh.id'
		});
		await expect(correct(cold, { groupCode: '46', postalCode: '57', website: 'x y' })).rejects.toMatchObject({
			issues: { groupCode: 'notUnderstood', postalCode: 'digits:5', website: 'notAWebsite' }
		});
	});

	describe('two officers at one record', () => {
		const other = () => world.sragen.actors.adviser;

		it('keep what each of them changed alone', async () => {
			const { village } = world.sragen.cooperatives;
			const { version } = await basics(village);
			const opened = { seenVersion: version };
			await correct(village, { address: 'Jalan Baru 1', ...opened }, other());
			// The form of the first still holds the old address.
			await correct(village, { address: 'Jalan Veteran Nomor 14', seat: 'Karangasem', ...opened });
			expect(await basics(village)).toMatchObject({ address: 'Jalan Baru 1', seat: 'Karangasem' });
		});

		it('are told where both changed the same, and the later one wins only by saving again', async () => {
			const { inCare } = world.sragen.cooperatives;
			const { version, address, seat } = await basics(inCare);
			const opened = { seenVersion: version };
			await correct(inCare, { address: 'Jalan Melati 3', notary: 'Bu Camat', ...opened }, other());
			const mine = { address: 'Jalan Mawar 9', notary: '', seat: 'Sragen', ...opened };
			await expect(correct(inCare, mine)).rejects.toMatchObject({
				issues: { address: 'changedMeanwhile:Ratna Anggraini' }
			});
			expect(await basics(inCare)).toMatchObject({ address: 'Jalan Melati 3', notary: 'Bu Camat', seat });
			// The page was read again and has told what changed; what was not touched stays the other's.
			await correct(inCare, { ...mine, knownVersion: version + 1 });
			expect(await basics(inCare)).toMatchObject({ address: 'Jalan Mawar 9', notary: 'Bu Camat', seat: 'Sragen' });
			expect(address).not.toBe('Jalan Mawar 9');
		});

		it('are told again where a third came in between', async () => {
			const { inCare } = world.sragen.cooperatives;
			const { version } = await basics(inCare);
			const opened = { seenVersion: version };
			await correct(inCare, { fax: '0271 1', seat: 'A', ...opened }, other());
			await correct(inCare, { seat: 'B' }, world.sragen.actors.headOfDivision);
			const mine = { seat: 'C', ...opened, knownVersion: version + 1 };
			await expect(correct(inCare, mine)).rejects.toMatchObject({
				issues: { seat: 'changedMeanwhile:Endang Lestari' }
			});
			await correct(inCare, { ...mine, knownVersion: version + 2 });
			expect(await basics(inCare)).toMatchObject({ seat: 'C', fax: '0271 1' });
		});

		it('may write numbers that begin with a zero', async () => {
			const { village } = world.sragen.cooperatives;
			const { version } = await basics(village);
			await correct(village, { postalCode: '07221' }, other());
			await correct(village, { postalCode: '08331' });
			const { rows } = await base.admin.query(
				`select before, after from field_changes where field = 'postalCode' and version = $1`,
				[version + 2]
			);
			expect(rows).toEqual([{ before: '07221', after: '08331' }]);
			const shown = await read(base.database, desk, (reader) => changesOf(reader, village));
			expect(shown[0]).toMatchObject({ before: '07221', after: '08331' });
		});

		it('at the very same moment lose nothing', async () => {
			const { sharia } = world.sragen.cooperatives;
			const { version } = await basics(sharia);
			const opened = { seenVersion: version };
			const answers = await Promise.allSettled([
				correct(sharia, { seat: 'Satu', ...opened }),
				correct(sharia, { seat: 'Dua', ...opened }, other()),
				correct(sharia, { notary: 'Tiga', ...opened }, world.sragen.actors.onlineAdmin)
			]);
			expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
			expect((await basics(sharia)).notary).toBe('Tiga');
		});
	});

	it('asks for a reason and for what can be', async () => {
		const { healthy } = world.sragen.cooperatives;
		const wrong = {
			reason: ' ',
			name: '123',
			registryNumber: '12',
			taxNumber: '3314014503870002',
			email: 'bukan surel',
			legalOn: '31-02-2024'
		};
		await expect(correct(healthy, wrong)).rejects.toMatchObject({
			issues: {
				reason: 'required',
				name: 'notAName',
				registryNumber: 'digits:13',
				taxNumber: 'isANationalId',
				email: 'notAnEmail',
				legalOn: 'notADay'
			}
		});
		await expect(correct(healthy, { foundedOn: '2026-03-03' })).rejects.toMatchObject({
			issues: { foundedOn: 'dayToCome' }
		});
		await expect(correct(healthy, { foundedOn: '2026-03-02' })).resolves.toMatchObject({ fields: ['foundedOn'] });
	});

	it('knows its own office only', async () => {
		const { healthy } = world.buleleng.cooperatives;
		for (const id of [healthy, newId()])
			await expect(correct(world.sragen.cooperatives.sharia, { cooperativeId: id })).rejects.toEqual(
				refusal('missing')
			);
		await expect(correct(world.sragen.cooperatives.sharia, { districtCode: '51.08.01' })).rejects.toEqual(
			refusal('missing')
		);
	});

	it('is for the desk', async () => {
		for (const actor of [world.sragen.actors.headOfOffice, world.sragen.actors.officeAdministrator])
			await expect(correct(world.sragen.cooperatives.sharia, { address: 'x' }, actor)).rejects.toEqual(
				refusal('forbidden')
			);
	});
});

describe('registerCooperative, with all its basics', () => {
	it('keeps them', async () => {
		const { cooperativeId } = await register({
			name: 'Koperasi Produsen Susu Segar',
			pattern: 'sharia',
			form: 'primary',
			hasSavingsUnit: 'on',
			legalNumber: 'AHU-0001234.AH.01.29.TAHUN 2021',
			legalOn: '2021-04-05',
			foundedOn: '2021-03-01',
			registryNumber: '3314 0100 1000 9',
			businessNumber: '1234567890123',
			taxNumber: '01.234.567.8-532.000',
			registryStatus: 'active',
			address: 'Jalan Susu 1',
			districtCode: '33.14.01'
		});
		expect(await basics(cooperativeId)).toMatchObject({
			kind: 'producer',
			pattern: 'sharia',
			form: 'primary',
			hasSavingsUnit: true,
			registryNumber: '3314010010009',
			taxNumber: '012345678532000',
			legalOn: '2021-04-05'
		});
	});

	it('takes a reason for the word that this is another', async () => {
		await register({ name: 'KSU Karya Bakti', districtCode: '33.14.01' });
		const namesake = { name: 'KSU Karya Bakti', districtCode: '33.14.02' };
		await expect(register(namesake)).rejects.toEqual(refusal('cooperatives.perhapsKnown'));
		await register({ ...namesake, whyAnother: 'Pengurus dan alamatnya lain' });
		const { rows } = await base.admin.query(
			`select input->>'whyAnother' as why from audit_rows where command = 'cooperatives.registerCooperative'
			  and input->>'whyAnother' is not null`
		);
		expect(rows).toEqual([{ why: 'Pengurus dan alamatnya lain' }]);
	});

	it('knows one again by its registry number', async () => {
		await register({ name: 'KSP Nomor Induk', registryNumber: '3314010010777' });
		await expect(register({ name: 'KSP Nomor Indoek', registryNumber: '3314010010777' })).rejects.toEqual(
			refusal('cooperatives.alreadyKnown')
		);
		await expect(register({ name: 'KSP Lain Lagi', registryNumber: '3314010010777' })).rejects.toEqual(
			refusal('cooperatives.perhapsKnown')
		);
	});

	it('of two desks at once takes in one', async () => {
		const answers = await Promise.allSettled(
			[1, 2, 3].map(() => register({ name: 'KSP Serentak', legalNumber: '5/BH/2003' }))
		);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	});

	it('keeps telephone and mail out of the audit row', async () => {
		await register({ name: 'KSP Rahasia', phone: '0812 9999 8888', email: 'ketua@contoh.id' });
		const { rows } = await base.admin.query(
			`select input::text from audit_rows where command = 'cooperatives.registerCooperative' and input->>'name' = 'KSP Rahasia'`
		);
		expect(rows).toHaveLength(1);
		expect(rows[0].input).not.toMatch(/9999|contoh/);
	});
});
