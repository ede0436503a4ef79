import { describe, expect, it } from 'vitest';
import { historyOf, milestoneWords, type Happened } from '#clinic/cases/ui/milestone-words.ts';
import { complaintCodes } from '#clinic/cases/complaints.ts';
import { initialsOf, triageReasonText } from '#clinic/cases/ui/words.ts';
import { pressingCodes, triage } from '#clinic/cases/triage.ts';
import { sources } from '../../architecture/source.ts';

const happened = (what: string, params: Happened['params'] = {}, why: string | null = null): Happened => ({
	id: '1',
	caseId: 'c',
	what,
	params,
	why,
	at: new Date('2026-03-02T02:00:00Z'),
	byName: 'Ratna'
});

describe('the words of milestones', () => {
	const reported = sources(['src/clinic']).flatMap(({ text }) =>
		[...text.matchAll(/\bwhat: (?:\w+ \? )?'([a-z]\w*\.\w+)'(?: : '([a-z]\w*\.\w+)')?/g)].flatMap(([, a, b]) =>
			[a, b].filter((one) => one !== undefined)
		)
	);

	it('exist for all that any stop reports', () => {
		expect(new Set(reported).size).toBeGreaterThan(12);
		expect([...new Set(reported)].filter((what) => !(what in milestoneWords))).toEqual([]);
	});

	it('make a title of each, with and without what it may carry', () => {
		for (const what of Object.keys(milestoneWords)) {
			const [bare] = historyOf([happened(what)]);
			expect(bare!.title).not.toMatch(/undefined|\{/);
			expect(bare!.text ?? '').not.toMatch(/undefined|null|\{/);
		}
	});

	it('tell a visit with its ticket, an examination with its result, a plan with its day', () => {
		const text = (what: string, params: Happened['params']) => historyOf([happened(what, params)])[0]!;
		expect(text('visit.registered', { ticket: 'K-004' }).title).toBe('Datang langsung, tiket K-004');
		expect(text('examination.recorded', { bookYear: 2024, total: '62.15', category: 'underSupervision' }).text).toBe(
			'Tahun buku 2024 · Nilai 62,15 · Dalam pengawasan'
		);
		expect(text('followUp.planned', { dueOn: '2026-04-01' }).text).toBe('Tanggal: Rabu, 1 April 2026');
		expect(text('triage.overridden', { from: 'routine', to: 'urgent' }).title).toBe(
			'Tingkat triase diubah dari Biasa menjadi Mendesak'
		);
	});

	it('quote the reason, lead to the step, and do not hide what has no words', () => {
		const [entry] = historyOf([happened('complaint.recorded', {}, 'Kas kosong')]);
		expect(entry).toMatchObject({
			text: '“Kas kosong”',
			href: '/kasus/c/keluhan',
			by: 'Ratna',
			historyKind: 'complaint'
		});
		expect(historyOf([happened('stranger.came')])[0]!.title).toContain('stranger.came');
	});

	it('take those of a later stop first', () => {
		const [entry] = historyOf([happened('diagnosis.made', { cause: 'cashShort' })], {
			'diagnosis.made': { detail: (params) => `cause ${params['cause']}` }
		});
		expect(entry).toMatchObject({ title: 'Diagnosis ditetapkan', text: 'cause cashShort' });
	});
});

describe('the words of triage', () => {
	it('exist for every reason the rule gives', () => {
		const { reasons } = triage(
			{
				complaints: [...complaintCodes],
				meetings: { missed: 2, isKnown: true, isAtLeast: false },
				health: { category: 'underSupervision', on: '2026-01-01' },
				registryStatus: 'inactive',
				boardEndedOn: '2025-03-31',
				savingsLicenceEndedOn: '2025-03-31',
				years: { losses: 2, ownCapitalGone: 2024, noTurnover: 2024 },
				findings: pressingCodes.flatMap((code) =>
					[{ ratio: '4.000', limit: '10' }, null].map((measured) => ({
						...{ code, measured, level: 'urgent' as const, bookYear: 2024 }
					}))
				),
				diagnosis: { severity: 'severe', number: 'K01', id: 'Pinjaman bermasalah', en: 'Bad loans' },
				recoveredOn: '2025-09-01'
			},
			'2026-03-02'
		);
		for (const reason of reasons) expect(triageReasonText(reason)).not.toMatch(/undefined|^[a-z]+$/);
	});
	it('show the code of a reason that this version does not know', () => {
		expect(triageReasonText({ code: 'oldRule', params: { level: 'urgent' } })).toBe('oldRule');
	});
	it('shorten names to initials', () => {
		expect(['Ratna Anggraini', 'Sulastri', 'Drs. H. Made', '3 Dara'].map(initialsOf)).toEqual(['RA', 'S', 'DH', 'D']);
	});
});
