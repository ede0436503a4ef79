import { describe, expect, it } from 'vitest';
import { answerFor, errorOf, fieldId } from '#ui/form.ts';

describe('what an action hands back', () => {
	it('is nothing when there is nothing to say', () => {
		for (const raw of [null, undefined, {}, { done: true }, 'text', { errors: {}, values: { a: 'b' } }])
			expect(answerFor(undefined, raw)).toBeNull();
	});

	it('takes the first message of a field and drops what is no text', () => {
		const answer = answerFor(undefined, {
			errors: { name: ['Tulis nama.', 'Terlalu pendek.'], age: 'Angka.', odd: 3 }
		});
		expect(answer?.errors).toEqual({ name: 'Tulis nama.', age: 'Angka.' });
	});

	it('keeps what was typed, lists too', () => {
		const values = { name: 'Budi', 'complaints[]': ['cash', 'rat'], file: { name: 'x' } };
		expect(answerFor(undefined, { message: 'Ditutup.', values })?.values).toEqual({
			name: 'Budi',
			'complaints[]': ['cash', 'rat']
		});
	});

	it('goes to the form that was sent and to no other', () => {
		const raw = { message: 'Sudah dipanggil.', values: { formName: 'call' } };
		expect(answerFor('call', raw)?.message).toBe('Sudah dipanggil.');
		expect(answerFor('skip', raw)).toBeNull();
		expect(answerFor(undefined, raw)).toBeNull();
		expect(answerFor('call', { message: 'x', values: {} })).toBeNull();
	});

	it('finds the error of a list whether or not anything of it was sent', () => {
		for (const key of ['complaints', 'complaints[]'])
			expect(errorOf(answerFor(undefined, { errors: { [key]: 'Pilih satu.' } }), 'complaints[]')).toBe('Pilih satu.');
	});

	it('gives field and summary the same id', () => {
		expect(fieldId('walk-in', 'board.0.name')).toBe('walk-in-board-0-name');
		expect(fieldId('f', 'complaints[]')).toBe(fieldId('f', 'complaints'));
	});
});
