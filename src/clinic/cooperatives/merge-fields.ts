import type { Plain } from './record-changes.ts';

/**
 * What a person chooses between when two records become one, each with the columns that go together: the folded name goes
 * where the name goes, a village where its district goes.
 */
export const mergeFields = {
	name: ['name', 'core', 'norm'],
	kind: ['kind'],
	pattern: ['pattern'],
	form: ['form'],
	hasSavingsUnit: ['hasSavingsUnit'],
	legalNumber: ['legalNumber', 'legalNumberNorm'],
	legalOn: ['legalOn'],
	legalApprovedBy: ['legalApprovedBy'],
	foundedOn: ['foundedOn'],
	registryNumber: ['registryNumber'],
	businessNumber: ['businessNumber'],
	taxNumber: ['taxNumber'],
	address: ['address', 'postalCode'],
	district: ['districtCode', 'districtText', 'villageCode'],
	point: ['latitude', 'longitude', 'placeAccuracyMetres', 'placeConfirmedOn', 'placeConfirmedBy'],
	phone: ['phone'],
	email: ['email'],
	fax: ['fax'],
	website: ['website'],
	reach: ['reach', 'guidedBy'],
	groupCode: ['groupCode'],
	sectorCode: ['sectorCode'],
	businessClass: ['businessClass'],
	isLarge: ['isLarge'],
	seat: ['seat'],
	notary: ['notary'],
	note: ['note']
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type MergeField = keyof typeof mergeFields;
export const mergeFieldNames = Object.keys(mergeFields) as MergeField[];

/**
 * Nobody chooses between these: the life status moves by a decision only, health is that of the newest examination. The
 * record that stays takes them over only where it has none, or an older one.
 */
const life = ['registryStatus', 'dissolution'] as const;
const health = ['healthCategory', 'healthOn'] as const;

/** Columns in which a merger changes nothing of the record that stays. */
export const ownColumns = [
	'id',
	'officeId',
	'importId',
	'mergedInto',
	'createdAt',
	'updatedAt',
	'version',
	// Reckoned anew for the record that stays.
	'condition',
	'grade',
	'words',
	'listName'
] as const;

/** All groups of columns that move together. */
export const mergeGroups: readonly (readonly string[])[] = [...Object.values(mergeFields), life, health];

export type Side = 'winner' | 'loser';
export type Choices = Partial<Record<MergeField, Side>>;
type Row = Readonly<Record<string, unknown>>;

const isEmpty = (row: Row, columns: readonly string[]) => columns.every((column) => (row[column] ?? null) === null);
const isEqual = (a: Row, b: Row, columns: readonly string[]) =>
	columns.every((column) => (a[column] ?? null) === (b[column] ?? null));

/** How the two records stand to each other in one field. */
export type FieldState = 'same' | 'onlyWinner' | 'onlyLoser' | 'differs';

export function fieldState(field: MergeField, winner: Row, loser: Row): FieldState {
	const [first] = mergeFields[field];
	const columns = [first];
	const own = field === 'district' ? mergeFields.district : columns;
	if (isEqual(winner, loser, own)) return 'same';
	if (isEmpty(loser, own)) return 'onlyWinner';
	return isEmpty(winner, own) ? 'onlyLoser' : 'differs';
}

/** Values by column that the record that stays takes over from the other. What only one of them knows is kept. */
export function takenOver(winner: Row, loser: Row, choices: Choices): Record<string, Plain> {
	const taken: Record<string, Plain> = {};
	const take = (columns: readonly string[]) => {
		for (const column of columns)
			if ((winner[column] ?? null) !== (loser[column] ?? null)) taken[column] = (loser[column] ?? null) as Plain;
	};
	for (const field of mergeFieldNames) {
		const state = fieldState(field, winner, loser);
		if (state === 'onlyLoser' ? choices[field] !== 'winner' : state === 'differs' && choices[field] === 'loser')
			take(mergeFields[field]);
	}
	if (isEmpty(winner, life)) take(life);
	const healthOn = [winner['healthOn'], loser['healthOn']] as [string | null, string | null];
	if (healthOn[1] && (!healthOn[0] || healthOn[1] > healthOn[0])) take(health);
	return taken;
}

/**
 * What undoing a merger puts back: values that the merger set and nobody has changed since. A group of columns of which one
 * was changed keeps all its newer values.
 */
export function putBack(
	current: Row,
	before: Readonly<Record<string, Plain>>,
	after: Readonly<Record<string, Plain>>
): Record<string, Plain> {
	const back: Record<string, Plain> = {};
	for (const group of mergeGroups) {
		const touched = group.filter((column) => column in after);
		if (touched.length === 0 || !isEqual(current, after, touched)) continue;
		for (const column of touched) back[column] = before[column] ?? null;
	}
	return back;
}

/** A merger can be undone for so many days. */
export const UNDO_DAYS = 30;
export const undoableUntil = (mergedAt: Date): Date => new Date(mergedAt.getTime() + UNDO_DAYS * 86_400_000);
