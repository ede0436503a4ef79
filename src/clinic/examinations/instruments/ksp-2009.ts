import { frozen, type Instrument } from '../instrument.ts';
import { below } from './pieces.ts';
import { narrativePerPoint } from './savings-and-loan-ratios.ts';
import { savingsAndLoanAspects } from './savings-and-loan.ts';

const regulation = 'Permenkop 14/Per/M.KUKM/XII/2009';

/** The predecessor, for assessments of its day: the same aspects, one table shifted by a row, five categories. */
export const ksp2009: Instrument = frozen({
	code: 'ksp-2009',
	version: '1',
	regulation,
	title: {
		id: 'Penilaian kesehatan simpan pinjam (Permenkop 14/2009), untuk penilaian lama',
		en: 'Health of savings and loan (Permenkop 14/2009), for historic assessments'
	},
	kinds: ['savingsAndLoan'],
	patterns: ['conventional'],
	validity: {
		from: '2009-12-01',
		until: '2016-03-31',
		certainty: 'unverified',
		note: {
			id: 'Tanggal diambil dari nomor peraturan ini dan penggantinya; tanggal penetapannya belum dicocokkan.',
			en: 'The days are taken from the numbers of this regulation and its successor; the dates of issue have not been compared.'
		}
	},
	edges: 'unverified',
	aspects: savingsAndLoanAspects(regulation, [
		{
			code: 'shifted',
			rule: below(
				['10', '20', '30', '40', '50', '60', '70', '80', '90', '100'],
				[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
			),
			note: {
				id: 'Menurut tabel yang tercetak, yang bergeser satu baris: di bawah 10% bernilai 0, 100% atau lebih bernilai 100.',
				en: 'As the printed table has it, one row shifted: below 10% is 0, 100% or more is 100.'
			}
		},
		narrativePerPoint
	]),
	categories: [
		{ below: '20', category: 'veryUnhealthy' },
		{ below: '40', category: 'unhealthy' },
		{ below: '60', category: 'lessHealthy' },
		{ below: '80', category: 'fairlyHealthy' },
		{ category: 'healthy' }
	],
	categoriesSource: `${regulation}, lampiran: penetapan predikat kesehatan`,
	categoriesCertainty: 'unverified'
});
