import { beginQuestion, saveQuestionPage } from '#clinic/consultations/server/commands/asking.ts';
import { sendQuestion } from '#clinic/consultations/server/commands/sending.ts';
import { linkPurposes } from '#clinic/offices/roles.ts';
import type { GenericSchema } from 'valibot';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform, type Command, type Json } from '#platform/command.ts';
import { read, type Reader } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import type { TestDatabase } from '../../database/database.ts';
import { smallNow, type SmallOffice } from '../../world/small.ts';

export interface Said {
	readonly body?: string;
	readonly cooperativeSaid?: string;
	readonly identity?: 'open' | 'anonymous';
	readonly name?: string;
	readonly phone?: string;
	readonly email?: string;
}

/** People who ask an office without an account, and its desk. */
export function counter(test: TestDatabase, office: () => SmallOffice) {
	const ask = <T>(question: (reader: Reader) => Promise<T>, actor: Actor = office().system) =>
		read(test.database, actor, question);
	const act = <Schema extends GenericSchema, Result extends Json>(
		actor: Actor,
		deed: Command<Schema, Result>,
		input: unknown,
		now = smallNow
	) => perform({ database: test.database, actor, now, commandId: newId() }, deed, input);

	/** Agreed to the small print: from here on with a link of one's own. */
	async function begun(now = smallNow) {
		const threadId = newId<'Thread'>();
		const page = systemActor('halaman tanya', office().officeId, [beginQuestion.needs]);
		const { linkId } = await act(page, beginQuestion, { threadId, agreed: 'on' }, now);
		const asker: Actor = {
			kind: 'link',
			id: linkId,
			officeId: office().officeId,
			userId: null,
			permissions: new Set(linkPurposes.asker),
			clinicIds: [],
			subjectId: threadId,
			personId: null
		};
		return { threadId, asker };
	}

	async function filled(said: Said = {}, now = smallNow) {
		const question = await begun(now);
		const save = (page: unknown) => act(question.asker, saveQuestionPage, page, now);
		const identity = said.identity ?? 'open';
		await save({ step: 'question', body: said.body ?? 'Bagaimana cara mengganti ketua yang meninggal?' });
		await save({ step: 'cooperative', cooperativeSaid: said.cooperativeSaid ?? '' });
		await save({
			step: 'who',
			identity,
			name: identity === 'open' ? (said.name ?? 'Sutrisno') : '',
			capacity: 'board'
		});
		if (identity === 'open') await save({ step: 'contact', phone: said.phone ?? '', email: said.email ?? '' });
		await save({ step: 'files' });
		return question;
	}

	async function asked(said: Said = {}, now = smallNow): Promise<{ threadId: Id<'Thread'>; asker: Actor }> {
		const question = await filled(said, now);
		await act(question.asker, sendQuestion, {}, now);
		return question;
	}

	return { ask, act, begun, filled, asked };
}
