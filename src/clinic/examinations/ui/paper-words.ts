import { m } from '#messages';
import type { CompetenceFault, NoCertificate } from '../official.ts';
import type { Lack } from '../server/reads/papers.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

export const noPaperWords: Words<NoCertificate> = {
	reportOnly: m.papers_why_report_only,
	categoryTooLow: m.papers_why_category_too_low
};

export const lackWords: Words<Lack> = {
	legalNumber: m.papers_lack_legal_number,
	registryNumber: m.papers_lack_registry_number,
	address: m.papers_lack_address,
	chair: m.papers_lack_chair,
	headOfOffice: m.papers_lack_head_of_office
};

/** Why the office does not supervise a cooperative, and what to do. */
export const competenceWords: Words<CompetenceFault> = {
	reachUnknown: m.refusal_examinations_reach_unknown,
	forRegency: m.refusal_examinations_for_regency,
	forProvince: m.refusal_examinations_for_province,
	forMinistry: m.refusal_examinations_for_ministry
};
