import type { ComplaintCode } from '#clinic/cases/complaints.ts';
import type { BoardRole, CooperativeForm, Kind, RegistryStatus } from '#clinic/cooperatives/kinds.ts';
import type { LicenceKind } from '#clinic/cooperatives/licence-kinds.ts';
import type { ExaminationResult } from '#clinic/examinations/score.ts';
import type { Day } from '#platform/clock.ts';

/** What is known of a cooperative when its causes are looked for. Nothing here is guessed: what is not known is null or absent. */
export interface Facts {
	readonly today: Day;
	readonly cooperative: {
		readonly kind: Kind | null;
		readonly form: CooperativeForm | null;
		readonly hasSavingsUnit: boolean;
		readonly registryStatus: RegistryStatus | null;
		readonly foundedOn: Day | null;
		readonly hasBusinessNumber: boolean;
		readonly hasRegistryNumber: boolean;
		readonly hasTaxNumber: boolean;
		readonly hasAddress: boolean;
		/** Telephone, electronic mail or address: some way to reach it. */
		readonly hasContact: boolean;
	};
	/** A book year without an entry is not known. */
	readonly annualMeetings: readonly MeetingFact[];
	readonly figures: readonly YearFigures[];
	readonly boardTerms: readonly TermFact[];
	readonly licences: readonly LicenceFact[];
	/** Coded complaints that count: those of the case, or those made after a given moment. */
	readonly complaints: readonly ComplaintCode[];
	/** The examination that speaks for the present. */
	readonly examination: ExaminationFact | null;
	/** Those before it by the same instrument, one a book year, newest first. */
	readonly earlierExaminations: readonly ExaminationFact[];
	/** The newest by each other instrument, not older than the year before. */
	readonly otherExaminations: readonly ExaminationFact[];
}

export interface MeetingFact {
	readonly bookYear: number;
	readonly heldOn: Day | null;
	readonly reportedOn: Day | null;
	/** Members on that day, and how many came or were represented; null where nobody wrote it down. */
	readonly entitled?: number | null;
	readonly present?: number | null;
}

export interface YearFigures {
	readonly bookYear: number;
	readonly members: number | null;
	/** Managers, where the register says how many. */
	readonly managers: number | null;
	readonly ownCapitalRupiah: bigint | null;
	readonly assetsRupiah: bigint | null;
	readonly turnoverRupiah: bigint | null;
	readonly netSurplusRupiah: bigint | null;
}

export interface TermFact {
	readonly personId: string;
	readonly role: BoardRole;
	readonly fromOn: Day | null;
	readonly untilOn: Day | null;
}

export interface LicenceFact {
	readonly kind: LicenceKind;
	readonly validUntil: Day | null;
}

export interface ExaminationFact {
	readonly id: string;
	readonly bookYear: number;
	readonly result: ExaminationResult;
	readonly answers: Readonly<Record<string, boolean | readonly boolean[]>>;
	/** The questions as they were worded when asked, by block. */
	readonly asked: Readonly<Record<string, readonly string[]>>;
}

/** One line of evidence. `code` is a sign's code, after a colon its detail: `answeredNo:general.5`, `complaint:cashShort`. */
export interface Evidence {
	readonly code: string;
	readonly params: Readonly<Record<string, string | number>>;
}

export type FindSigns = (facts: Facts) => readonly Evidence[];
