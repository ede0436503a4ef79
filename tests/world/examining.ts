import type { CooperativeTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import type { Instrument } from '#clinic/examinations/instrument.ts';
import { kkpkk2021Real } from '#clinic/examinations/instruments/kkpkk-2021-real.ts';
import { ksp2016 } from '#clinic/examinations/instruments/ksp-2016.ts';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { may } from '#platform/actor.ts';
import { found } from '#platform/refusal.ts';
import { papersOf, type Accounts } from './papers.ts';
import { realPapersOf, type RealAccounts } from './papers-real.ts';
import type { Deed } from './scene.ts';

// Examinations in stories, through the command that the screens use.

/**
 * Examines the accounts of a savings-and-loan cooperative: officially where an inspector does it.
 * @param yearsBack 0 for the newest book year that is closed, 1 for the one before it
 */
export const isExamined = (who: string, accounts: Accounts, yearsBack = 0): Deed =>
	examination(who, ksp2016, { yearsBack, isFinal: yearsBack === 0 }, (patient) =>
		papersOf(patient, accounts, yearsBack)
	);

/** A check of the clinic's own on a cooperative of the real sector. */
export const isExaminedReal = (who: string, accounts: RealAccounts, yearsBack = 0): Deed =>
	examination(who, kkpkk2021Real, { yearsBack, isFinal: false }, (patient) =>
		realPapersOf(patient, accounts, yearsBack)
	);

const examination =
	(
		who: string,
		{ code, version }: Instrument,
		{ yearsBack, isFinal }: { readonly yearsBack: number; readonly isFinal: boolean },
		papers: (patient: CooperativeTakenOver) => { figures: Record<string, string>; answers: Record<string, string> }
	): Deed =>
	async (scene) => {
		const { stage, patient, today, progress, act } = scene;
		const { figures, answers } = papers(found(patient));
		const year = Number(today.slice(0, 4));
		const { examinationId } = await act(who, recordExamination, {
			caseId: found(progress.caseId),
			instrument: code,
			version,
			// The accounts of a year are closed some weeks into the next.
			bookYear: (today.slice(5) < '03-01' ? year - 2 : year - 1) - yearsBack,
			unit: 'rupiah',
			standing: isFinal && may(found(stage.actors.get(who)), 'examination.finalise') ? 'official' : 'clinicCheck',
			figures,
			answers,
			sure: true
		});
		progress.examinationId = examinationId;
	};
