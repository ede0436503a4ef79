import { searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
import {
	addInternalNote,
	assignThread,
	draftAnswer,
	forwardThread,
	readThread,
	sendAnswer
} from '#clinic/consultations/server/commands/desk.ts';
import {
	linkCooperative,
	openCaseFromThread,
	recordContact,
	unlinkCooperative,
	visitFromThread
} from '#clinic/consultations/server/commands/linking.ts';
import {
	closeThread,
	pauseClock,
	reopenThread,
	resumeThread,
	snoozeThread,
	wakeThread
} from '#clinic/consultations/server/commands/tending.ts';
import { colleagues } from '#clinic/consultations/server/reads/officers.ts';
import { aroundThread, threadOf } from '#clinic/consultations/server/reads/thread.ts';
import { writingIn } from '#clinic/consultations/thread.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { deskList } from '../desk.ts';

export const load = page(
	'consultation.view',
	async ({ reader, actor, event }) => {
		const { now, zone } = event.locals;
		const { url, params } = event;
		const thread = await threadOf(reader, actor, params.id ?? '', now);
		const desk = await deskList(reader, actor, url, now);
		const searched = (url.searchParams.get('koperasi') ?? '').trim();
		const isAsked = thread.forwardedTo === actor.id;
		return {
			...desk,
			thread,
			around: await aroundThread(reader, actor, thread, now, zone),
			searched,
			candidates: searched === '' ? null : await searchCooperatives(reader, actor, searched),
			colleagues: desk.mayDispatch ? await colleagues(reader, actor, now) : [],
			ownId: actor.id,
			writing: writingIn(thread.state, url.searchParams.get('tulis'), {
				mayDispatch: desk.mayDispatch,
				mayDraft: isAsked && may(actor, 'consultation.answer')
			}),
			view: url.searchParams.get('lihat') === 'koperasi' ? ('around' as const) : ('thread' as const),
			mayOpenCase: may(actor, 'complaint.record'),
			mayVisit: may(actor, 'visit.register'),
			zone
		};
	},
	{
		deed: readThread,
		input: ({ thread, mayDispatch }) => (thread.isUnread && mayDispatch ? { threadId: thread.id } : null)
	}
);

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ threadId: params.id ?? '' }) };

export const actions = {
	bagi: act(assignThread, here),
	teruskan: act(forwardThread, here),
	draf: act(draftAnswer, here),
	balas: act(sendAnswer, here),
	catat: act(addInternalNote, here),
	tambah: act(recordContact, here),
	tunda: act(snoozeThread, here),
	bangun: act(wakeThread, here),
	jeda: act(pauseClock, here),
	lanjut: act(resumeThread, here),
	tutup: act(closeThread, here),
	buka: act(reopenThread, here),
	taut: act(linkCooperative, here),
	lepas: act(unlinkCooperative, here),
	kasus: act(openCaseFromThread, { ...here, to: ({ caseId }) => `/kasus/${caseId}` }),
	kunjungan: act(visitFromThread, { ...here, to: ({ visitId }) => `/kunjungan/${visitId}?baru` })
};
