import { beginQuestion, saveQuestionPage } from '#clinic/consultations/server/commands/asking.ts';
import { addInternalNote, draftAnswer, forwardThread, sendAnswer } from '#clinic/consultations/server/commands/desk.ts';
import { takeMail } from '#clinic/consultations/server/commands/mail.ts';
import { linkCooperative, recordContact } from '#clinic/consultations/server/commands/linking.ts';
import { replyAsAsker, sendQuestion } from '#clinic/consultations/server/commands/sending.ts';
import { closeThread } from '#clinic/consultations/server/commands/tending.ts';
import { linkPurposes } from '#clinic/offices/roles.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { stepId, type Deed, type Scene } from './scene.ts';

// Questions that people ask an office without an account, and what its desk does with them.

const threadOf = ({ progress }: Scene) => found(progress.threadId);
const officeOf = ({ stage }: Scene) => [...stage.actors.values()][0]!.officeId;

const asker = (scene: Scene): Actor => ({
	kind: 'link',
	id: found(scene.progress.linkId),
	officeId: officeOf(scene),
	userId: null,
	permissions: new Set(linkPurposes.asker),
	clinicIds: [],
	subjectId: threadOf(scene),
	personId: null
});

interface Said {
	/** What the asker calls the cooperative. */
	readonly about?: string;
	readonly phone?: string;
	readonly nameless?: boolean;
}

/** By the public page, page after page. */
export const asks =
	(body: string, said: Said = {}): Deed =>
	async (scene) => {
		const { progress, visitor, at, act } = scene;
		const threadId = stepId(`question.${visitor.name}.${body}`, at) as Id<'Thread'>;
		const page = systemActor('halaman tanya', officeOf(scene), [beginQuestion.needs]);
		const { linkId } = await act(page, beginQuestion, { threadId, agreed: 'on' });
		Object.assign(progress, { threadId, linkId });
		const who = asker(scene);
		await act(who, saveQuestionPage, { step: 'question', body });
		await act(who, saveQuestionPage, { step: 'cooperative', cooperativeSaid: said.about ?? '' });
		const identity = said.nameless ? 'anonymous' : 'open';
		await act(who, saveQuestionPage, {
			step: 'who',
			identity,
			name: said.nameless ? '' : visitor.name,
			capacity: 'board'
		});
		if (!said.nameless) await act(who, saveQuestionPage, { step: 'contact', phone: said.phone ?? '', email: '' });
		await act(who, saveQuestionPage, { step: 'files' });
		await act(who, sendQuestion, {});
	};

/** By mail, as the mailbox gives it. */
export const writes =
	(subject: string, text: string, address: string): Deed =>
	async (scene) => {
		const { visitor, at, act } = scene;
		const mailbox = systemActor('mailbox', officeOf(scene), [takeMail.needs]);
		const { threadId } = await act(mailbox, takeMail, {
			uidValidity: '1',
			uid: 1,
			mail: {
				messageId: `<${stepId(`mail.${subject}`, at)}@contoh.id>`,
				inReplyTo: null,
				references: [],
				from: { address, name: visitor.name },
				subject,
				text,
				html: null,
				automatic: null,
				isForged: false,
				files: [],
				leftOut: []
			}
		});
		scene.progress.threadId = found(threadId) as Id<'Thread'>;
	};

/** By telephone; somebody at the counter writes it down. */
export const calls =
	(who: string, body: string, about = ''): Deed =>
	async ({ progress, visitor, act }) => {
		const { threadId } = await act(who, recordContact, {
			threadId: '',
			channel: 'phone',
			name: visitor.name,
			phone: '',
			cooperativeSaid: about,
			body
		});
		progress.threadId = threadId;
	};

export const isLinked =
	(who: string): Deed =>
	async (scene) => {
		await scene.act(who, linkCooperative, { threadId: threadOf(scene), cooperativeId: found(scene.patient).id });
	};

export const isPassedOn =
	(who: string, to: string, question: string): Deed =>
	async (scene) => {
		const toStaffId = found(scene.stage.actors.get(to)).id;
		await scene.act(who, forwardThread, { threadId: threadOf(scene), toStaffId, question });
	};

export const isRemarked =
	(who: string, body: string): Deed =>
	async (scene) => {
		await scene.act(who, addInternalNote, { threadId: threadOf(scene), body });
	};

export const isDrafted =
	(who: string, body: string): Deed =>
	async (scene) => {
		await scene.act(who, draftAnswer, { threadId: threadOf(scene), body });
	};

export const isAnswered =
	(who: string, body: string): Deed =>
	async (scene) => {
		await scene.act(who, sendAnswer, { threadId: threadOf(scene), body });
	};

export const saysMore =
	(body: string): Deed =>
	async (scene) => {
		await scene.act(asker(scene), replyAsAsker, { body });
	};

export const isClosed =
	(who: string): Deed =>
	async (scene) => {
		await scene.act(who, closeThread, { threadId: threadOf(scene), why: '' });
	};
