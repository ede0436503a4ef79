import { isId, type Id } from '#platform/ids.ts';
import { businessClasses } from './classification.ts';
import { conditions, type Condition } from './condition.ts';
import { registryGrades, type RegistryGrade } from './grade.ts';
import { healthCategories, type HealthCategory } from './health.ts';
import { kinds, registryStatuses, type Kind, type RegistryStatus } from './kinds.ts';

/** Which cooperatives of the register to list. Only what an index answers, however large the register is. */
export interface ListFilters {
	/** A name or number; '' lists all. */
	readonly text: string;
	readonly kind: Kind | 'unknown' | null;
	readonly status: RegistryStatus | 'unknown' | null;
	/** Code of a district. */
	readonly district: string | null;
	readonly health: HealthCategory | 'unknown' | null;
	readonly condition: Condition | 'unknown' | null;
	/** Of the registry number (NIK). */
	readonly grade: RegistryGrade | 'unknown' | null;
	/** Class of business (KUK), 1 to 4. */
	readonly businessClass: number | 'unknown' | null;
	/** No report of the annual meeting is known for the newest book year that is due. */
	readonly isUnreported: boolean;
	/** Without coordinates. */
	readonly hasNoPlace: boolean;
}

export const noFilters: ListFilters = {
	text: '',
	kind: null,
	status: null,
	district: null,
	health: null,
	condition: null,
	grade: null,
	businessClass: null,
	isUnreported: false,
	hasNoPlace: false
};

/** How each filter is called in an address. */
export const filterParams = {
	text: 'cari',
	kind: 'jenis',
	status: 'status',
	district: 'kecamatan',
	health: 'kesehatan',
	condition: 'keadaan',
	grade: 'grade',
	businessClass: 'kuk',
	isUnreported: 'rat',
	hasNoPlace: 'titik'
} as const satisfies Record<keyof ListFilters, string>;

type Params = Pick<URLSearchParams, 'get'>;

const oneOf = <const Option extends string>(params: Params, name: string, options: readonly Option[]): Option | null =>
	options.find((option) => option === params.get(name)) ?? null;

/** The filters that an address names; what is no filter is left out. */
export function filtersIn(params: Params): ListFilters {
	const district = params.get(filterParams.district) ?? '';
	const businessClass = oneOf(params, filterParams.businessClass, [...businessClasses.map(String), 'unknown']);
	return {
		text: (params.get(filterParams.text) ?? '').slice(0, 200).trim(),
		kind: oneOf(params, filterParams.kind, [...kinds, 'unknown']),
		status: oneOf(params, filterParams.status, [...registryStatuses, 'unknown']),
		district: /^\d{2}\.\d{2}\.\d{2}$/.test(district) ? district : null,
		health: oneOf(params, filterParams.health, [...healthCategories, 'unknown']),
		condition: oneOf(params, filterParams.condition, [...conditions, 'unknown']),
		grade: oneOf(params, filterParams.grade, [...registryGrades, 'unknown']),
		businessClass: businessClass === null || businessClass === 'unknown' ? businessClass : Number(businessClass),
		isUnreported: params.get(filterParams.isUnreported) === 'belum',
		hasNoPlace: params.get(filterParams.hasNoPlace) === 'tanpa'
	};
}

/** The filters as an address carries them, always in the same order; '' for none. */
export function queryOf(filters: ListFilters): string {
	const params = new URLSearchParams();
	for (const name of Object.keys(filterParams) as (keyof ListFilters)[]) {
		const value = valueOf(name, filters);
		if (value !== '') params.set(filterParams[name], value);
	}
	return params.toString();
}

function valueOf(name: keyof ListFilters, filters: ListFilters): string {
	if (name === 'isUnreported') return filters.isUnreported ? 'belum' : '';
	if (name === 'hasNoPlace') return filters.hasNoPlace ? 'tanpa' : '';
	return String(filters[name] ?? '');
}

/** Which filters narrow the list, in their order. */
export const filtersSet = (filters: ListFilters): (keyof ListFilters)[] =>
	(Object.keys(filterParams) as (keyof ListFilters)[]).filter((name) => valueOf(name, filters) !== '');

/** The same without one of them. */
export const withoutFilter = (filters: ListFilters, name: keyof ListFilters): ListFilters => ({
	...filters,
	[name]: noFilters[name]
});

/** Where in the order of a list a row stands: pages begin behind it or end before it. */
export interface ListKey {
	readonly name: string;
	readonly id: Id<'Cooperative'>;
}

export const keyText = ({ name, id }: ListKey): string => `${id}~${name}`;

/** A key out of an address, null where there is none or it is none. */
export function keyIn(text: string | null): ListKey | null {
	const [, id, name] = /^([0-9a-f-]{36})~(.{0,400})$/su.exec(text ?? '') ?? [];
	return id !== undefined && name !== undefined && isId(id) && !name.includes('\u0000')
		? { id: id as Id<'Cooperative'>, name }
		: null;
}
