import { caseOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { papersOn } from '#clinic/papers/server/reads.ts';
import { may, type Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { examinationPapers } from '../../assignment-forms.ts';
import { competenceFault, whyNoPaper } from '../../official.ts';
import { paperSubject } from '../papers/subject.ts';
import { assignmentsFor, officialsOf, reachOf } from './official.ts';

/** What of a paper would stay empty, for the sentence that asks to fill it in first. */
export type Lack = 'legalNumber' | 'registryNumber' | 'address' | 'chair' | 'headOfOffice';

/** The papers of one examination, kind by kind. @throws Refusal missing */
export async function papersOfExamination(reader: Reader, actor: Actor, id: string, now: Date) {
	const { examined, cooperative, letterhead, chair } = await paperSubject(reader, actor, id, now);
	const drafted = await papersOn(reader, actor, id);
	const lacks: Lack[] = [
		...(cooperative.legalNumber === null ? (['legalNumber'] as const) : []),
		...(cooperative.registryNumber === null ? (['registryNumber'] as const) : []),
		...(cooperative.address === null ? (['address'] as const) : []),
		...(chair === null ? (['chair'] as const) : []),
		...(letterhead.signer.name === null ? (['headOfOffice'] as const) : [])
	];
	return {
		cooperative: { id: cooperative.id, name: cooperative.name },
		examined: {
			id: examined.id,
			caseId: examined.caseId,
			bookYear: examined.bookYear,
			standing: examined.standing,
			category: examined.category
		},
		kinds: examinationPapers.map((kind) => ({
			kind,
			whyNot: whyNoPaper(kind, examined),
			papers: drafted.filter((paper) => paper.kind === kind)
		})),
		lacks,
		mayDraft: may(actor, 'paper.draft'),
		mayNumber: may(actor, 'paper.number')
	};
}

/** The letters that send officials to the cooperative of a case. @throws Refusal missing */
export async function assignmentsOfCase(reader: Reader, actor: Actor, caseId: string, now: Date) {
	const office = found(await ownOffice(reader, actor));
	const today = dayOf(now, office.zone);
	const { id, cooperativeId } = await caseOf(reader, actor, caseId);
	const cooperative = await identityOf(reader, actor, cooperativeId, today);
	return {
		caseId: id,
		today,
		cooperative: { id: cooperative.id, name: cooperative.name },
		fault: competenceFault(await reachOf(reader, actor, cooperative.id), office.code),
		letters: await assignmentsFor(reader, actor, cooperative.id),
		officials: await officialsOf(reader, actor, today),
		mayAssign: may(actor, 'examination.assign'),
		mayNumber: may(actor, 'paper.number'),
		mayDraft: may(actor, 'paper.draft')
	};
}
