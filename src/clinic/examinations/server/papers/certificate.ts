import type { PaperContent } from '#clinic/papers/content.ts';
import { cooperativeItems } from './facts.ts';
import { verdictOf, warningsOf } from './result.ts';
import type { PaperSubject } from './subject.ts';

/** At least fairly healthy, officially examined: for the wall of the cooperative's office. */
export function certificateContent(subject: PaperSubject): PaperContent {
	const { examined, cooperative, officeName, instrument } = subject;
	const [, ...facts] = cooperativeItems(subject);
	return {
		heading: 'SERTIFIKAT PEMERIKSAAN KESEHATAN KOPERASI',
		remark: null,
		parts: [
			{ part: 'paragraph', text: `${officeName} menerangkan bahwa` },
			{ part: 'title', text: cooperative.name },
			{ part: 'facts', items: facts },
			{
				part: 'paragraph',
				text: `telah diperiksa kesehatannya secara resmi untuk tahun buku ${examined.bookYear}${examined.subject === 'savingsUnit' ? ', khusus unit simpan pinjamnya,' : ''} menurut ${instrument?.regulation ?? examined.instrument}, dengan hasil`
			},
			verdictOf(subject),
			...warningsOf(subject)
		],
		signatures: [],
		copies: []
	};
}
