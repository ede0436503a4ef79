/** What is examined: the cooperative as a whole, or the savings unit (USP) inside it, on its own figures. */
export const examinationSubjects = ['whole', 'savingsUnit'] as const;
export type ExaminationSubject = (typeof examinationSubjects)[number];
