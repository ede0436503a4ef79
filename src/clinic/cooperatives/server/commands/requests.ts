import { and, eq, isNull } from 'drizzle-orm';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { requestEnds, type RequestEnd } from '../../licence-requests.ts';
import { handedInInput, newRequestInput, requestStepInput } from '../../request-forms.ts';
import { grantedLicence } from '../../request-papers.ts';
import { openRecord } from '../changes.ts';
import { licenceRequests, requestEvents } from '../tables/duties.ts';
import { addLicence } from './papers.ts';

/** The office begins to help a cooperative to a right. One request of a kind and title runs at a time. */
export const openRequest = command({
	name: 'cooperatives.openRequest',
	needs: 'register.edit',
	input: newRequestInput,
	run: async (context, { requestId = newId<'LicenceRequest'>(), cooperativeId, kind, title }) => {
		const { tx, actor, now } = context;
		const record = await openRecord(context, cooperativeId);
		const running = await tx
			.select({ title: licenceRequests.title })
			.from(licenceRequests)
			.where(
				and(eq(licenceRequests.cooperativeId, record.id), eq(licenceRequests.kind, kind), isNull(licenceRequests.end))
			);
		if (running.some((other) => other.title === title)) throw new Refusal('cooperatives.requestRuns');
		await tx.insert(licenceRequests).values({
			id: requestId,
			officeId: record.officeId,
			cooperativeId: record.id,
			kind,
			title,
			papers: {},
			openedAt: now,
			openedByName: await nameOf(readerOf(tx), actor)
		});
		return { requestId };
	}
});

async function openRequestRow({ tx, actor }: Context, requestId: Id<'LicenceRequest'>) {
	const [row] = await tx
		.select()
		.from(licenceRequests)
		.where(and(eq(licenceRequests.id, requestId), eq(licenceRequests.officeId, actor.officeId as never)))
		.for('update');
	const request = found(row);
	if (request.end !== null) throw new Refusal('cooperatives.requestEnded');
	return request;
}

const todayOf = async ({ tx, actor, now }: Context) => dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone);

/** Ticks papers that were handed in. What another officer has ticked stays; a paper is never asked for twice. */
export const handInPapers = command({
	name: 'cooperatives.handInPapers',
	needs: 'register.edit',
	input: handedInInput,
	run: async (context, { requestId, papers }) => {
		const request = await openRequestRow(context, requestId);
		const today = await todayOf(context);
		const fresh = papers.filter((paper) => !(paper in request.papers));
		if (fresh.length === 0) throw new Refusal('cooperatives.nothingChanged');
		const all = { ...request.papers, ...Object.fromEntries(fresh.map((paper) => [paper, today])) };
		await context.tx.update(licenceRequests).set({ papers: all }).where(eq(licenceRequests.id, requestId));
		return { requestId, papers: fresh };
	}
});

/** Notes what happened to a request: sent, answered, granted, refused. What is granted goes onto the record. */
export const takeRequestStep = command({
	name: 'cooperatives.takeRequestStep',
	needs: 'register.edit',
	input: requestStepInput,
	run: async (context, { requestId, step, happenedOn, text, number, validUntil }) => {
		const { tx, actor, now } = context;
		const request = await openRequestRow(context, requestId);
		if (happenedOn > (await todayOf(context))) throw new BadInput({ happenedOn: 'dayToCome' });
		await tx.insert(requestEvents).values({
			id: newId(),
			officeId: request.officeId,
			requestId,
			step,
			happenedOn,
			text,
			at: now,
			byName: await nameOf(readerOf(tx), actor)
		});
		if ((requestEnds as readonly string[]).includes(step)) {
			const licence =
				step === 'granted'
					? await runWithin(context, addLicence, {
							cooperativeId: request.cooperativeId,
							kind: grantedLicence[request.kind],
							title: request.title ?? '',
							number: number ?? '',
							issuedOn: happenedOn,
							issuer: '',
							validUntil: validUntil ?? ''
						})
					: null;
			await tx
				.update(licenceRequests)
				.set({
					end: step as RequestEnd,
					endedOn: happenedOn,
					licenceId: (licence?.id as Id<'Licence'> | undefined) ?? null
				})
				.where(eq(licenceRequests.id, requestId));
		}
		return { requestId, step };
	}
});
