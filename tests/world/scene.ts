import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type * as v from 'valibot';
import type { CooperativeTakenOver, PersonTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import type { ClinicCode } from '#clinic/offices/poli.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day, Zone } from '#platform/clock.ts';
import { perform, type Command, type Json } from '#platform/command.ts';
import type { Database } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import type { Calendar } from './calendar.ts';
import type { When } from './when.ts';

/** An office in which stories are played. */
export interface Stage {
	readonly database: Database;
	readonly zone: Zone;
	/** Of the day on which the world stands, not of the story's. */
	readonly calendar: Calendar;
	/** Staff by the first part of their e-mail address: `ratna`. */
	readonly actors: ReadonlyMap<string, Actor>;
	readonly clinics: Readonly<Record<ClinicCode, Id<'Clinic'>>>;
	readonly roomId: Id<'Room'>;
}

/** What a story has come to so far: ids that later deeds need. */
export interface Progress {
	ticketId?: Id<'Ticket'>;
	caseId?: Id<'Case'>;
	diagnosisId?: Id<'Diagnosis'>;
	referralId?: Id<'Referral'>;
	planId?: Id<'TreatmentPlan'>;
	examinationId?: Id<'Examination'>;
	followUpId?: Id<'FollowUp'>;
	proposalId?: Id<'ClosureProposal'>;
	linkId?: Id<'Link'>;
	guest?: { readonly guestId: Id<'CaseGuest'>; readonly linkId: Id<'Link'> };
	noteId?: Id<'GuestNote'>;
	conferenceId?: Id<'Conference'>;
	threadId?: Id<'Thread'>;
}

/** One deed of a story at its moment. */
export interface Scene {
	readonly stage: Stage;
	readonly patient: CooperativeTakenOver | null;
	/** Who speaks for the cooperative: its chair. */
	readonly visitor: PersonTakenOver;
	readonly at: Date;
	readonly today: Day;
	readonly progress: Progress;
	/** Does a deed as this member of the staff, or as the actor given, through the one road. */
	readonly act: <Schema extends v.GenericSchema, Result extends Json>(
		who: string | Actor,
		deed: Command<Schema, Result>,
		input: v.InferInput<Schema>
	) => Promise<Result>;
}

export type Deed = (scene: Scene) => Promise<void>;
export interface Step {
	readonly when: When;
	readonly deed: Deed;
}

/**
 * A command id that is the same at every playing: a filling that was cut off goes on where it stopped, because the
 * runner answers what was done already from its audit row.
 */
export const stepId = (name: string, at: Date): string =>
	v7({ msecs: at.getTime(), random: createHash('sha256').update(name).digest().subarray(0, 16) });

/** `act` of a scene: names the command after the story, the step and the deed's turn within it. */
export function actIn(stage: Stage, name: string, at: Date): Scene['act'] {
	let turn = 0;
	return (who, deed, input) => {
		const actor = typeof who === 'string' ? stage.actors.get(who) : who;
		if (!actor) throw new Error(`nobody is called ${String(who)} here`);
		turn += 1;
		return perform({ database: stage.database, actor, now: at, commandId: stepId(`${name}.${turn}`, at) }, deed, input);
	};
}
