import { boardRoleWords } from '#clinic/cooperatives/ui/words.ts';
import { m } from '#messages';
import { formatDayShort } from '#ui/dates.ts';
import type { IconName } from '#ui/icons.ts';
import { language } from '#ui/language.ts';
import type { Tone } from '#ui/tone.ts';
import type { Conflict, RelationKind } from '../conflicts.ts';
import type { FitObjection, FitReason } from '../fit.ts';
import type { ConsentWay, FilePage, GuestBackground, GuestState } from '../guests.ts';
import type { ReferralState } from '../states.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

export const referralStateWords: Words<ReferralState> = {
	sent: m.referrals_state_sent,
	accepted: m.referrals_state_accepted,
	refused: m.referrals_state_refused,
	withdrawn: m.referrals_state_withdrawn
};
export const referralStateTones: Readonly<Record<ReferralState, Tone>> = {
	sent: 'still',
	accepted: 'good',
	refused: 'warn',
	withdrawn: 'plain'
};
export const referralStateIcons: Readonly<Record<ReferralState, IconName>> = {
	sent: 'clock',
	accepted: 'check-circle',
	refused: 'x',
	withdrawn: 'undo'
};

export const relationWords: Words<RelationKind> = {
	boardMember: m.referrals_relation_board_member,
	relative: m.referrals_relation_relative,
	creditor: m.referrals_relation_creditor,
	employee: m.referrals_relation_employee,
	other: m.referrals_relation_other
};

/** Why somebody cannot treat a cooperative: "Keluarga: sepupu ketua". */
export const conflictText = (conflict: Conflict): string =>
	conflict.code === 'declared'
		? m.referrals_conflict_declared({ kind: relationWords[conflict.kind](), note: conflict.note })
		: m.referrals_conflict_on_board({ name: conflict.name, role: boardRoleWords[conflict.role]() });

const day = (on: string) => formatDayShort(on, language());

export function reasonText(reason: FitReason): string {
	switch (reason.code) {
		case 'roomLeft':
			return m.referrals_fit_room_left({ taken: reason.taken, limit: reason.limit });
		case 'noLimit':
			return m.referrals_fit_no_limit({ taken: reason.taken });
		case 'skilled':
			return m.referrals_fit_skilled();
		case 'near':
			return m.referrals_fit_near();
		case 'noConflict':
			return m.referrals_fit_no_conflict();
	}
}

export function objectionText(objection: FitObjection): string {
	switch (objection.code) {
		case 'conflict':
			return conflictText(objection.conflict);
		case 'paused':
			return m.referrals_unfit_paused({ until: day(objection.untilOn), reason: objection.reason });
		case 'full':
			return m.referrals_unfit_full({ taken: objection.taken, limit: objection.limit });
		case 'notSkilled':
			return m.referrals_unfit_not_skilled();
		case 'farAway':
			return m.referrals_unfit_far_away();
		case 'awaySoon':
			return m.referrals_unfit_away_soon({ from: day(objection.fromOn), until: day(objection.untilOn) });
	}
}

export const filePageWords: Words<FilePage> = {
	identity: m.referrals_page_identity,
	complaint: m.referrals_page_complaint,
	examination: m.referrals_page_examination,
	diagnosis: m.referrals_page_diagnosis,
	plan: m.referrals_page_plan,
	notes: m.referrals_page_notes
};
export const filePageHints: Words<FilePage> = {
	identity: m.referrals_page_identity_hint,
	complaint: m.referrals_page_complaint_hint,
	examination: m.referrals_page_examination_hint,
	diagnosis: m.referrals_page_diagnosis_hint,
	plan: m.referrals_page_plan_hint,
	notes: m.referrals_page_notes_hint
};

export const backgroundWords: Words<GuestBackground> = {
	dekopinda: m.referrals_background_dekopinda,
	practitioner: m.referrals_background_practitioner,
	academic: m.referrals_background_academic,
	other: m.referrals_background_other
};

export const consentWayWords: Words<ConsentWay> = {
	letter: m.referrals_way_letter,
	meeting: m.referrals_way_meeting,
	inPerson: m.referrals_way_in_person,
	message: m.referrals_way_message,
	telephone: m.referrals_way_telephone
};

export const guestStateWords: Words<GuestState> = {
	open: m.referrals_guest_open,
	expired: m.referrals_guest_expired,
	revoked: m.referrals_guest_revoked,
	consentWithdrawn: m.referrals_guest_consent_withdrawn
};
export const guestStateTones: Readonly<Record<GuestState, Tone>> = {
	open: 'good',
	expired: 'still',
	revoked: 'warn',
	consentWithdrawn: 'warn'
};
export const guestStateIcons: Readonly<Record<GuestState, IconName>> = {
	open: 'eye',
	expired: 'clock',
	revoked: 'lock',
	consentWithdrawn: 'lock'
};
