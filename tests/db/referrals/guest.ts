import { linkPurposes } from '#clinic/offices/roles.ts';
import type { FilePage } from '#clinic/referrals/guests.ts';
import { inviteGuest, writeAdvice } from '#clinic/referrals/server/commands/guests.ts';
import { guestsOf } from '#clinic/referrals/server/reads/guests.ts';
import type { Actor } from '#platform/actor.ts';
import { smallNow, type SmallOffice } from '../../world/small.ts';
import type { ward } from '../patients.ts';

export const invitation = (caseId: string, pages: readonly FilePage[] = ['identity', 'diagnosis']) => ({
	caseId,
	name: 'Ketut Wardana',
	phone: '',
	organisation: 'Dekopinda Sragen',
	background: 'dekopinda',
	pages,
	question: 'Bagaimana menambah kas?',
	days: '7',
	isFree: 'on',
	givenBy: 'Harjo (ketua)',
	givenOn: '2026-03-01',
	way: 'inPerson',
	note: ''
});

/** Somebody invited to a case who has written an advice. */
export async function guestOf({ act, ask }: ReturnType<typeof ward>, office: SmallOffice, caseId: string) {
	const { adviser } = office.actors;
	const { guestId, linkId } = await act(adviser, inviteGuest, invitation(caseId));
	const guest: Actor = {
		kind: 'link',
		id: linkId,
		officeId: office.officeId,
		userId: null,
		permissions: new Set(linkPurposes.guest),
		clinicIds: [],
		subjectId: guestId,
		personId: null,
		outsideAt: smallNow
	};
	const { noteId } = await act(guest, writeAdvice, { words: 'Jadwalkan penarikan.' });
	const [listed] = await ask((reader) => guestsOf(reader, adviser, caseId, smallNow), adviser);
	return { guestId, consentId: listed!.consent.id, noteId };
}
