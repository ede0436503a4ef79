/** A check of the clinic's own, or an official examination, which only an inspector finalises. */
export const examinationStandings = ['clinicCheck', 'official'] as const;
export type ExaminationStanding = (typeof examinationStandings)[number];
