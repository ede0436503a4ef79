/** How soon, not how ill. */
export const triageLevels = ['emergency', 'urgent', 'routine', 'information'] as const;
export type TriageLevel = (typeof triageLevels)[number];
