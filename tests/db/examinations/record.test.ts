import { beforeAll, describe, expect, it } from 'vitest';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { examinationOf } from '#clinic/examinations/server/reads.ts';
import { newId } from '#platform/ids.ts';
import { perform } from '#platform/command.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';
import { sent, typedAnswers, typedFigures } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, arrived, complaining, complain, planned, stageOf, lastPassed } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const kept = (id: string) => ask((reader) => examinationOf(reader, world.sragen.system, id));
const register = async (cooperativeId: string) =>
	(await test.admin.query('select health_category, health_on::text from cooperatives where id = $1', [cooperativeId]))
		.rows[0];
const examinationsOf = async (caseId: string) =>
	Number((await test.admin.query('select count(*) from examinations where case_id = $1', [caseId])).rows[0].count);
const triagesOf = async (caseId: string) =>
	(await test.admin.query('select reasons from triages where case_id = $1 order by created_at desc, id desc', [caseId]))
		.rows;

/** Own capital is 60,1% of assets instead of 50%: the mark falls from 100 to 50, the total by 3. */
const lowered = { ...typedFigures, ownCapital: '601.000.000' };

describe('recordExamination', () => {
	it('keeps what was asked, what was answered and what it came to', async () => {
		const { caseId, cooperativeId } = await complaining('cashShort');
		const done = await act(
			by('adviser'),
			recordExamination,
			sent(caseId, { note: 'Dari laporan RAT', readings: { 'problem-loan-risk': 'narrative' } })
		);
		expect(done).toEqual({ examinationId: done.examinationId, complete: true, total: '99.50', category: 'healthy' });
		const row = await kept(done.examinationId);
		expect(row).toMatchObject({
			cooperativeId,
			caseId,
			standing: 'clinicCheck',
			instrument: 'ksp-2016',
			version: '1',
			bookYear: 2024,
			readings: { 'problem-loan-risk': 'narrative' },
			total: '99.50',
			category: 'healthy',
			overrideReason: null,
			note: 'Dari laporan RAT',
			at: smallNow,
			by: by('adviser').id,
			byName: 'Ratna Anggraini'
		});
		expect(row.figures).toMatchObject({ ownCapital: '500000000', totalAssets: '1000000000', substandardLoans: '0' });
		expect(row.answers).toMatchObject({ 'general.1': true, 'liquidity.5': true });
		expect(row.asked['institution']).toHaveLength(6);
		expect(row.asked['institution']?.[0]).toMatch(/^Bagan organisasi/);
		expect(row.result.aspects.map(({ code, score }) => [code, score])).toEqual([
			['capital', '15.00'],
			['earning-assets', '24.50'],
			['management', '15.00'],
			['efficiency', '10.00'],
			['liquidity', '15.00'],
			['growth', '10.00'],
			['identity', '10.00']
		]);
	});

	it('turns the case, and tells its history what it came to', async () => {
		const { caseId } = await complaining('cashShort');
		const { examinationId } = await act(by('fieldOfficer'), recordExamination, sent(caseId, { figures: lowered }));
		expect(await stageOf(caseId)).toBe('examination');
		expect(await lastPassed(caseId)).toMatchObject({
			stage: 'examination',
			what: 'examination.recorded',
			params: { instrument: 'ksp-2016', bookYear: 2024, total: '97.00', category: 'healthy' },
			subjectId: examinationId,
			byName: 'Joko Santoso'
		});
	});

	it('leaves the case in treatment when it is examined again there', async () => {
		const { caseId } = await planned();
		await act(by('adviser'), recordExamination, sent(caseId));
		expect(await stageOf(caseId)).toBe('treatment');
	});

	it('works the result out again: a total, mark or category sent along changes nothing', async () => {
		const { caseId } = await complaining('cashShort');
		const tampered = {
			...sent(caseId, { figures: lowered }),
			total: '100.00',
			category: 'healthy',
			result: { total: '100.00' },
			complete: true,
			at: '2020-01-01',
			by: newId()
		};
		const { examinationId, total } = await act(by('adviser'), recordExamination, tampered);
		expect(total).toBe('97.00');
		expect(await kept(examinationId)).toMatchObject({ total: '97.00', result: { total: '97.00' }, at: smallNow });
	});

	it('saves one that is not complete: no total, no category, nothing told to the register', async () => {
		const { caseId, cooperativeId } = await complaining('cashShort');
		const { cash: _cash, ...figures } = typedFigures;
		const done = await act(by('adviser'), recordExamination, sent(caseId, { figures, answers: { 'general-1': 'no' } }));
		expect(done).toMatchObject({ complete: false, total: null, category: null });
		const row = await kept(done.examinationId);
		expect(row).toMatchObject({ total: null, category: null, answers: { 'general.1': false } });
		expect(row.result.aspects.find(({ code }) => code === 'liquidity')?.components[0]).toEqual({
			code: 'cash-ratio',
			status: 'missing',
			missing: ['cash']
		});
		expect((await lastPassed(caseId)).params).toEqual({ instrument: 'ksp-2016', bookYear: 2024 });
		expect(await register(cooperativeId)).toEqual({ health_category: null, health_on: null });
	});

	it('reads amounts as they are typed: millions, brackets and minus', async () => {
		const { caseId } = await complaining('losses');
		const { examinationId } = await act(
			by('adviser'),
			recordExamination,
			sent(caseId, {
				unit: 'million',
				figures: { totalAssets: '1.234,5', surplusBeforeTax: '(12,25)', memberSurplus: '-0,000001' },
				answers: {}
			})
		);
		expect((await kept(examinationId)).figures).toEqual({
			totalAssets: '1234500000',
			surplusBeforeTax: '-12250000',
			memberSurplus: '-1'
		});
	});

	it('keeps lines of the balance sheet under their group', async () => {
		const { caseId } = await complaining('losses');
		const figures = {
			capitalLines: { principalSavings: '80.000.000', savings: '' },
			assetLines: { memberLoans: '1.000.000.000' }
		};
		const { examinationId } = await act(by('adviser'), recordExamination, sent(caseId, { figures, answers: {} }));
		const row = await kept(examinationId);
		expect(row.figures).toEqual({
			capitalLines: { principalSavings: '80000000' },
			assetLines: { memberLoans: '1000000000' }
		});
		expect(row.result.aspects[0]?.components[2]).toMatchObject({
			code: 'capital-adequacy',
			ratio: '8.000',
			mark: '75'
		});
	});

	it('does the same request once', async () => {
		const { caseId } = await complaining('cashShort');
		const request = { database: test.database, actor: by('adviser'), now: smallNow, commandId: newId() };
		const [first, second] = await Promise.all([
			perform(request, recordExamination, sent(caseId)),
			perform(request, recordExamination, sent(caseId))
		]);
		expect(second).toEqual(first);
		expect(await examinationsOf(caseId)).toBe(1);
	});
});

describe('what is not understood', () => {
	const refused = async (change: Record<string, unknown>, expected: unknown) => {
		const { caseId } = await complaining('cashShort');
		await expect(act(by('adviser'), recordExamination, sent(caseId, change))).rejects.toEqual(expected);
		expect(await examinationsOf(caseId)).toBe(0);
		expect(await stageOf(caseId)).toBe('complaint');
	};

	it('is said beside its field', async () => {
		await refused(
			{
				figures: { ownCapital: '1,234.56', loans: 'seratus', cash: '10,5', capitalLines: { savings: 'x' } },
				answers: { 'general-2': 'perhaps' }
			},
			badInput({
				'figures.ownCapital': 'notAnAmount',
				'figures.loans': 'notAnAmount',
				'figures.cash': 'notWholeRupiah',
				'figures.capitalLines.savings': 'notAnAmount',
				'answers.general-2': 'notUnderstood'
			})
		);
	});

	it('is one figure given in two ways', async () => {
		await refused(
			{ figures: { ...typedFigures, problemLoanRisk: '0', capitalLines: { savings: '1.000.000' } } },
			badInput({ 'figures.problemLoanRisk': 'twoForms', 'figures.capitalLines.savings': 'twoForms' })
		);
	});

	it.each([
		['figure', { figures: { goodwill: '1.000' } }],
		['line', { figures: { capitalLines: { goodwill: '1.000' } } }],
		['question', { answers: { 'general-13': 'yes' } }],
		['reading', { readings: { 'problem-loan-risk': 'guess' } }]
	])('is a %s that the instrument does not know', async (_what, change) => {
		await refused(change, badInput({ '': 'notUnderstood' }));
	});

	it.each([
		['instrument', { instrument: 'ksp-2031' }],
		['version', { version: '99' }]
	])('is an %s that there is not', async (_what, change) => {
		await refused(change, badInput({ instrument: 'notUnderstood' }));
	});

	it('is a form with nothing in it', async () => {
		await refused({ figures: { ownCapital: ' ' }, answers: { 'general-1': '' } }, refusal('examinations.nothingGiven'));
	});
});

describe('the book year', () => {
	it.each([
		['2026', 'ksp-2016'],
		['2016', 'ksp-2016'],
		['2015', 'ksp-2009']
	])('may be %s', async (bookYear, instrument) => {
		const { caseId } = await complaining('cashShort');
		const input = sent(caseId, { bookYear, instrument });
		expect(await act(by('adviser'), recordExamination, input)).toMatchObject({ total: '100.00' });
	});

	it('may not lie ahead', async () => {
		const { caseId } = await complaining('cashShort');
		await expect(act(by('adviser'), recordExamination, sent(caseId, { bookYear: '2027' }))).rejects.toEqual(
			refusal('examinations.bookYearAhead')
		);
	});

	it('begins with the office’s own New Year', async () => {
		const { caseId } = await complaining('cashShort');
		const input = sent(caseId, { bookYear: '2027' });
		const halfAnHourBefore = new Date('2026-12-31T16:30:00Z');
		const halfAnHourAfter = new Date('2026-12-31T17:30:00Z');
		await expect(act(by('adviser'), recordExamination, input, halfAnHourBefore)).rejects.toEqual(
			refusal('examinations.bookYearAhead')
		);
		expect(await act(by('adviser'), recordExamination, input, halfAnHourAfter)).toMatchObject({ total: '100.00' });
	});
});

describe('the instrument', () => {
	it('is the one in force for the book year, or another with a reason', async () => {
		const { caseId } = await complaining('cashShort');
		const other = sent(caseId, { instrument: 'ksp-2009' });
		await expect(act(by('adviser'), recordExamination, other)).rejects.toEqual(refusal('examinations.otherInstrument'));
		const overrideReason = 'Bandingkan dengan penilaian 2015';
		const { examinationId } = await act(by('adviser'), recordExamination, { ...other, overrideReason });
		expect(await kept(examinationId)).toMatchObject({ instrument: 'ksp-2009', overrideReason });
		expect((await lastPassed(caseId)).why).toBe(overrideReason);
	});

	it.each([
		['sharia', 'noInstrument'],
		['cold', 'otherInstrument']
	] as const)('is none, or another, for a cooperative of another kind or pattern (%s)', async (story, refused) => {
		const patient = await arrived(story);
		await complain(patient, 'cashShort');
		const input = sent(patient.caseId);
		await expect(act(by('adviser'), recordExamination, input)).rejects.toEqual(refusal(`examinations.${refused}`));
		const withReason = { ...input, overrideReason: 'Punya unit simpan pinjam' };
		expect(await act(by('adviser'), recordExamination, withReason)).toMatchObject({ total: '100.00' });
	});
});

describe('an official examination', () => {
	it('is finalised by an inspector', async () => {
		const { caseId } = await complaining('cashShort');
		const { examinationId } = await act(by('inspector'), recordExamination, sent(caseId, { standing: 'official' }));
		expect(await kept(examinationId)).toMatchObject({ standing: 'official', byName: 'Bagus Wicaksono' });
	});

	it.each(['adviser', 'fieldOfficer', 'headOfDivision'] as const)('is not for the %s', async (role) => {
		const { caseId } = await complaining('cashShort');
		await expect(act(by(role), recordExamination, sent(caseId, { standing: 'official' }))).rejects.toEqual(
			refusal('examinations.onlyInspector')
		);
	});

	it('is complete', async () => {
		const { caseId } = await complaining('cashShort');
		const input = sent(caseId, { standing: 'official', answers: {} });
		await expect(act(by('inspector'), recordExamination, input)).rejects.toEqual(
			refusal('examinations.officialIncomplete')
		);
	});
});

describe('a slip of units', () => {
	it('is asked about before anything is saved, and believed when it is confirmed', async () => {
		const { caseId } = await complaining('cashShort');
		const figures = { ...typedFigures, totalAssets: '9.999.999' };
		const input = sent(caseId, { figures });
		// The register knows about own capital of 1.4 billion and assets of 2.9 billion for this book year.
		await expect(act(by('adviser'), recordExamination, input)).rejects.toEqual(
			badInput({ 'figures.totalAssets': 'tinyAssets', sure: 'lookAgain' })
		);
		expect(await examinationsOf(caseId)).toBe(0);
		expect(await act(by('adviser'), recordExamination, { ...input, sure: 'on' })).toMatchObject({ complete: true });
	});

	it('shows against the last examination', async () => {
		const { caseId } = await complaining('cashShort');
		await act(by('adviser'), recordExamination, sent(caseId));
		const slipped = sent(caseId, { bookYear: '2025', figures: { ...typedFigures, cash: '60', staffCost: '40.000' } });
		await expect(act(by('adviser'), recordExamination, slipped, minutesLater(1))).rejects.toEqual(
			badInput({ 'figures.cash': 'farFromBefore', 'figures.staffCost': 'farFromBefore', sure: 'lookAgain' })
		);
	});
});

describe('what the register and triage learn', () => {
	it('is the newest category with its day, and the case is triaged with it', async () => {
		const { caseId, cooperativeId } = await complaining('losses');
		const before = (await triagesOf(caseId)).length;
		await act(by('adviser'), recordExamination, sent(caseId, { answers: typedAnswers('no'), figures: poor }));
		expect(await register(cooperativeId)).toEqual({
			health_category: 'underSpecialSupervision',
			health_on: '2026-03-02'
		});
		const triages = await triagesOf(caseId);
		expect(triages).toHaveLength(before + 1);
		expect(triages[0].reasons.map(({ code }: { code: string }) => code)).toContain('category');
	});

	it('is not an older book year entered afterwards', async () => {
		const { caseId, cooperativeId } = await complaining('losses');
		await act(by('adviser'), recordExamination, sent(caseId));
		const late = sent(caseId, { bookYear: '2023', answers: typedAnswers('no'), figures: poor, sure: 'on' });
		await act(by('adviser'), recordExamination, late, minutesLater(60 * 24));
		expect(await register(cooperativeId)).toEqual({ health_category: 'healthy', health_on: '2026-03-02' });
	});

	it('is not one of long ago', async () => {
		const { caseId, cooperativeId } = await complaining('losses');
		await act(by('adviser'), recordExamination, sent(caseId, { bookYear: '2022' }));
		expect((await register(cooperativeId)).health_category).toBeNull();
		await act(by('adviser'), recordExamination, sent(caseId, { bookYear: '2023' }), minutesLater(1));
		expect((await register(cooperativeId)).health_category).toBe('healthy');
	});
});

describe('who may, and when', () => {
	it.each(['receptionist', 'specialist', 'headOfOffice', 'officeAdministrator', 'provinceObserver'] as const)(
		'not the %s',
		async (role) => {
			const { caseId } = await complaining('cashShort');
			await expect(act(by(role), recordExamination, sent(caseId))).rejects.toEqual(refusal('forbidden'));
		}
	);

	it('not before the complaint', async () => {
		const { caseId } = await arrived();
		await expect(act(by('adviser'), recordExamination, sent(caseId))).rejects.toEqual(refusal('cases.notNow'));
		expect(await examinationsOf(caseId)).toBe(0);
	});

	it('not for a case of another office, one that does not exist, or something that is no id', async () => {
		for (const caseId of [world.buleleng.caseId, newId(), 'kasus-1'])
			await expect(act(by('adviser'), recordExamination, sent(caseId))).rejects.toEqual(refusal('missing'));
	});

	it('not for a closed case', async () => {
		const { caseId } = await complaining('cashShort');
		await test.admin.query('update cases set closed_at = now() where id = $1', [caseId]);
		await expect(act(by('adviser'), recordExamination, sent(caseId))).rejects.toEqual(refusal('cases.closed'));
	});
});

/** Every ratio in its worst band. */
const poor = {
	...typedFigures,
	ownCapital: '10.000.000',
	riskyLoans: '900.000.000',
	weightedCapital: '1.000.000',
	memberLoans: '100.000.000',
	lossLoans: '500.000.000',
	riskReserve: '1.000.000',
	memberOperatingExpense: '1.000.000.000',
	operatingExpense: '900.000.000',
	staffCost: '200.000.000',
	cash: '1.000.000',
	bank: '1.000.000',
	surplusBeforeTax: '1.000.000',
	netParticipation: '1.000.000',
	memberPromotion: '1.000.000'
};
