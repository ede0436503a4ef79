import type { PaperContent, Part, Row, Table } from '#clinic/papers/content.ts';
import { writtenDay } from '#clinic/papers/setting.ts';
import { formatDecimal, formatInteger } from '#ui/numbers.ts';
import type { Explanation } from '../../explain.ts';
import { figuresKept } from '../../figures-kept.ts';
import { addsToTotal } from '../../full-score.ts';
import { decimal, decimalText } from '../../ratio.ts';
import { figureWords } from '../../ui/figure-words.ts';
import { bandWord, ratioWord } from '../../ui/why-words.ts';
import { componentWord } from '../../ui/component-words.ts';
import { aspectWord } from '../../ui/words.ts';
import { cooperativeItems, examinationItems } from './facts.ts';
import { isUnverified, nextSteps, verdictOf, warningsOf } from './result.ts';
import type { PaperSubject } from './subject.ts';

const none = 'belum dinilai';
const points = (score: string | null | undefined) =>
	score === null || score === undefined ? none : formatDecimal(score);

/** The whole examination on paper: all aspects and components with ratio, mark, score, band, source and doubts. */
export function reportContent(subject: PaperSubject): PaperContent {
	const { examined, examiner, letterhead } = subject;
	const isOfficial = examined.standing === 'official';
	return {
		heading: 'LAPORAN HASIL PEMERIKSAAN KESEHATAN KOPERASI',
		remark: isOfficial ? null : 'Pemeriksaan klinik, bukan sertifikat',
		parts: [
			{ part: 'facts', items: [...cooperativeItems(subject), ...examinationItems(subject)] },
			verdictOf(subject),
			...warningsOf(subject),
			{ part: 'title', text: 'Nilai tiap aspek' },
			aspectTable(subject),
			...componentParts(subject),
			...figureParts(subject),
			{ part: 'title', text: 'Langkah berikutnya' },
			{ part: 'list', items: nextSteps(subject) },
			...(examined.note
				? ([
						{ part: 'title', text: 'Catatan pemeriksa' },
						{ part: 'paragraph', text: examined.note }
					] as const)
				: [])
		],
		signatures: [
			{ role: 'Mengetahui, ' + letterhead.signer.title, name: letterhead.signer.name, title: null },
			{ role: 'Pemeriksa', name: examiner.name, title: examiner.title }
		],
		copies: []
	};
}

/** Points add up as they stand; credits by weight, which the table then shows step by step. */
function aspectTable({ examined, before, instrument }: PaperSubject): Table {
	const { result } = examined;
	const byWeight = instrument?.adding === 'credits';
	const earlier = new Map(before?.result.aspects.map(({ code, score }) => [code, score]));
	const row = (cells: string[], was: string, strong: boolean): Row => ({
		cells: before ? [...cells, was] : cells,
		strong,
		note: null
	});
	const titles = byWeight ? ['Skor (dari 100)', 'Bobot', 'Sumbangan'] : ['Bobot', 'Skor'];
	const written = (weight: string | null) => (weight === null ? '–' : formatDecimal(weight));
	const adds = result.aspects.map((aspect) => addsToTotal(result, aspect));
	const isRounded = adds.every((one) => one !== null) && sumOf(adds) !== examined.total;
	return {
		part: 'table',
		caption: byWeight
			? `Sumbangan = skor × bobot ÷ 100; jumlahnya nilai akhir.${isRounded ? ' Nilai akhir dihitung dari pecahan tepat, lalu dibulatkan sekali.' : ''}`
			: null,
		columns: [
			{ title: 'Aspek', numeric: false, share: 1 },
			...titles.map((title) => ({ title, numeric: true, share: 0 })),
			...(before
				? [
						{
							title: before.bookYear === examined.bookYear ? 'Sebelumnya' : `Tahun buku ${before.bookYear}`,
							numeric: true,
							share: 0
						}
					]
				: [])
		],
		rows: [
			...result.aspects.map(({ code, weight, score }, place) =>
				row(
					byWeight
						? [aspectWord(code), points(score), weight === null ? '–' : `${written(weight)}%`, points(adds[place])]
						: [aspectWord(code), written(weight), points(score)],
					points(earlier.get(code)),
					false
				)
			),
			row(
				byWeight ? ['Jumlah', '', '100%', points(examined.total)] : ['Jumlah', '', points(examined.total)],
				points(before?.total),
				true
			)
		]
	};
}

const sumOf = (texts: readonly (string | null)[]): string =>
	decimalText(
		texts.reduce((sum, text) => sum + decimal(text ?? '0', 2), 0n),
		2
	);

function componentParts(subject: PaperSubject): Part[] {
	const { examined, explanations } = subject;
	const byCredit = subject.instrument?.adding === 'credits';
	return examined.result.aspects.flatMap(({ code, components }): Part[] => {
		const why = new Map(explanations.filter(({ aspect }) => aspect === code).map((one) => [one.code, one]));
		return [
			{ part: 'title', text: `Aspek ${aspectWord(code).toLowerCase()}` },
			{
				part: 'table',
				caption: null,
				columns: [
					{ title: 'Komponen', numeric: false, share: 1 },
					{ title: 'Rasio', numeric: true, share: 0 },
					{ title: byCredit ? 'Nilai (1 terbaik)' : 'Nilai', numeric: true, share: 0 },
					{ title: byCredit ? 'Paling tinggi' : 'Bobot', numeric: true, share: 0 },
					{ title: 'Skor', numeric: true, share: 0 }
				],
				rows: components.map((component): Row => {
					const explanation = why.get(component.code);
					const doubtful = explanation ? isUnverified(explanation) : false;
					return {
						cells: [
							componentWord(component.code) + (doubtful ? ' (†)' : ''),
							'ratio' in component && typeof component.ratio === 'string' && component.unit
								? ratioWord(component.ratio, component.unit)
								: '–',
							'mark' in component && component.mark !== undefined ? formatDecimal(component.mark) : '–',
							'weight' in component && typeof component.weight === 'string' ? formatDecimal(component.weight) : '–',
							points('score' in component ? component.score : null)
						],
						strong: false,
						note: explanation ? noteOf(explanation, doubtful) : null
					};
				})
			}
		];
	});
}

/** Band, reading and source in a line: what an inspector looks up. */
function noteOf(explanation: Explanation, doubtful: boolean): string {
	const said: string[] = [];
	if (explanation.kind === 'ratio' && explanation.band)
		said.push(`Golongan: ${bandWord(explanation.band, explanation.unit)}.`);
	if (explanation.kind === 'ratio' && explanation.otherReadings.length > 0 && explanation.reading.note)
		said.push(`Dibaca begini: ${explanation.reading.note.id}`);
	if (explanation.kind === 'ratio' && explanation.outcome) said.push(explanation.outcome.why.id);
	if (explanation.kind === 'checklist') {
		const yes = explanation.items.filter(({ answer }) => answer === true).length;
		said.push(`${yes} dari ${explanation.items.length} pertanyaan dijawab ya.`);
	}
	said.push(`Sumber: ${explanation.source}.`);
	if (doubtful) said.push('† Belum dipastikan dari naskah resmi.');
	return said.join(' ').replace(/\.\./g, '.');
}

/** In the order of the sheet: as its formulas ask for them. */
function inOrder(figures: ReadonlyMap<string, bigint>, explanations: PaperSubject['explanations']): [string, bigint][] {
	const asked = explanations.flatMap((one) =>
		one.kind === 'ratio' ? [...one.numerator, ...one.denominator].map(({ figure }) => figure) : []
	);
	const names = new Set([...asked.filter((name) => figures.has(name)), ...figures.keys()]);
	return [...names].map((name) => [name, figures.get(name)!]);
}

function figureParts({ examined, before, explanations }: PaperSubject): Part[] {
	const figures = inOrder(figuresKept(examined), explanations);
	if (figures.length === 0) return [];
	const earlier = before ? figuresKept(before) : null;
	return [
		{ part: 'title', text: 'Angka yang dipakai' },
		{
			part: 'table',
			caption: 'Dalam rupiah, sebagaimana diserahkan dan diperiksa.',
			columns: [
				{ title: 'Pos', numeric: false, share: 1 },
				{ title: String(examined.bookYear), numeric: true, share: 0 },
				...(before
					? [
							{
								title: before.bookYear === examined.bookYear ? 'Sebelumnya' : String(before.bookYear),
								numeric: true,
								share: 0
							}
						]
					: [])
			],
			rows: figures.map(([name, amount]) => {
				const was = earlier?.get(name);
				return {
					cells: [
						figureWords(name).label,
						formatInteger(amount),
						...(before ? [was === undefined ? '–' : formatInteger(was)] : [])
					],
					strong: false,
					note: null
				};
			})
		},
		...(before
			? ([
					{
						part: 'paragraph',
						text: `Pembanding: pemeriksaan tanggal ${writtenDay(before.at.toISOString().slice(0, 10))} dengan kertas kerja yang sama.`
					}
				] as const)
			: [])
	];
}
