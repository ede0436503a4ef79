import type { Aspect, Component } from '../../instrument.ts';
import { lossIsNeverGood, nothingToMeasureAgainst, sum } from '../pieces.ts';
import { lessUpTo, more, moreThan, pending, ratio } from './pieces.ts';

/** Aspect D, permodalan. */

const equityToAssets = ratio({
	code: 'equity-to-assets',
	subAspect: 'capital-strength',
	place: 'D.1 kecukupan permodalan, ekuitas terhadap total aset',
	numerator: sum('equity'),
	denominator: sum('totalAssets'),
	rule: moreThan('10', '20', '30'),
	certainty: 'official'
});

const capitalAdequacy = ratio({
	code: 'capital-adequacy',
	subAspect: 'capital-strength',
	place: 'D.1 kecukupan permodalan, modal diakui terhadap aktiva tertimbang menurut risiko',
	numerator: sum('weightedCapital'),
	denominator: sum('riskWeightedAssets'),
	rule: more('4', '6', '8')
});

const managed: readonly Component[] = [
	ratio({
		code: 'member-funds-to-assets',
		subAspect: 'capital-management',
		place: 'D.2 kecukupan pengelolaan permodalan, modal pinjaman anggota terhadap total aset',
		numerator: sum('memberSavings', 'memberTermDeposits', 'virtueFunds'),
		denominator: sum('totalAssets'),
		rule: more('10', '20', '30')
	}),
	ratio({
		code: 'long-term-liabilities-to-equity',
		subAspect: 'capital-management',
		place: 'D.2 kecukupan pengelolaan permodalan, kewajiban jangka panjang terhadap ekuitas',
		numerator: sum('longTermLiabilities'),
		denominator: sum('equity'),
		rule: lessUpTo('100', '125', '150'),
		zeroDenominator: nothingToMeasureAgainst,
		negativeDenominator: lossIsNeverGood,
		note: {
			id: 'Satu salinan lembar kerja memuat golongan ini terbalik; yang dipakai: makin kecil makin baik.',
			en: 'One copy of the worksheet has these bands the other way round; used here: the smaller the better.'
		}
	})
];

const aspect = (components: readonly Component[]): Aspect => ({ code: 'capital', weight: '15', components });

export const capitalReal: Aspect = aspect([equityToAssets, ...managed]);
export const capitalSavings: Aspect = aspect([
	equityToAssets,
	capitalAdequacy,
	...managed,
	pending('capital-management-third', 'capital-management', 'D.2 kecukupan pengelolaan permodalan, indikator ketiga', {
		id: 'Lembar simpan pinjam mempunyai indikator ketiga di sini; rumus dan golongannya belum ditemukan.',
		en: 'The sheet of savings and loan has a third indicator here; its formula and bands were not found.'
	})
]);
