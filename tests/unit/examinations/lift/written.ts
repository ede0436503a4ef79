import fc from 'fast-check';
import type { Instrument } from '#clinic/examinations/instrument.ts';
import type { ExaminationRequest } from '#clinic/examinations/judge.ts';
import { readEntries } from '#clinic/examinations/request.ts';
import { sheetOf } from '#clinic/examinations/sheet.ts';
import { nested } from '#clinic/examinations/entries.ts';
import type { Change } from '#clinic/examinations/lift/lift.ts';

/** A request in which every figure and question of the usual form is given. */
export function anyComplete(instrument: Instrument): fc.Arbitrary<ExaminationRequest> {
	const { sections } = sheetOf(instrument);
	const names = sections.flatMap(({ figures }) => figures);
	const items = sections.flatMap(({ blocks }) => blocks.flatMap(({ questions }) => questions.map(({ code }) => code)));
	const amount = fc.oneof(
		fc.bigInt({ min: 0n, max: 300n }),
		fc.bigInt({ min: 1_000_000n, max: 900_000_000_000n }),
		fc.bigInt({ min: -50_000_000n, max: 50_000_000n })
	);
	return fc
		.record({
			amounts: fc.array(amount, { minLength: names.length, maxLength: names.length }),
			yes: fc.array(fc.boolean(), { minLength: items.length, maxLength: items.length })
		})
		.map(({ amounts, yes }) =>
			readEntries(instrument, {
				figures: nested(new Map(names.map((name, at) => [name, amounts[at] ?? 0n])), String),
				answers: Object.fromEntries(items.map((item, at) => [item, yes[at]])),
				readings: {}
			})
		);
}

/** The request with the changes made: of a block the last `count` questions, as any of them must do. */
export function changed(request: ExaminationRequest, changes: readonly Change[]): ExaminationRequest {
	const figures = new Map(request.figures);
	const answers = new Map(request.answers);
	for (const change of changes) {
		if (change.kind === 'figure') figures.set(change.figure, change.to);
		else for (const item of change.items.slice(-change.count)) answers.set(item, true);
	}
	return { ...request, figures, answers };
}
