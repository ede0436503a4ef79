import { officeIdByCode } from '#clinic/offices/server/reads/public.ts';
import { systemActor } from '#platform/actor.ts';
import { perform, type Request } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { linkToken } from '#platform/links/links.ts';
import { Refusal } from '#platform/refusal.ts';
import { attempt, limit, networkOf } from '#platform/throttle.ts';
import { beginQuestion } from './asking.ts';

/** Questions begun from one network within an hour; a village office's visitors share one. */
const most = 30;

interface Asked extends Omit<Request, 'actor'> {
	/** Address of the visitor. */
	readonly address: string;
	readonly officeCode: string;
	/** The tick under the small print, as the form sent it. */
	readonly agreed: unknown;
}

/**
 * A question of somebody without an account: the program begins it in the office that was chosen.
 * @returns the token of the asker's own link @throws Refusal consultations.tooMany, missing
 */
export async function beginFor({ address, officeCode, agreed, ...request }: Asked): Promise<string> {
	const { database, now } = request;
	const officeId = await officeIdByCode(database, officeCode);
	const waitSeconds = await attempt(database, limit('question', [networkOf(address)], most, 3600), now);
	if (waitSeconds !== null) throw new Refusal('consultations.tooMany', { minutes: Math.ceil(waitSeconds / 60) });
	const actor = systemActor('halaman tanya', officeId, [beginQuestion.needs]);
	const { linkId } = await perform({ ...request, actor }, beginQuestion, { threadId: newId(), agreed: agreed as 'on' });
	return linkToken(linkId);
}
