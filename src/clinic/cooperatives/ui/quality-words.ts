import { m } from '#messages';
import type { WantedField } from '../completeness.ts';

/** What a record lacks, as it stands in a list. */
export const wantedWords: Readonly<Record<WantedField, () => string>> = {
	legalNumber: m.record_wanted_legal_number,
	kind: m.record_wanted_kind,
	district: m.record_wanted_district,
	address: m.record_wanted_address,
	contact: m.record_wanted_contact,
	registryStatus: m.record_wanted_registry_status,
	chair: m.record_wanted_chair,
	boardTerm: m.record_wanted_board_term,
	supervisor: m.record_wanted_supervisor,
	meetings: m.record_wanted_meetings,
	members: m.record_wanted_members,
	figures: m.record_wanted_figures,
	registryNumber: m.record_wanted_registry_number,
	businessNumber: m.record_wanted_business_number,
	founded: m.record_wanted_founded,
	classification: m.record_wanted_classification,
	place: m.record_wanted_place
};
