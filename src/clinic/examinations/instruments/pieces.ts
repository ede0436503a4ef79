import type { Amount, Band, Bands, DenominatorOutcome, Form, MarkRule, Note, Reading, Term } from '../instrument.ts';

/** Small words to write an instrument with, so that its file reads like the tables it copies. */

export function sum(...figures: readonly string[]): Amount {
	return [{ terms: figures.map((figure) => ({ figure, times: '1' })) }];
}

export function weighted(factors: Readonly<Record<string, string>>): Form {
	return { terms: terms(factors) };
}

/** A nested object of lines, each with its factor; a line that is left out is 0. */
export function lines(group: string, factors: Readonly<Record<string, string>>): Form {
	return {
		terms: terms(factors).map(({ figure, times }) => ({ figure: `${group}.${figure}`, times })),
		omittedCountsAsZero: true
	};
}

function terms(factors: Readonly<Record<string, string>>): readonly Term[] {
	return Object.entries(factors).map(([figure, times]) => ({ figure, times }));
}

/** Edges that belong to the band below them, and the marks between them: one more than there are edges. */
export function upTo(edges: readonly string[], marks: readonly number[]): Bands {
	return { kind: 'bands', bands: banded(edges, marks, 'upTo') };
}

/** The same with edges that belong to the band above them. */
export function below(edges: readonly string[], marks: readonly number[]): Bands {
	return { kind: 'bands', bands: banded(edges, marks, 'below') };
}

function banded(edges: readonly string[], marks: readonly number[], side: 'upTo' | 'below'): readonly Band[] {
	if (marks.length !== edges.length + 1) throw new RangeError('a table needs one mark more than it has edges');
	return marks.map((mark, place) => {
		const edge = edges[place];
		return edge === undefined ? { mark } : { [side]: edge, mark };
	});
}

export const tableNote: Note = { id: 'Menurut tabel yang tercetak.', en: 'As the printed table has it.' };

/** A rule that the field reads in one way only. */
export function agreed(rule: MarkRule): readonly [Reading] {
	return [{ code: 'table', rule }];
}

/*
 * What a denominator of 0 or below means is not in the regulations. These outcomes are ours, chosen so that an empty
 * book never earns a mark by accident, and are shown as unverified.
 */
function outcome(kind: DenominatorOutcome['outcome'], id: string, en: string): DenominatorOutcome {
	return { outcome: kind, why: { id, en }, certainty: 'unverified' };
}

export const noMark = outcome(
	'none',
	'Angka pembaginya nol atau minus, jadi perbandingan ini tidak dapat dinilai.',
	'The figure to divide by is zero or below, so this ratio cannot be judged.'
);
export const nothingAtRisk = outcome(
	'best',
	'Tidak ada pinjaman yang berisiko, jadi nilainya tertinggi.',
	'Nothing is at risk, so the mark is the highest.'
);
export const nothingToMeasureAgainst = outcome(
	'worst',
	'Tidak ada pendapatan, hasil usaha, atau modal untuk dibandingkan, jadi nilainya terendah.',
	'There is no income, surplus or capital to measure against, so the mark is the lowest.'
);
export const lossIsNeverGood = outcome(
	'worst',
	'Kerugian tidak pernah menjadi perbandingan yang baik, jadi nilainya terendah.',
	'A loss is never a good ratio, so the mark is the lowest.'
);
export const withoutEnd = outcome(
	'endless',
	'Angka pembaginya nol: perbandingan dianggap tanpa batas dan masuk golongan tertinggi.',
	'The figure to divide by is zero: the ratio counts as endless and falls in its highest band.'
);
export const lossBefore = outcome(
	'worst',
	'Tahun lalu minus. Pertumbuhan dari angka minus tidak dapat dibaca sebagai kemajuan, jadi nilainya terendah.',
	'Last year was below zero. Growth from below zero cannot be read as progress, so the mark is the lowest.'
);
export const nobodySaves = outcome(
	'worst',
	'Tidak ada simpanan dari siapa pun, jadi tidak ada partisipasi anggota, dan nilainya terendah.',
	'Nobody saves, so there is no participation of members, and the mark is the lowest.'
);
