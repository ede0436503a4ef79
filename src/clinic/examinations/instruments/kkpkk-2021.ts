import type { Instrument, Note } from '../instrument.ts';
import { regulation } from './kkpkk/pieces.ts';

/** What the sheets of KKPKK have in common. */
export const kkpkk = {
	version: '1',
	regulation,
	adding: 'credits',
	patterns: ['conventional'],
	/** Classes 3 and 4 have a sheet with more indicators, which no source shows. */
	classes: [1, 2],
	validity: {
		from: '2020-10-14',
		until: null,
		certainty: 'unverified',
		note: {
			id: 'Permenkop UKM 9/2020 ditetapkan 14 Oktober 2020; bahwa tahun buku 2020 yang pertama diperiksa menurut aturan ini adalah bacaan kami.',
			en: 'Permenkop UKM 9/2020 was enacted on 14 October 2020; that book year 2020 is the first examined under it is our own reading.'
		} satisfies Note
	},
	edges: 'unverified',
	categories: [
		{ below: '51', category: 'underSpecialSupervision' },
		{ below: '66', category: 'underSupervision' },
		{ below: '80', category: 'fairlyHealthy' },
		{ category: 'healthy' }
	],
	categoriesSource: `${regulation}, KKPKK: kategori tingkat kesehatan`,
	categoriesCertainty: 'secondary'
} as const satisfies Partial<Instrument>;
