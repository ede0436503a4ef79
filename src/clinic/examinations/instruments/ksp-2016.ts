import { frozen, type Instrument } from '../instrument.ts';
import { tableNote } from './pieces.ts';
import { narrativePerPoint, stepsOfTen } from './savings-and-loan-ratios.ts';
import { savingsAndLoanAspects } from './savings-and-loan.ts';

const regulation = 'Perdep 06/Per/Dep.6/IV/2016';

/** Health of conventional savings-and-loan cooperatives by the rule of 2016: seven aspects, 100 points. */
export const ksp2016: Instrument = frozen({
	code: 'ksp-2016',
	version: '1',
	regulation,
	title: {
		id: 'Penilaian kesehatan simpan pinjam konvensional (Perdep 06/2016)',
		en: 'Health of conventional savings and loan (Perdep 06/2016)'
	},
	kinds: ['savingsAndLoan'],
	patterns: ['conventional'],
	validity: {
		from: '2016-04-01',
		until: null,
		certainty: 'unverified',
		note: {
			id: 'Tanggal mulai diambil dari nomor peraturan (IV/2016); tanggal penetapannya belum dicocokkan.',
			en: 'The first day is taken from the number of the regulation (IV/2016); its date of issue has not been compared.'
		}
	},
	edges: 'unverified',
	aspects: savingsAndLoanAspects(regulation, [{ code: 'table', rule: stepsOfTen, note: tableNote }, narrativePerPoint]),
	categories: [
		{ below: '51', category: 'underSpecialSupervision' },
		{ below: '66', category: 'underSupervision' },
		{ below: '80', category: 'fairlyHealthy' },
		{ category: 'healthy' }
	],
	categoriesSource: `${regulation}, lampiran: penetapan predikat kesehatan`,
	categoriesCertainty: 'secondary'
});
