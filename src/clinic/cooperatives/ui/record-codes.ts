import { m } from '#messages';
import type { Approver, Education, Reach } from '../classification.ts';
import type { LicenceKind } from '../licence-kinds.ts';
import type { LifeStatus } from '../life.ts';
import type { MeetingPaper, MeetingWay } from '../meeting-papers.ts';
import type { RecordPaper } from '../record-papers.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

/** Kelompok, in the order of the ministry's numbers: the first is number 1. */
export const groupWords: readonly (() => string)[] = [
	m.record_group_1,
	m.record_group_2,
	m.record_group_3,
	m.record_group_4,
	m.record_group_5,
	m.record_group_6,
	m.record_group_7,
	m.record_group_8,
	m.record_group_9,
	m.record_group_10,
	m.record_group_11,
	m.record_group_12,
	m.record_group_13,
	m.record_group_14,
	m.record_group_15,
	m.record_group_16,
	m.record_group_17,
	m.record_group_18,
	m.record_group_19,
	m.record_group_20,
	m.record_group_21,
	m.record_group_22,
	m.record_group_23,
	m.record_group_24,
	m.record_group_25,
	m.record_group_26,
	m.record_group_27,
	m.record_group_28,
	m.record_group_29,
	m.record_group_30,
	m.record_group_31,
	m.record_group_32,
	m.record_group_33,
	m.record_group_34,
	m.record_group_35,
	m.record_group_36,
	m.record_group_37,
	m.record_group_38,
	m.record_group_39,
	m.record_group_40,
	m.record_group_41,
	m.record_group_42,
	m.record_group_43,
	m.record_group_44,
	m.record_group_45
];

/** Sektor usaha, likewise. */
export const sectorWords: readonly (() => string)[] = [
	m.record_sector_1,
	m.record_sector_2,
	m.record_sector_3,
	m.record_sector_4,
	m.record_sector_5,
	m.record_sector_6,
	m.record_sector_7,
	m.record_sector_8,
	m.record_sector_9,
	m.record_sector_10,
	m.record_sector_11,
	m.record_sector_12,
	m.record_sector_13,
	m.record_sector_14,
	m.record_sector_15,
	m.record_sector_16,
	m.record_sector_17
];

export const reachWords: Words<Reach> = {
	regency: m.record_reach_regency,
	province: m.record_reach_province,
	nation: m.record_reach_nation
};

export const approverWords: Words<Approver> = {
	ministryOfLaw: m.record_approver_ministry_of_law,
	deputyForMinister: m.record_approver_deputy_for_minister,
	governor: m.record_approver_governor,
	regent: m.record_approver_regent,
	unknown: m.record_approver_unknown
};

export const educationWords: Words<Education> = {
	primarySchool: m.record_education_primary_school,
	juniorHigh: m.record_education_junior_high,
	seniorHigh: m.record_education_senior_high,
	diploma: m.record_education_diploma,
	bachelor: m.record_education_bachelor,
	postgraduate: m.record_education_postgraduate
};

export const licenceWords: Words<LicenceKind> = {
	registryCertificate: m.record_licence_registry_certificate,
	businessNumber: m.record_licence_business_number,
	savingsLicence: m.record_licence_savings_licence,
	standardCertificate: m.record_licence_standard_certificate,
	branchPermit: m.record_licence_branch_permit,
	shariaCertificate: m.record_licence_sharia_certificate,
	shariaRecommendation: m.record_licence_sharia_recommendation,
	other: m.record_licence_other,
	tradeLicence: m.record_licence_trade_licence,
	placeLicence: m.record_licence_place_licence,
	companyRegistration: m.record_licence_company_registration
};

export const lifeWords: Words<LifeStatus> = {
	active: m.record_life_active,
	inactive: m.record_life_inactive,
	inDissolution: m.record_life_in_dissolution,
	dissolved: m.record_life_dissolved
};

export const meetingPaperWords: Words<MeetingPaper> = {
	invitation: m.record_meeting_paper_invitation,
	attendance: m.record_meeting_paper_attendance,
	minutes: m.record_meeting_paper_minutes,
	boardReport: m.record_meeting_paper_board_report,
	accounts: m.record_meeting_paper_accounts,
	supervisoryReport: m.record_meeting_paper_supervisory_report,
	workPlan: m.record_meeting_paper_work_plan,
	surplusDivision: m.record_meeting_paper_surplus_division,
	resolutions: m.record_meeting_paper_resolutions
};

export const meetingWayWords: Words<MeetingWay> = {
	inPerson: m.record_meeting_way_in_person,
	online: m.record_meeting_way_online,
	written: m.record_meeting_way_written,
	delegates: m.record_meeting_way_delegates
};

export const recordPaperWords: Words<RecordPaper> = {
	deed: m.record_paper_deed,
	articles: m.record_paper_articles,
	legalApproval: m.record_paper_legal_approval,
	amendmentDeed: m.record_paper_amendment_deed,
	taxCard: m.record_paper_tax_card,
	businessNumber: m.record_paper_business_number,
	registryCertificate: m.record_paper_registry_certificate,
	savingsLicence: m.record_paper_savings_licence,
	boardIdentity: m.record_paper_board_identity,
	boardDecision: m.record_paper_board_decision,
	domicile: m.record_paper_domicile,
	meetingMinutes: m.record_paper_meeting_minutes,
	meetingAttendance: m.record_paper_meeting_attendance,
	accounts: m.record_paper_accounts,
	workPlan: m.record_paper_work_plan,
	memberList: m.record_paper_member_list,
	bankLetter: m.record_paper_bank_letter,
	businessPlan: m.record_paper_business_plan,
	other: m.record_paper_other
};
