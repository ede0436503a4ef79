import { issueBoardLink } from '#clinic/cooperatives/server/commands/board-links.ts';
import {
	inviteSelfExamination,
	saveSelfExamination,
	sendSelfExamination
} from '#clinic/examinations/server/commands/self.ts';
import { boardSheet } from '#clinic/examinations/server/reads/self.ts';
import { smallNow, type SmallOffice } from '../../world/small.ts';
import { boardActor, type ward } from '../patients.ts';
import { typedAnswers, typedFigures } from './typed.ts';

/** A patient in care, whose board has a link and is asked for the sheet of 2024. */
export async function invitedSheet({ act, complaining }: ReturnType<typeof ward>, { actors, officeId }: SmallOffice) {
	const patient = await complaining();
	const { linkId } = await act(actors.receptionist, issueBoardLink, {
		cooperativeId: patient.cooperativeId,
		personId: patient.chairId
	});
	const board = boardActor(officeId, linkId, patient.cooperativeId, patient.chairId);
	const { selfExaminationId } = await act(actors.adviser, inviteSelfExamination, {
		caseId: patient.caseId,
		bookYear: '2024'
	});
	return { ...patient, board, selfExaminationId };
}

/** … that is filled in wholly, with the best figures and every answer yes, and sent. */
export async function sentSheet(people: ReturnType<typeof ward>, office: SmallOffice) {
	const { act, ask } = people;
	const invited = await invitedSheet(people, office);
	const { board, selfExaminationId } = invited;
	const { pages } = (await ask((reader) => boardSheet(reader, board, smallNow), board))!;
	const filled = { selfExaminationId, figures: typedFigures, answers: typedAnswers('yes') };
	for (const { number } of pages) await act(board, saveSelfExamination, { ...filled, page: number });
	await act(board, sendSelfExamination, { selfExaminationId, remark: '', sure: 'on' });
	return { ...invited, pages };
}
