import { beforeAll, describe, expect, it } from 'vitest';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { totalsOfOthers } from '#clinic/examinations/server/reads/peers.ts';
import { examinationView } from '#clinic/examinations/server/reads/view.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallWorld } from '../../world/small.ts';
import { minutesLater, ward } from '../patients.ts';
import { sent, typedAnswers, typedFigures } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const home = ward(test, () => world.sragen);
const away = ward(test, () => world.buleleng);
type Ward = typeof home;

/** Each 38th question answered with no takes its part of a point, so that totals differ. */
const withNo = (...items: string[]) => ({
	answers: { ...typedAnswers('yes'), ...Object.fromEntries(items.map((item) => [item, 'no'])) }
});
const officeOf = (which: Ward) => (which === home ? world.sragen : world.buleleng);
const examine = async (which: Ward, caseId: string, minutes: number, change: Record<string, unknown> = {}) =>
	(await which.act(officeOf(which).actors.adviser, recordExamination, sent(caseId, change), minutesLater(minutes)))
		.examinationId;
const patient = async (which: Ward, change: Record<string, unknown> = {}) => {
	const arrived = await which.arrived('healthy', { kind: 'savingsAndLoan', pattern: 'conventional', ...change });
	await which.complain(arrived, 'cashShort');
	return arrived;
};
const view = (id: string) =>
	home.ask((reader) => examinationView(reader, world.sragen.actors.adviser, id, minutesLater(600)));

describe('the position of a cooperative', () => {
	it('is among the newest complete examinations of its kind, in its office only, from five on', async () => {
		const own = await patient(home);
		const ownId = await examine(home, own.caseId, 0, withNo('general-1'));
		const others = [await patient(home), await patient(home), await patient(home)];
		for (const [place, { caseId }] of others.entries())
			await examine(home, caseId, 1 + place, withNo(...['assets-1', 'assets-2', 'assets-3'].slice(0, place)));
		// Not compared: another office, another kind, what is incomplete, what a newer one replaced.
		await examine(away, (await patient(away)).caseId, 5);
		await examine(home, (await patient(home, { kind: 'consumer' })).caseId, 6, {
			overrideReason: 'Unit simpan pinjam'
		});
		await examine(home, (await patient(home)).caseId, 7, { figures: { ...typedFigures, cash: '' } });
		expect((await view(ownId)).position).toBeNull();

		await examine(home, others[2]!.caseId, 8, withNo('liquidity-1'));
		await examine(home, (await patient(home)).caseId, 9, withNo('capital-1', 'capital-2'));
		expect((await view(ownId)).position).toEqual({
			count: 5,
			rank: 2,
			lowest: '98.80',
			lowerQuarter: '99.40',
			middle: '99.70',
			upperQuarter: '99.75',
			highest: '100.00'
		});
		const { adviser: stranger } = world.buleleng.actors;
		const examined = {
			cooperativeId: own.cooperativeId,
			instrument: 'ksp-2016',
			version: '1',
			subject: 'whole'
		} as const;
		expect(await away.ask((reader) => totalsOfOthers(reader, stranger, examined, 'savingsAndLoan'), stranger)).toEqual([
			'100.00'
		]);
	});

	it('counts two records that became one once, by the newest of what stands under either', async () => {
		const examined = { instrument: 'ksp-2016', version: '1', subject: 'whole' } as const;
		const { adviser } = world.sragen.actors;
		const totals = async () => {
			const { cooperativeId } = await patient(home);
			return home.ask(
				(reader) => totalsOfOthers(reader, adviser, { ...examined, cooperativeId }, 'savingsAndLoan'),
				adviser
			);
		};
		const [one, other] = [await patient(home), await patient(home)];
		await examine(home, one.caseId, 40, withNo('general-1', 'general-2', 'general-3'));
		await examine(home, other.caseId, 41, withNo('general-1', 'general-2'));
		const apart = await totals();
		await test.admin.query('update cooperatives set merged_into = $1 where id = $2', [
			one.cooperativeId,
			other.cooperativeId
		]);
		const together = await totals();
		expect(together).toHaveLength(apart.length - 1);
		expect(apart).toEqual(expect.arrayContaining(['99.25', '99.50']));
		expect(together).toContain('99.50');
		expect(together).not.toContain('99.25');
	});

	it('is asked by the index, without sorting all that the office has examined', async () => {
		const { rows } = await test.admin
			.query(
				`
			begin; set local enable_seqscan = off; explain select distinct on (cooperative_id) total from examinations
			where office_id = '${world.sragen.officeId}' and instrument = 'ksp-2016' and version = '1' and subject = 'whole' and total is not null
			order by cooperative_id, at desc, id desc; rollback`
			)
			.then((answers) =>
				(answers as unknown as { rows: { 'QUERY PLAN': string }[] }[]).find(({ rows: lines }) => lines.length > 0)!
			);
		const plan = rows.map((line) => line['QUERY PLAN']).join('\n');
		expect(plan).toContain('examinations_latest');
		expect(plan).not.toContain('Sort');
	});
});

describe('the view of an examination', () => {
	it('carries trends, what would lift it, and what can be tried', async () => {
		const { caseId } = await patient(home);
		await examine(home, caseId, 20, { bookYear: '2023' });
		const poor = {
			figures: {
				...typedFigures,
				bank: '0',
				cash: '0',
				memberLoans: '100.000.000',
				memberSurplus: '0',
				memberPromotion: '0'
			}
		};
		const id = await examine(home, caseId, 21, { ...poor, ...withNo('general-1'), sure: true });
		const { trends, lifting, trying } = await view(id);
		expect(trends.get('liquidity.cash-ratio')?.points).toEqual([
			{ bookYear: 2023, value: '12.000' },
			{ bookYear: 2024, value: '0.000' }
		]);
		expect(lifting).toMatchObject({ outcome: 'found', target: 'healthy', from: '80.00', short: '3.00' });
		expect(trying?.record).toMatchObject({ instrument: 'ksp-2016', answers: { 'general.1': false } });
		expect(trying?.sliders.map(({ figure }) => figure)).toContain('memberLoans');
	});
});
