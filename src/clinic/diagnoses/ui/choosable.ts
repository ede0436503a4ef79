import type { Said, Severity } from '../code-list/disease.ts';
import type { Evidence } from '../facts.ts';

/** A cause to choose, as `choosableCauses` reads it. */
export interface Choosable {
	readonly cause: string;
	readonly number: string;
	readonly clinic: string;
	readonly severity: Severity;
	readonly disproof: Said;
	readonly treatment: Said;
	readonly evidence: readonly Evidence[];
	readonly against: readonly Evidence[];
	readonly points: number;
	readonly weight: number;
}
