import type { CooperativeTakenOver, PersonTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import { newId } from '#platform/ids.ts';

/**
 * The cooperatives of each small office.
 * - healthy: KSP, every meeting reported
 * - cold: KSU, the report of 2024 missing
 * - sick: KSP, no meeting since 2022, figures falling
 * - dormant: KUD, inactive, nothing since 2019, the board's terms ended
 * - village: Koperasi Desa Merah Putih founded in 2025, nothing due yet
 * - sharia: KSPPS, every meeting reported; no instrument for its pattern
 * - inCare: KSP with an open case at its first stage
 */
export const smallCooperatives = ['healthy', 'cold', 'sick', 'dormant', 'village', 'sharia', 'inCare'] as const;
export type SmallCooperative = (typeof smallCooperatives)[number];

export interface SmallPatient {
	readonly story: SmallCooperative;
	readonly cooperative: CooperativeTakenOver;
	readonly people: PersonTakenOver[];
}

interface Outline {
	readonly name: string;
	readonly founded: number;
	/** Book years whose report was handed in; the other years since 2019 were not held. */
	readonly reported: readonly number[];
	/** Own capital and assets of the first and the last of five book years, in million rupiah. */
	readonly capital: readonly [number, number];
	readonly assets: readonly [number, number];
	readonly surplus: readonly [number, number];
	readonly kind: CooperativeTakenOver['kind'];
	readonly rest?: Partial<CooperativeTakenOver>;
}

const allYears = [2019, 2020, 2021, 2022, 2023, 2024];
const outlines: Readonly<Record<SmallCooperative, Outline>> = {
	healthy: {
		name: 'KSP Tirta Sedana',
		founded: 2004,
		reported: allYears,
		capital: [900, 1400],
		assets: [2100, 2900],
		surplus: [90, 150],
		kind: 'savingsAndLoan'
	},
	cold: {
		name: 'KSU Sri Redjeki Makmur',
		founded: 1998,
		reported: [2019, 2020, 2021, 2022, 2023],
		capital: [400, 380],
		assets: [1100, 1000],
		surplus: [40, 12],
		kind: 'consumer',
		rest: { hasSavingsUnit: true }
	},
	sick: {
		name: 'KSP Guna Artha',
		founded: 2009,
		reported: [2019, 2020, 2021, 2022],
		capital: [500, 120],
		assets: [1900, 1300],
		surplus: [60, -85],
		kind: 'savingsAndLoan'
	},
	dormant: {
		name: 'KUD Dharma Laksana',
		founded: 1983,
		reported: [2019],
		capital: [150, 90],
		assets: [300, 210],
		surplus: [5, -20],
		kind: 'producer',
		rest: { registryStatus: 'inactive' }
	},
	village: {
		name: 'Koperasi Desa Merah Putih Karangasem',
		founded: 2025,
		reported: [],
		capital: [12, 12],
		assets: [15, 15],
		surplus: [0, 0],
		kind: 'consumer',
		rest: { hasSavingsUnit: true }
	},
	sharia: {
		name: 'KSPPS Amanah Sejahtera',
		founded: 2012,
		reported: allYears,
		capital: [600, 900],
		assets: [1500, 2300],
		surplus: [50, 95],
		kind: 'savingsAndLoan',
		rest: { pattern: 'sharia' }
	},
	inCare: {
		name: 'KSP Amerta Jaya',
		founded: 2001,
		reported: [2019, 2020, 2021, 2022, 2023],
		capital: [700, 420],
		assets: [2500, 2200],
		surplus: [80, -10],
		kind: 'savingsAndLoan'
	}
};

export function smallPatient(story: SmallCooperative, at: number, code: string): SmallPatient {
	const { name, founded, reported, capital, assets, surplus, kind, rest } = outlines[story];
	const people = ['Sutrisno', 'Wayan Sudarma', 'Sri Wahyuni'].map((person, seat) => ({
		id: newId<'Person'>(),
		name: person,
		phone: `0812-0000-${code.slice(-2)}${at}${seat}`
	}));
	const untilOn = story === 'dormant' ? '2021-03-31' : '2028-03-31';
	const cooperative: CooperativeTakenOver = {
		id: newId(),
		name,
		kind,
		pattern: 'conventional',
		form: 'primary',
		reach: 'regency',
		hasSavingsUnit: false,
		legalNumber: founded < 2000 ? `${11_000 + at}/BH/KWK.11/V/${founded}` : `AHU-00001${at}0.AH.01.26.TAHUN ${founded}`,
		legalOn: `${founded}-05-12`,
		registryNumber: `${code.replace('.', '')}010001${String(at + 1).padStart(3, '0')}`,
		businessNumber: null,
		address: `Jalan Veteran Nomor ${at + 10}`,
		districtCode: `${code}.01`,
		villageCode: null,
		phone: `0271-000-0${at}${at}`,
		registryStatus: 'active',
		foundedOn: `${founded}-05-12`,
		figures: allYears
			.slice(1)
			.map((bookYear, step) => ({
				bookYear,
				members: story === 'dormant' ? 60 - step * 4 : 180 + step * 5,
				ownCapitalRupiah: along(capital, step),
				outsideCapitalRupiah: along([assets[0] - capital[0], assets[1] - capital[1]], step),
				assetsRupiah: along(assets, step),
				turnoverRupiah: along([assets[0] / 2, assets[1] / 2], step),
				netSurplusRupiah: along(surplus, step)
			}))
			.filter(({ bookYear }) => bookYear >= founded),
		meetings: allYears
			.filter((bookYear) => bookYear >= founded)
			.map((bookYear) => ({
				bookYear,
				heldOn: reported.includes(bookYear) ? `${bookYear + 1}-02-20` : null,
				reportedOn: reported.includes(bookYear) ? `${bookYear + 1}-03-10` : null
			})),
		board: people.map(({ id }, seat) => ({
			id: newId(),
			personId: id,
			role: (['chair', 'secretary', 'treasurer'] as const)[seat]!,
			fromOn: story === 'dormant' ? '2018-04-01' : '2023-04-01',
			untilOn
		})),
		...rest
	};
	return { story, cooperative, people };
}

const along = ([first, last]: readonly [number, number], step: number) =>
	String(Math.round((first + ((last - first) * step) / 4) * 1_000_000));
