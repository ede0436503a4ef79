import type { CooperativeForm, Kind, Pattern } from '#clinic/cooperatives/kinds.ts';

/** Sorts of cooperatives as people tell them apart by name; the register's five kinds are coarser. */
export const families = [
	'ksp',
	'kspps',
	'ksu',
	'kud',
	'kopkar',
	'kpri',
	'koppontren',
	'kopwan',
	'tani',
	'pasar',
	'angkutan',
	'pemasaran',
	'pensiunan',
	'nelayan',
	'sekunder',
	'village'
] as const;
export type Family = (typeof families)[number];

export interface Sort {
	readonly kind: Kind;
	readonly pattern: Pattern;
	readonly form: CooperativeForm;
	/** How many of them hold a savings-and-loan unit. */
	readonly savingsUnits: number;
	/** Years in which they were founded. */
	readonly founded: readonly [number, number];
	/** Members of a middling one. */
	readonly members: number;
	/** Assets a member, in thousand rupiah. */
	readonly assetsEach: number;
	/** Turnover as a share of assets. */
	readonly turnover: number;
	/** Own capital as a share of assets. */
	readonly own: number;
}

const sort = (
	kind: Kind,
	founded: readonly [number, number],
	members: number,
	assetsEach: number,
	[turnover, own]: readonly [number, number],
	rest: Partial<Pick<Sort, 'pattern' | 'form' | 'savingsUnits'>> = {}
): Sort => ({
	kind,
	founded,
	members,
	assetsEach,
	turnover,
	own,
	pattern: 'conventional',
	form: 'primary',
	savingsUnits: 0,
	...rest
});

export const sorts: Readonly<Record<Family, Sort>> = {
	ksp: sort('savingsAndLoan', [1996, 2021], 240, 9_500, [0.18, 0.3]),
	kspps: sort('savingsAndLoan', [2000, 2020], 380, 7_800, [0.16, 0.24], { pattern: 'sharia' }),
	ksu: sort('consumer', [1988, 2018], 150, 4_200, [0.55, 0.38], { savingsUnits: 0.7 }),
	kud: sort('producer', [1974, 1986], 900, 900, [0.8, 0.42], { savingsUnits: 0.5 }),
	kopkar: sort('consumer', [1984, 2015], 130, 6_800, [0.5, 0.52], { savingsUnits: 0.75 }),
	kpri: sort('consumer', [1968, 1999], 210, 12_500, [0.3, 0.58], { savingsUnits: 0.9 }),
	koppontren: sort('consumer', [1992, 2012], 90, 2_600, [0.7, 0.45], { savingsUnits: 0.3 }),
	kopwan: sort('consumer', [1994, 2016], 70, 2_100, [0.35, 0.5], { savingsUnits: 0.8 }),
	tani: sort('producer', [1998, 2019], 85, 1_900, [0.9, 0.4], { savingsUnits: 0.2 }),
	pasar: sort('consumer', [1982, 2010], 140, 3_900, [0.6, 0.4], { savingsUnits: 0.8 }),
	angkutan: sort('service', [1986, 2012], 65, 5_200, [0.45, 0.48], { savingsUnits: 0.2 }),
	pemasaran: sort('marketing', [2002, 2019], 55, 4_800, [1.3, 0.35]),
	pensiunan: sort('consumer', [1980, 2006], 180, 2_400, [0.3, 0.62], { savingsUnits: 0.8 }),
	nelayan: sort('producer', [1996, 2017], 60, 2_300, [0.85, 0.4]),
	sekunder: sort('service', [1976, 1999], 22, 160_000, [0.2, 0.5], { form: 'secondary', savingsUnits: 0.6 }),
	// Founded in the wave of mid-2025; nothing but the members' first payments yet.
	village: sort('consumer', [2025, 2025], 46, 260, [0.12, 0.9], { savingsUnits: 0.4 })
};
