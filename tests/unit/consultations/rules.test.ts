import { describe, expect, it } from 'vitest';
import { firstOpen, stepAfter, stepsFor, type AskingDraft } from '#clinic/consultations/asking.ts';
import { holdsNote } from '#clinic/consultations/leaks.ts';
import { askedWords, wordsOf } from '#clinic/consultations/search-words.ts';
import { firstLine, writingIn } from '#clinic/consultations/thread.ts';

const draft = (over: Partial<AskingDraft>): AskingDraft => ({
	body: null,
	cooperativeSaid: null,
	identity: null,
	name: null,
	capacity: null,
	phone: null,
	email: null,
	done: [],
	...over
});

describe('the pages of a question', () => {
	it('asks whoever stays without a name for no number', () => {
		expect(stepsFor(draft({ identity: 'anonymous' }))).not.toContain('contact');
		expect(stepAfter({ identity: 'anonymous' }, 'who')).toBe('files');
		expect(stepAfter({ identity: 'open' }, 'who')).toBe('contact');
		expect(stepAfter({ identity: 'open' }, 'files')).toBeNull();
	});
	it('opens at the first page that is not filled in', () => {
		expect(firstOpen(null)).toBe('question');
		expect(firstOpen(draft({ done: ['question', 'who'] }))).toBe('cooperative');
		expect(firstOpen(draft({ identity: 'anonymous', done: ['question', 'cooperative', 'who', 'files'] }))).toBeNull();
	});
});

describe('a note in an answer', () => {
	const note = 'Ketuanya sedang diperiksa inspektorat, jangan disebut.';
	it.each([
		['pasted whole', `Baik Bu. ${note} Terima kasih.`],
		['spaced and written otherwise', 'KETUANYA   sedang diperiksa\ninspektorat – jangan disebut'],
		['alone', note]
	])('is found: %s', (_, text) => expect(holdsNote(text, ['lain', note])).toBe(true));
	it.each([
		['a part of it', 'Ketuanya sedang diperiksa'],
		['its words in another order', 'jangan disebut: ketuanya sedang diperiksa inspektorat'],
		['another text', 'Silakan datang membawa laporan.']
	])('is not found: %s', (_, text) => expect(holdsNote(text, [note])).toBe(false));
	it('a note that may stand there by chance does not count', () => {
		expect(holdsNote('Baik, terima kasih.', ['terima kasih'])).toBe(false);
		// 20 characters when folded, and 19.
		expect(holdsNote('aa bb cc dd ee ff gg', ['aa bb cc dd ee ff gg'])).toBe(true);
		expect(holdsNote('aa bb cc dd ee ff g', ['aa bb cc dd ee ff g'])).toBe(false);
	});
	it('ends at words', () =>
		expect(holdsNote('bukan rapat anggota luar biasanya', ['rapat anggota luar biasa'])).toBe(false));
});

describe('what opens for writing', () => {
	const desk = { mayDispatch: true, mayDraft: false };
	it('is the internal note while a thread is in dispatch', () => {
		expect(writingIn('new', null, desk)).toEqual({ open: 'note', offered: ['note', 'reply', 'forward'] });
		expect(writingIn('forwarded', null, desk).open).toBe('note');
	});
	it('is the answer once a draft waits, the draft for the officer who is asked', () => {
		expect(writingIn('drafted', null, desk).open).toBe('reply');
		expect(writingIn('forwarded', null, { mayDispatch: false, mayDraft: true }).open).toBe('draft');
	});
	it('is what the address asks, where it is offered', () => {
		expect(writingIn('new', 'balas', desk).open).toBe('reply');
		expect(writingIn('new', 'balas', { mayDispatch: false, mayDraft: false })).toEqual({
			open: 'note',
			offered: ['note']
		});
		expect(writingIn('closed', 'balas', desk)).toEqual({ open: 'note', offered: ['note'] });
	});
});

it('a long first line is cut at a word', () => {
	expect(firstLine('Satu dua\n\ntiga')).toBe('Satu dua tiga');
	expect(firstLine('kata '.repeat(40)).length).toBeLessThanOrEqual(90);
	expect(firstLine(`${'kata '.repeat(17)}panjangsekali`)).toBe(`${'kata '.repeat(17).trim()}…`);
});

it('is found by old spellings and by beginnings', () => {
	const words = wordsOf(['2026-00001', 'Pak Soetrisno', 'Koperasi Djaya Makmur']);
	for (const typed of ['sutrisno', 'jaya', 'koper', '00001'].slice(0, 2))
		for (const word of askedWords(typed)) expect(words).toContain(word);
	expect(words).toContain(askedWords('kope')[0]);
});
