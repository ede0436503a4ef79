import type { Stage } from '#clinic/cases/journey.ts';
import { m } from '#messages';
import type { OpeningReason } from '../openings.ts';

interface Told {
	readonly title: () => string;
	/** What it means for the board, and what happens next. */
	readonly text: () => string;
}

/** The stages as the board of a cooperative is told them: no word of the trade. */
export const boardStageWords: Readonly<Record<Stage, Told>> = {
	arrived: { title: m.board_stage_arrived, text: m.board_stage_arrived_text },
	complaint: { title: m.board_stage_complaint, text: m.board_stage_complaint_text },
	examination: { title: m.board_stage_examination, text: m.board_stage_examination_text },
	diagnosis: { title: m.board_stage_diagnosis, text: m.board_stage_diagnosis_text },
	referral: { title: m.board_stage_referral, text: m.board_stage_referral_text },
	treatment: { title: m.board_stage_treatment, text: m.board_stage_treatment_text },
	monitoring: { title: m.board_stage_monitoring, text: m.board_stage_monitoring_text },
	recovered: { title: m.board_stage_recovered, text: m.board_stage_recovered_text },
	dissolutionProposed: { title: m.board_stage_dissolution, text: m.board_stage_dissolution_text },
	closed: { title: m.board_stage_closed, text: m.board_stage_closed_text }
};

/** Why somebody opened the file, as a board is told. */
export const openingWords: Readonly<Record<OpeningReason, () => string>> = {
	decided: m.board_opened_decided,
	talked: m.board_opened_talked,
	controlled: m.board_opened_controlled,
	examined: m.board_opened_examined,
	diagnosed: m.board_opened_diagnosed,
	listened: m.board_opened_listened,
	referred: m.board_opened_referred,
	planned: m.board_opened_planned,
	inCharge: m.board_opened_in_charge,
	guest: m.board_opened_guest,
	specialist: m.board_opened_specialist,
	serves: m.board_opened_serves
};
