import { frozen, type Instrument } from '../instrument.ts';
import { kkpkk } from './kkpkk-2021.ts';
import { capitalSavings } from './kkpkk/capital.ts';
import { performanceSavings } from './kkpkk/financial-performance.ts';
import { governance, savingsAndLoanLicence } from './kkpkk/governance.ts';
import { riskProfileSavings } from './kkpkk/risk-profile.ts';

/**
 * The worksheet of savings and loan, classes 1 and 2. Where no source shows a table or the items of an indicator it is
 * unconfirmed: the sheet gives aspects, and a total only once a new version confirms them all.
 */
export const kkpkk2021Ksp: Instrument = frozen({
	...kkpkk,
	code: 'kkpkk-2021-ksp',
	title: {
		id: 'Pemeriksaan kesehatan simpan pinjam (KKPKK, Permenkop UKM 9/2020), belum lengkap',
		en: 'Health of savings and loan (KKPKK, Permenkop UKM 9/2020), not complete'
	},
	kinds: ['savingsAndLoan'],
	aspects: [governance(savingsAndLoanLicence), riskProfileSavings, performanceSavings, capitalSavings]
});
