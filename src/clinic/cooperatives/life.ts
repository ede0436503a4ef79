import type { RegistryStatus } from './kinds.ts';

/**
 * The life of a cooperative as the register keeps it. The ministry's form knows active and inactive only; the way to the
 * end follows UU 25/1992 art. 46-56. A merged record is no life status: the record itself points to the one that stays.
 */
export const lifeStatuses = ['active', 'inactive', 'inDissolution', 'dissolved'] as const;
export type LifeStatus = (typeof lifeStatuses)[number];

/** Beside the ministry's own active or inactive: how far a dissolution has come. */
export type Dissolution = Exclude<LifeStatus, RegistryStatus>;

export interface RegisteredLife {
	readonly registryStatus: RegistryStatus | null;
	readonly dissolution: Dissolution | null;
}

/** Null: nobody has said yet. */
export const lifeStatusOf = ({ registryStatus, dissolution }: RegisteredLife): LifeStatus | null =>
	dissolution ?? registryStatus;

/** What the register keeps for a life status: who is being dissolved is no longer active. */
export const registeredLife = (status: LifeStatus): RegisteredLife =>
	status === 'active' || status === 'inactive'
		? { registryStatus: status, dissolution: null }
		: { registryStatus: 'inactive', dissolution: status };

/**
 * Where a decision may lead. A dissolution in progress may be given up after objections; one that was carried out comes
 * back only as inactive, by a decision that annuls it, and must show life before it is active again.
 */
const ways: Readonly<Record<LifeStatus, readonly LifeStatus[]>> = {
	active: ['inactive', 'inDissolution'],
	inactive: ['active', 'inDissolution'],
	inDissolution: ['active', 'inactive', 'dissolved'],
	dissolved: ['inactive']
};

export const nextLifeStatuses = (from: LifeStatus | null): readonly LifeStatus[] =>
	from === null ? ['active', 'inactive', 'inDissolution'] : ways[from];
