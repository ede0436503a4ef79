import type { ComplaintCode } from '#clinic/cases/complaints.ts';
import type { BoardRole, CooperativeForm, Kind, RegistryStatus } from '#clinic/cooperatives/kinds.ts';
import type { ExaminationResult } from '#clinic/examinations/score.ts';
import type { Day } from '#platform/clock.ts';

/** What is known of a cooperative when its causes are looked for. Nothing here is guessed: what is not known is null or absent. */
export interface Facts {
	readonly today: Day;
	readonly cooperative: {
		readonly kind: Kind | null;
		readonly form: CooperativeForm | null;
		readonly registryStatus: RegistryStatus | null;
		readonly foundedOn: Day | null;
		readonly hasBusinessNumber: boolean;
		readonly hasRegistryNumber: boolean;
		/** Telephone, electronic mail or address: some way to reach it. */
		readonly hasContact: boolean;
	};
	/** A book year without an entry is not known. */
	readonly annualMeetings: readonly MeetingFact[];
	readonly figures: readonly YearFigures[];
	readonly boardTerms: readonly TermFact[];
	/** Coded complaints that count: those of the case, or those made after a given moment. */
	readonly complaints: readonly ComplaintCode[];
	readonly examination: ExaminationFact | null;
}

export interface MeetingFact {
	readonly bookYear: number;
	readonly heldOn: Day | null;
	readonly reportedOn: Day | null;
}

export interface YearFigures {
	readonly bookYear: number;
	readonly members: number | null;
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

export interface ExaminationFact {
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
