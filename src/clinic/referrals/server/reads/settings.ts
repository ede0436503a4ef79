import { eq } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { usualAnswerDays } from '../../states.ts';
import { referralSettings } from '../tables/specialists.ts';

/** In how many working days the poli of this office answer. */
export async function answerDaysOf(reader: Pick<Reader, 'select'>, actor: Actor): Promise<number> {
	const [own] = await reader
		.select({ days: referralSettings.answerDays })
		.from(referralSettings)
		.where(eq(referralSettings.officeId, actor.officeId as never));
	return own?.days ?? usualAnswerDays;
}
