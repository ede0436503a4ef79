/** What became of a kept examination that was scored once more. */
export type RescoredOutcome = 'scored' | 'incomplete' | 'notUnderstood';
