import { describe, expect, it } from 'vitest';
import { groundCodes } from '#clinic/closures/grounds.ts';
import { criterionText, groundWord } from '#clinic/closures/ui/words.ts';

describe('words', () => {
	it('say of each criterion whether it is met', () => {
		const cause = { code: 'causeGone', params: { cause: 'losses', evidence: 2 } };
		expect(criterionText({ ...cause, met: false })).toContain('Usaha merugi (2 bukti)');
		expect(criterionText({ ...cause, met: true })).toContain('tidak lagi terlihat');
		const meeting = { code: 'meetingReported', params: { bookYear: 2025 } };
		expect(criterionText({ ...meeting, met: true })).toContain('sudah dilaporkan (tahun buku 2025)');
		expect(criterionText({ ...meeting, met: false })).toContain('belum dilaporkan');
		const category = { code: 'categoryFair', params: { category: 'underSupervision' } };
		expect(criterionText({ ...category, met: false })).toContain('paling sedikit harus cukup sehat');
		expect(criterionText({ ...category, params: { category: '' }, met: true })).toContain('tidak berlaku');
	});

	it('name every ground', () => expect(groundCodes.filter((code) => groundWord(code) === code)).toEqual([]));
});
