import { frozen, type Instrument } from '../instrument.ts';
import { kkpkk } from './kkpkk-2021.ts';
import { capitalReal } from './kkpkk/capital.ts';
import { performanceReal } from './kkpkk/financial-performance.ts';
import { businessLicence, governance } from './kkpkk/governance.ts';
import { riskProfileReal } from './kkpkk/risk-profile.ts';

/** The worksheet of every other kind than savings and loan (sektor riil), classes 1 and 2. */
export const kkpkk2021Real: Instrument = frozen({
	...kkpkk,
	code: 'kkpkk-2021-real',
	title: {
		id: 'Pemeriksaan kesehatan koperasi sektor riil (KKPKK, Permenkop UKM 9/2020)',
		en: 'Health of cooperatives of the real sector (KKPKK, Permenkop UKM 9/2020)'
	},
	kinds: ['producer', 'consumer', 'service', 'marketing'],
	aspects: [governance(businessLicence), riskProfileReal, performanceReal, capitalReal]
});
