/**
 * How the national register classifies a cooperative: the lists of its form ODS 2.7 (September 2021). The numbers of the
 * groups and sectors are the ministry's own and stand in its exports; their words are in `ui/classification-words.ts`.
 */

/** How far it reaches: members in one regency, in several of one province, in several provinces. */
export const reaches = ['regency', 'province', 'nation'] as const;
export type Reach = (typeof reaches)[number];

/** Who approved the legal entity. Since 2018 it is the ministry of law (AHU); before, one of the others. */
export const approvers = ['ministryOfLaw', 'deputyForMinister', 'governor', 'regent', 'unknown'] as const;
export type Approver = (typeof approvers)[number];

/** Kelompok: 45 groups. */
export const groupCodes: readonly number[] = Array.from({ length: 45 }, (_, at) => at + 1);

/** Sektor usaha: 17 sectors. */
export const sectorCodes: readonly number[] = Array.from({ length: 17 }, (_, at) => at + 1);

/** Classes of business (KUK) by capital and assets; 4 is the largest. */
export const businessClasses: readonly number[] = [1, 2, 3, 4];

export const educations = ['primarySchool', 'juniorHigh', 'seniorHigh', 'diploma', 'bachelor', 'postgraduate'] as const;
export type Education = (typeof educations)[number];
