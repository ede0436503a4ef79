import type { LicenceKind } from './licence-kinds.ts';
import type { RequestKind } from './licence-requests.ts';
import type { RecordPaper } from './record-papers.ts';

/** A paper that is asked for when a right is requested, with the law that asks it and how sure that is. */
export interface RequestPaper {
	/** Names it among the papers of its request, and in the row of the request. */
	readonly paper: RecordPaper;
	/** A regulation's code (`offices/regulations.ts`). */
	readonly source: string;
	readonly certainty: 'official' | 'secondary' | 'unverified';
	/** A licence of the record that stands for it: no file is asked where it is known and valid. */
	readonly licence?: LicenceKind;
}

const paper = (
	name: RecordPaper,
	source: string,
	certainty: RequestPaper['certainty'],
	licence?: LicenceKind
): RequestPaper => ({
	paper: name,
	source,
	certainty,
	...(licence && { licence })
});

/**
 * Papers by right. `klinik`: the practice of offices, no regulation with such a list was found; all others were compared
 * with no official text either.
 */
export const requestPapers: Readonly<Record<RequestKind, readonly RequestPaper[]>> = {
	businessNumber: [
		paper('deed', 'klinik', 'unverified'),
		paper('legalApproval', 'klinik', 'unverified'),
		paper('taxCard', 'klinik', 'unverified'),
		paper('boardIdentity', 'klinik', 'unverified'),
		paper('domicile', 'klinik', 'unverified')
	],
	registryNumber: [
		paper('legalApproval', 'klinik', 'unverified'),
		paper('boardDecision', 'klinik', 'unverified'),
		paper('boardIdentity', 'klinik', 'unverified'),
		paper('taxCard', 'klinik', 'unverified'),
		paper('meetingMinutes', 'klinik', 'unverified'),
		paper('accounts', 'klinik', 'unverified'),
		paper('memberList', 'klinik', 'unverified')
	],
	businessLicence: [
		paper('businessNumber', 'permenkop-8-2023', 'unverified', 'businessNumber'),
		paper('legalApproval', 'permenkop-8-2023', 'unverified'),
		paper('bankLetter', 'permenkop-8-2023', 'unverified'),
		paper('businessPlan', 'permenkop-8-2023', 'unverified'),
		paper('boardDecision', 'permenkop-8-2023', 'unverified'),
		paper('boardIdentity', 'permenkop-8-2023', 'unverified')
	],
	branchPermit: [
		paper('savingsLicence', 'permenkop-8-2023', 'unverified', 'savingsLicence'),
		paper('meetingMinutes', 'permenkop-8-2023', 'unverified'),
		paper('accounts', 'permenkop-8-2023', 'unverified'),
		paper('businessPlan', 'permenkop-8-2023', 'unverified'),
		paper('domicile', 'permenkop-8-2023', 'unverified')
	]
};

/** What a granted request leaves on the record, where its kind says so. */
export const grantedLicence: Readonly<Record<RequestKind, LicenceKind>> = {
	businessNumber: 'businessNumber',
	registryNumber: 'registryCertificate',
	businessLicence: 'savingsLicence',
	branchPermit: 'branchPermit'
};

/** How a paper of a request stands. `held`: the record has it already, nobody asks again. */
export type PaperState =
	| { readonly state: 'held'; readonly by: 'file' | 'licence'; readonly since: string }
	| { readonly state: 'handedIn'; readonly on: string }
	| { readonly state: 'missing' };

export interface HeldPapers {
	readonly files: readonly { readonly what: RecordPaper; readonly on: string }[];
	readonly licences: readonly { readonly kind: LicenceKind; readonly on: string; readonly validUntil: string | null }[];
	/** Handed in for this request, by paper, with the day. */
	readonly handedIn: Readonly<Record<string, string>>;
}

/** One paper of a request against what the record holds on a day. */
export function paperState({ paper: name, licence }: RequestPaper, held: HeldPapers, today: string): PaperState {
	const valid = held.licences.find(
		({ kind, validUntil }) => kind === licence && (validUntil === null || validUntil >= today)
	);
	if (valid) return { state: 'held', by: 'licence', since: valid.on };
	const file = held.files.find(({ what }) => what === name);
	if (file) return { state: 'held', by: 'file', since: file.on };
	const on = held.handedIn[name];
	return on === undefined ? { state: 'missing' } : { state: 'handedIn', on };
}
