/** How an office cares for its patients, where it may choose. */
export interface CareSettings {
	/** Whoever may approve plans may approve one of his or her own. */
	readonly ownPlansAllowed: boolean;
	/** Boards read the names of those who opened their file, not the roles alone. */
	readonly namesShown: boolean;
	/** Months after which controls are due, ascending. */
	readonly controlMonths: readonly number[];
}

/** What holds until an office chooses otherwise. Ours; no regulation says when a control is due. */
export const usualCare: CareSettings = { ownPlansAllowed: false, namesShown: true, controlMonths: [1, 3, 6, 12] };

/** No office plans further ahead, nor more often. */
export const latestControl = 36;
export const mostControls = 8;
