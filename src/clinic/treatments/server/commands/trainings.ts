import { and, eq, inArray, isNull } from 'drizzle-orm';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { cases } from '#clinic/cases/server/tables.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { issueLink, revokeLinks } from '#platform/links/links.ts';
import { found, missing } from '#platform/refusal.ts';
import { attendanceMatched, attendanceWritten, attended, newTraining, trainingNamed } from '../../training-forms.ts';
import { codeHours, foldedAttendance, meantCooperative, trainingLinkPurpose } from '../../trainings.ts';
import { trainingDoses } from '../reads/trainings.ts';
import { trainingAttendances, trainingInvites, trainings } from '../tables/trainings.ts';

/** A training for the boards of several cases; of each it is one of the meetings that an action of its plan takes. */
export const planTraining = command({
	name: 'treatments.planTraining',
	needs: 'case.care',
	input: newTraining,
	run: async (context, { caseIds, ...training }) => {
		const { tx, actor, now } = context;
		const officeId = actor.officeId as Id<'Office'>;
		const today = dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone);
		if (training.heldOn < today) throw new BadInput({ heldOn: 'dayPassed' });
		const wanted = [...new Set(caseIds)];
		const invited = await tx
			.select({ caseId: cases.id, cooperativeId: cooperatives.id })
			.from(cases)
			.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
			.where(and(eq(cases.officeId, officeId), inArray(cases.id, wanted), isNull(cases.closedAt)));
		if (invited.length < wanted.length) throw missing();
		const doses = await trainingDoses(readerOf(tx), wanted);
		const trainingId = newId<'Training'>();
		await tx
			.insert(trainings)
			.values({ ...training, id: trainingId, officeId, madeAt: now, madeByName: await nameOf(tx, actor) });
		await tx
			.insert(trainingInvites)
			.values(invited.map((one) => ({ ...one, trainingId, officeId, actionId: doses.get(one.caseId) ?? null })));
		for (const { caseId } of invited)
			await runWithin(context, reportMilestone, {
				caseId,
				stage: null,
				what: 'training.planned',
				params: { title: training.title, heldOn: training.heldOn },
				subjectId: trainingId
			});
		return { trainingId };
	}
});

/** Opens the list of those present: a new code for the screen; the one before opens nothing any more. */
export const openAttendance = command({
	name: 'treatments.openAttendance',
	needs: 'case.care',
	input: trainingNamed,
	run: async (context, { trainingId }) => {
		const training = await inHand(context, trainingId);
		await revokeLinks(context, trainingLinkPurpose, training.id);
		const linkId = await issueLink(context, {
			purpose: trainingLinkPurpose,
			subjectId: training.id,
			givenTo: training.title,
			hours: codeHours
		});
		return { trainingId, linkId };
	}
});

/** Closes the list: the code on the screen opens nothing any more. */
export const closeAttendance = command({
	name: 'treatments.closeAttendance',
	needs: 'case.care',
	input: trainingNamed,
	run: async (context, { trainingId }) => {
		const training = await inHand(context, trainingId);
		await revokeLinks(context, trainingLinkPurpose, training.id);
		return { trainingId };
	}
});

/** Somebody in the room says by telephone that he or she is there: without an account, by the code on the screen. */
export const attendTraining = command({
	name: 'treatments.attendTraining',
	needs: 'training.attend',
	input: attended,
	run: async (context, { name, cooperative }) => {
		const { actor } = context;
		if (actor.kind !== 'link' || !actor.subjectId) throw missing();
		await note(context, actor.subjectId as Id<'Training'>, { name, cooperative, via: 'code' });
		return { name };
	}
});

/** An officer writes down who was there without a telephone. */
export const writeAttendance = command({
	name: 'treatments.writeAttendance',
	needs: 'case.care',
	input: attendanceWritten,
	run: async (context, { trainingId, name, cooperative }) => {
		await inHand(context, trainingId);
		await note(context, trainingId, { name, cooperative, via: 'officer' });
		return { trainingId };
	}
});

/** Says which invited cooperative a typed name meant, or that it meant none of them. */
export const matchAttendance = command({
	name: 'treatments.matchAttendance',
	needs: 'case.care',
	input: attendanceMatched,
	run: async ({ tx, actor }, { attendanceId, cooperativeId }) => {
		const [row] = await tx
			.select()
			.from(trainingAttendances)
			.where(and(eq(trainingAttendances.id, attendanceId), eq(trainingAttendances.officeId, actor.officeId as never)))
			.for('update');
		const attendance = found(row);
		if (cooperativeId) {
			const [invited] = await tx
				.select({ caseId: trainingInvites.caseId })
				.from(trainingInvites)
				.where(
					and(eq(trainingInvites.trainingId, attendance.trainingId), eq(trainingInvites.cooperativeId, cooperativeId))
				);
			found(invited);
		}
		await tx.update(trainingAttendances).set({ cooperativeId }).where(eq(trainingAttendances.id, attendance.id));
		return { trainingId: attendance.trainingId };
	}
});

interface Present {
	readonly name: string;
	readonly cooperative: string;
	readonly via: 'code' | 'officer';
}

async function note({ tx, actor, now }: Context, trainingId: Id<'Training'>, present: Present): Promise<void> {
	const invited = await tx
		.select({ cooperativeId: trainingInvites.cooperativeId, name: cooperatives.name })
		.from(trainingInvites)
		.innerJoin(cooperatives, eq(cooperatives.id, trainingInvites.cooperativeId))
		.where(and(eq(trainingInvites.trainingId, trainingId), eq(trainingInvites.officeId, actor.officeId as never)));
	if (invited.length === 0) throw missing();
	await tx
		.insert(trainingAttendances)
		.values({
			...present,
			id: newId<'Attendance'>(),
			officeId: actor.officeId as Id<'Office'>,
			trainingId,
			folded: foldedAttendance(present.name, present.cooperative),
			cooperativeId: meantCooperative(present.cooperative, invited) as Id<'Cooperative'> | null,
			at: now
		})
		.onConflictDoNothing();
}

async function inHand({ tx, actor }: Context, trainingId: Id<'Training'>) {
	const [row] = await tx
		.select()
		.from(trainings)
		.where(and(eq(trainings.id, trainingId), eq(trainings.officeId, actor.officeId as never)))
		.for('update');
	return found(row);
}
