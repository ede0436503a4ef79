import { mergeCooperatives } from '#clinic/cooperatives/server/commands/merge.ts';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import type { Actor } from '#platform/actor.ts';
import { perform, type Command } from '#platform/command.ts';
import { read, type Reader } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import type { TestDatabase } from '../../database/database.ts';
import { smallNow } from '../../world/small.ts';

export const later = (seconds: number) => new Date(smallNow.getTime() + seconds * 1000);

/** What tests of mergers do again and again, by the actor that `desk` names. */
export function merging(base: TestDatabase, desk: () => Actor) {
	const ask = <T>(question: (reader: Reader) => Promise<T>, actor = desk()) => read(base.database, actor, question);
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any deed whatever its input
	const act = <Result>(deed: Command<any, any>, input: unknown, { actor = desk(), now = later(1) } = {}) =>
		perform({ database: base.database, actor, now, commandId: newId() }, deed, input) as Promise<Result>;
	const rowOf = async (id: string) =>
		(await base.admin.query('select * from cooperatives where id = $1', [id])).rows[0];
	const versions = async (winnerId: string, loserId: string) => ({
		winnerId,
		winnerVersion: (await rowOf(winnerId)).version as number,
		loserId,
		loserVersion: (await rowOf(loserId)).version as number
	});
	let serial = 0;
	return {
		ask,
		act,
		rowOf,
		versions,
		/** A fresh pair of records, with what each knows besides. */
		async pair(first: Record<string, unknown> = {}, second: Record<string, unknown> = {}) {
			serial += 1;
			const make = async (over: Record<string, unknown>) =>
				(await act<{ cooperativeId: string }>(registerCooperative, { isAnother: 'on', ...over }, { now: smallNow }))
					.cooperativeId;
			return [
				await make({ name: `KSU Pasangan ${serial} Makmur`, ...first }),
				await make({ name: `Koperasi Pasangan ${serial} Makmoer`, ...second })
			] as const;
		},
		merge: async (winnerId: string, loserId: string, over: Record<string, unknown> = {}, options = {}) =>
			act<{ mergeId: string; cooperativeId: string; taken: string[] }>(
				mergeCooperatives,
				{ ...(await versions(winnerId, loserId)), ...over },
				options
			)
	};
}
