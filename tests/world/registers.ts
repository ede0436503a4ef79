import type { CooperativeTakenOver, PersonTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import type { Calendar } from './calendar.ts';
import { cooperative, type Workshop } from './cooperatives.ts';
import type { Family } from './families.ts';
import { bulelengNamed, sragenNamed } from './named.ts';
import type { Illness, Outline, Standing, Trend } from './outline.ts';
import { peopleMaker, type Region } from './people.ts';
import type { Place } from './places.ts';
import { randomFrom } from './random.ts';

export interface Register {
	readonly people: readonly PersonTakenOver[];
	readonly cooperatives: readonly CooperativeTakenOver[];
	/** Those named in stories, by their key. */
	readonly named: ReadonlyMap<string, CooperativeTakenOver>;
	/** Buleleng: the sick ones with their cause. */
	readonly sick: readonly { readonly cooperative: CooperativeTakenOver; readonly illness: Illness }[];
}

type Shares = readonly (readonly [Family, number])[];

const sragenActive: Shares = [
	['kpri', 40],
	['ksp', 30],
	['ksu', 22],
	['kopkar', 16],
	['kspps', 14],
	['kopwan', 12],
	['tani', 8],
	['pasar', 6],
	['koppontren', 6],
	['pensiunan', 5],
	['kud', 5],
	['angkutan', 2],
	['pemasaran', 2],
	['sekunder', 1]
];
const sragenInactive: Shares = [
	['ksu', 290],
	['tani', 150],
	['ksp', 90],
	['kopwan', 90],
	['kopkar', 80],
	['koppontren', 75],
	['kspps', 60],
	['pasar', 40],
	['kpri', 30],
	['pemasaran', 28],
	['kud', 14],
	['angkutan', 12],
	['pensiunan', 8]
];
const bulelengAll: Shares = [
	['ksp', 110],
	['ksu', 80],
	['kpri', 30],
	['kopwan', 25],
	['kopkar', 22],
	['tani', 18],
	['nelayan', 8],
	['pasar', 8],
	['pensiunan', 4],
	['angkutan', 4],
	['kud', 4],
	['sekunder', 1]
];

/** How many of a sort an office has in all, the named ones counted. */
interface Quota {
	readonly standing: Standing;
	readonly count: number;
	readonly shares: Shares;
	readonly trends: readonly (readonly [Trend, number])[];
	readonly missed?: readonly (readonly [number, number])[];
	readonly illness?: Illness;
	/** Village cooperatives among them. */
	readonly villages?: number;
}

export const sragenCounts = { reporting: 170, silent: 58, inactive: 972 } as const;
export const bulelengCounts = { finance: 16, people: 9, annualMeeting: 6, cold: 15, healthy: 262 } as const;

const fit: Quota['trends'] = [
	['growing', 5],
	['steady', 4],
	['failing', 0.5]
];
const poor: Quota['trends'] = [
	['steady', 1],
	['failing', 3]
];

/** About 1,200 cooperatives, of which 228 active and 170 with the report of the last book year due. */
export function sragenRegister(places: readonly Place[], calendar: Calendar, madeAt: Date): Register {
	const quotas: readonly Quota[] = [
		{ standing: 'reporting', count: sragenCounts.reporting, shares: sragenActive, trends: fit },
		{
			standing: 'silent',
			count: sragenCounts.silent,
			shares: sragenActive,
			trends: poor,
			missed: [
				[1, 5],
				[2, 3],
				[3, 1]
			],
			villages: 12
		},
		{ standing: 'inactive', count: sragenCounts.inactive, shares: sragenInactive, trends: poor }
	];
	return register(
		{ seed: 'Bina Serasi', region: 'java', phonePrefix: '0271-000', places, calendar, madeAt },
		sragenNamed,
		quotas
	);
}

/** 308 cooperatives, one in ten sick: mostly of finance, then of people, then of annual meetings never held. */
export function bulelengRegister(places: readonly Place[], calendar: Calendar, madeAt: Date): Register {
	const { finance, people, annualMeeting, cold, healthy } = bulelengCounts;
	const losing = { standing: 'silent', trends: [['failing', 1]] } as const;
	const standingStill = { standing: 'silent', trends: [['steady', 1]] } as const;
	const quotas: readonly Quota[] = [
		{
			...losing,
			count: finance,
			illness: 'finance',
			shares: [
				['ksp', 3],
				['ksu', 2]
			],
			missed: [[2, 1]]
		},
		{
			...standingStill,
			count: people,
			illness: 'people',
			shares: [
				['ksu', 3],
				['kopwan', 2],
				['tani', 2],
				['nelayan', 1]
			],
			missed: [[2, 1]]
		},
		{
			...standingStill,
			count: annualMeeting,
			illness: 'annualMeeting',
			shares: [
				['ksu', 2],
				['tani', 2],
				['kopkar', 1]
			],
			missed: [
				[4, 1],
				[5, 1]
			]
		},
		{ standing: 'silent', count: cold, shares: bulelengAll, trends: [['steady', 1]], missed: [[1, 1]] },
		{ standing: 'reporting', count: healthy, shares: bulelengAll, trends: fit, villages: 10 }
	];
	return register(
		{ seed: 'Klinik Koperasi', region: 'bali', phonePrefix: '0362-000', places, calendar, madeAt },
		bulelengNamed,
		quotas
	);
}

interface Setting {
	readonly seed: string;
	readonly region: Region;
	readonly phonePrefix: string;
	readonly places: readonly Place[];
	readonly calendar: Calendar;
	readonly madeAt: Date;
}

function register(setting: Setting, namedOutlines: readonly Outline[], quotas: readonly Quota[]): Register {
	const { seed, ...shared } = setting;
	const random = randomFrom(seed);
	const newPerson = peopleMaker(random, setting.region, setting.madeAt);
	const usedNames = new Set(namedOutlines.map(({ name }) => name!.toLowerCase()));
	const workshop: Workshop = { ...shared, random, newPerson, usedNames, running: new Map() };
	const people: PersonTakenOver[] = [];
	const named = new Map<string, CooperativeTakenOver>();
	const sick: Register['sick'][number][] = [];
	const make = (outline: Outline) => {
		const made = cooperative(workshop, outline);
		people.push(...made.people);
		if (outline.key) named.set(outline.key, made.cooperative);
		if (outline.illness) sick.push({ cooperative: made.cooperative, illness: outline.illness });
		return made.cooperative;
	};
	// The named ones first, so that theirs are the low registry numbers; then the rest, mixed.
	const first = namedOutlines.map(make);
	const rest = random.shuffled(quotas.flatMap((quota) => others(workshop, quota, namedOutlines))).map(make);
	return { people, cooperatives: [...first, ...rest], named, sick };
}

/** The outlines of a quota that the named ones leave open. */
function others({ random, places }: Workshop, quota: Quota, namedOutlines: readonly Outline[]): Outline[] {
	const taken = namedOutlines.filter((outline) => belongsTo(outline, quota)).length;
	const villages = random.shuffled(
		places.flatMap(({ name, villages }) => villages.map((village) => ({ district: name, village: village.name })))
	);
	return Array.from({ length: quota.count - taken }, (_, at) => ({
		standing: quota.standing,
		trend: random.weighted(quota.trends),
		...(quota.illness ? { illness: quota.illness } : {}),
		...(quota.missed ? { missed: random.weighted(quota.missed) } : {}),
		...(at < (quota.villages ?? 0)
			? { family: 'village' as const, ...villages[at]! }
			: { family: random.weighted(quota.shares) })
	}));
}

const belongsTo = (outline: Outline, quota: Quota) =>
	(outline.isRevived ? 'reporting' : outline.standing) === quota.standing &&
	outline.illness === quota.illness &&
	(quota.missed === undefined ||
		outline.missed === undefined ||
		quota.missed.some(([missed]) => missed === outline.missed));
