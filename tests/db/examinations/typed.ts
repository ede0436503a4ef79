import { blocks, bestFigures } from '../../unit/examinations/requests.ts';

/** The figures of the best examination in millions, so that no amount looks like a slip; as the form sends them. */
export const typedFigures: Readonly<Record<string, string>> = Object.fromEntries(
	Object.entries(bestFigures).map(([figure, amount]) => [
		figure,
		`${amount}.000.000`.replace(/^(\d)(\d{3})\./, '$1.$2.')
	])
);

/** Every question answered the same, as the form sends it. */
export const typedAnswers = (answer: 'yes' | 'no'): Record<string, string> =>
	Object.fromEntries(
		Object.entries(blocks).flatMap(([block, items]) =>
			Array.from({ length: items }, (_, place) => [`${block}-${place + 1}`, answer])
		)
	);

/** What the form sends for an examination of book year 2024 that scores 100.00. */
export const sent = (caseId: string, change: Record<string, unknown> = {}) => ({
	caseId,
	instrument: 'ksp-2016',
	version: '1',
	bookYear: '2024',
	unit: 'rupiah',
	standing: 'clinicCheck',
	figures: typedFigures,
	answers: typedAnswers('yes'),
	readings: {},
	overrideReason: '',
	note: '',
	...change
});
