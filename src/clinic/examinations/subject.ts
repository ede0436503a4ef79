import type { Examinee } from './which-instrument.ts';

/** What is examined: the cooperative as a whole, or the savings unit (USP) inside it, on its own figures. */
export const examinationSubjects = ['whole', 'savingsUnit'] as const;
export type ExaminationSubject = (typeof examinationSubjects)[number];

/**
 * What of a cooperative can be examined. A cooperative that is savings and loan as a whole has no unit beside itself,
 * whatever the register says.
 */
export const subjectsOf = ({
	kind,
	hasSavingsUnit
}: Pick<Examinee, 'kind'> & { readonly hasSavingsUnit: boolean }): readonly ExaminationSubject[] =>
	hasSavingsUnit && kind !== 'savingsAndLoan' ? examinationSubjects : ['whole'];

/**
 * By what a subject's instrument is found: a savings unit is examined as a savings-and-loan cooperative would be. That
 * it keeps to the pattern of its cooperative is our own reading: the register has one pattern for both.
 */
export const examineeOf = <Cooperative extends Examinee>(
	cooperative: Cooperative,
	subject: ExaminationSubject
): Cooperative => (subject === 'whole' ? cooperative : { ...cooperative, kind: 'savingsAndLoan' });
