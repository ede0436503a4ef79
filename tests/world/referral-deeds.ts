import type { CauseCode } from '#clinic/diagnoses/causes.ts';
import { linkPurposes } from '#clinic/offices/roles.ts';
import type { RelationKind } from '#clinic/referrals/conflicts.ts';
import type { Stance } from '#clinic/referrals/conference.ts';
import type { ConsentWay, FilePage, GuestBackground } from '#clinic/referrals/guests.ts';
import { inviteGuest, recordGuestAccess, takeUpAdvice, writeAdvice } from '#clinic/referrals/server/commands/guests.ts';
import { callConference, recordConference } from '#clinic/referrals/server/commands/conferences.ts';
import { assignMentor, recordMentorConsent } from '#clinic/referrals/server/commands/mentors.ts';
import { declareRelation } from '#clinic/referrals/server/commands/relations.ts';
import { changeSpecialist, pauseSpecialist } from '#clinic/referrals/server/commands/specialists.ts';
import { conferenceOf } from '#clinic/referrals/server/reads/conferences.ts';
import { mentorSuggestions } from '#clinic/referrals/server/reads/mentors.ts';
import type { Actor } from '#platform/actor.ts';
import { addDays } from '#platform/clock.ts';
import { read } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import type { Deed, Scene } from './scene.ts';

// What people do about poli, specialists and those from outside, each through the command that the screens use.

const staffId = ({ stage }: Scene, who: string) => found(stage.actors.get(who)).id;

/** The head of division writes down what a specialist takes on. */
export const takesOn =
	(head: string, who: string, weeklyLimit: number | null, causes: readonly CauseCode[] = []): Deed =>
	async (scene) => {
		await scene.act(head, changeSpecialist, {
			staffId: staffId(scene, who),
			weeklyLimit: weeklyLimit === null ? '' : String(weeklyLimit),
			causes: [...causes],
			districts: [],
			hours: {}
		});
	};

/** A specialist takes no new cases, from some days after the deed's own and for some days. */
export const isAway =
	(who: string, inDays: number, forDays: number, reason: string): Deed =>
	async (scene) => {
		const fromOn = addDays(scene.today, inDays);
		await scene.act(who, pauseSpecialist, {
			staffId: staffId(scene, who),
			fromOn,
			untilOn: addDays(fromOn, forDays - 1),
			reason
		});
	};

/** A specialist says what ties him or her to the cooperative; the case goes back. */
export const declaresRelation =
	(who: string, kind: RelationKind, note: string): Deed =>
	async ({ progress, act }) => {
		await act(who, declareRelation, { referralId: found(progress.referralId), kind, note });
	};

interface Invited {
	readonly name: string;
	readonly organisation: string;
	readonly background: GuestBackground;
	readonly pages: readonly FilePage[];
	readonly question: string;
	readonly days: number;
	readonly givenBy: string;
	readonly way: ConsentWay;
}

/** Somebody from outside is invited, on the cooperative's word of that day. */
export const guestIsInvited =
	(who: string, { pages, days, ...guest }: Invited): Deed =>
	async ({ progress, today, act }) => {
		const { guestId, linkId } = await act(who, inviteGuest, {
			...guest,
			caseId: found(progress.caseId),
			phone: '',
			pages: [...pages],
			days,
			isFree: true,
			givenOn: today,
			note: ''
		});
		progress.guest = { guestId, linkId };
	};

function guestOf({ stage, progress, at }: Scene): Actor {
	const { guestId, linkId } = found(progress.guest);
	return {
		kind: 'link',
		id: linkId,
		officeId: [...stage.actors.values()][0]!.officeId,
		userId: null,
		permissions: new Set(linkPurposes.guest),
		clinicIds: [],
		subjectId: guestId,
		personId: null,
		outsideAt: at
	};
}

/** The guest opens the pages, and writes where there is something to say. */
export const guestAdvises =
	(words: string): Deed =>
	async (scene) => {
		const guest = guestOf(scene);
		await scene.act(guest, recordGuestAccess, {});
		const { noteId } = await scene.act(guest, writeAdvice, { words });
		scene.progress.noteId = noteId;
	};

export const adviceIsTakenUp =
	(who: string, words: string): Deed =>
	async ({ progress, act }) => {
		await act(who, takeUpAdvice, { noteId: found(progress.noteId), words });
	};

/** The board of a recovered cooperative agrees to help others. */
export const agreesToMentor =
	(who: string, givenBy: string): Deed =>
	async ({ patient, today, act }) => {
		const given = { givenBy, givenOn: today, way: 'inPerson', note: '' } as const;
		await act(who, recordMentorConsent, { mentorId: found(patient).id, ...given });
	};

/** The mentor that is proposed first is asked, and the patient agrees. */
export const mentorIsAssigned =
	(who: string, aim: string, givenBy: string): Deed =>
	async ({ stage, progress, today, act }) => {
		const caseId = found(progress.caseId);
		const actor = found(stage.actors.get(who));
		const { mentors } = await read(stage.database, actor, (reader) =>
			mentorSuggestions(reader, actor, { caseId, zone: stage.zone })
		);
		const { cooperativeId: mentorId } = found(mentors.find(({ mayHelp }) => mayHelp));
		const given = { givenBy, givenOn: today, way: 'inPerson', note: '' } as const;
		await act(who, assignMentor, { caseId, mentorId, aim, ...given });
	};

interface Called {
	readonly question: string;
	readonly agenda: readonly string[];
	readonly with: readonly string[];
	readonly outsiders?: string;
	readonly inDays: number;
}

export const conferenceIsCalled =
	(who: string, { question, agenda, with: people, outsiders = '', inDays }: Called): Deed =>
	async (scene) => {
		const { conferenceId } = await scene.act(who, callConference, {
			caseId: found(scene.progress.caseId),
			onDay: addDays(scene.today, inDays),
			startsAt: '10:00',
			place: 'Ruang rapat dinas',
			question,
			agenda: agenda.join('\n'),
			staffIds: people.map((one) => staffId(scene, one)) as never,
			outsiders
		});
		scene.progress.conferenceId = conferenceId;
	};

/** What each stood for, in the order of their names, and what came of it. */
export const conferenceIsHeld =
	(
		who: string,
		positions: readonly (readonly [stance: Stance, words: string])[],
		decision: string,
		task: readonly [what: string, who: string, inDays: number]
	): Deed =>
	async ({ stage, progress, today, act }) => {
		const conferenceId = found(progress.conferenceId);
		const actor = found(stage.actors.get(who));
		const { participants } = await read(stage.database, actor, (reader) =>
			conferenceOf(reader, actor, conferenceId, today)
		);
		await act(who, recordConference, {
			conferenceId,
			positions: participants.map(({ id }, at) => {
				const [stance, words] = positions[at]!;
				return { participantId: id, stance, words };
			}),
			decision,
			tasks: [{ what: task[0], who: task[1], dueOn: addDays(today, task[2]) }]
		});
	};
