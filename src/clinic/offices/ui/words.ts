import { m } from '#messages';
import type { Zone } from '#platform/clock.ts';
import type { Tone } from '#ui/tone.ts';
import type { Weekday } from '../opening.ts';
import type { Regulation } from '../regulations.ts';
import type { Role } from '../roles.ts';
import type { SetUpName } from '../set-up.ts';

type Words<Code extends string | number> = Readonly<Record<Code, () => string>>;

export const roleWords: Words<Role> = {
	receptionist: m.offices_role_receptionist,
	onlineAdmin: m.offices_role_online_admin,
	adviser: m.offices_role_adviser,
	inspector: m.offices_role_inspector,
	specialist: m.offices_role_specialist,
	fieldOfficer: m.offices_role_field_officer,
	headOfDivision: m.offices_role_head_of_division,
	headOfOffice: m.offices_role_head_of_office,
	officeAdministrator: m.offices_role_office_administrator,
	provinceObserver: m.offices_role_province_observer,
	ministryObserver: m.offices_role_ministry_observer,
	systemAdministrator: m.offices_role_system_administrator
};

export const roleHints: Words<Role> = {
	receptionist: m.offices_role_hint_receptionist,
	onlineAdmin: m.offices_role_hint_online_admin,
	adviser: m.offices_role_hint_adviser,
	inspector: m.offices_role_hint_inspector,
	specialist: m.offices_role_hint_specialist,
	fieldOfficer: m.offices_role_hint_field_officer,
	headOfDivision: m.offices_role_hint_head_of_division,
	headOfOffice: m.offices_role_hint_head_of_office,
	officeAdministrator: m.offices_role_hint_office_administrator,
	provinceObserver: m.offices_role_hint_province_observer,
	ministryObserver: m.offices_role_hint_ministry_observer,
	systemAdministrator: m.offices_role_hint_system_administrator
};

export const weekdayWords: Words<Weekday> = {
	1: m.offices_weekday_monday,
	2: m.offices_weekday_tuesday,
	3: m.offices_weekday_wednesday,
	4: m.offices_weekday_thursday,
	5: m.offices_weekday_friday,
	6: m.offices_weekday_saturday,
	7: m.offices_weekday_sunday
};

export const zoneWords: Words<Zone> = {
	'Asia/Jakarta': m.offices_zone_jakarta,
	'Asia/Makassar': m.offices_zone_makassar,
	'Asia/Jayapura': m.offices_zone_jayapura
};

export const holidayKindWords: Words<'national' | 'jointLeave' | 'regional'> = {
	national: m.offices_holiday_national,
	jointLeave: m.offices_holiday_joint_leave,
	regional: m.offices_holiday_regional
};

type Certainty = Regulation['certainty'];

/** An office's list of holidays has one doubt only: nobody has compared it with the decree. */
export const holidayCertaintyWords: Words<Certainty> = {
	official: m.offices_holiday_sure,
	secondary: m.offices_holiday_unsure,
	unverified: m.offices_holiday_unsure
};

export const ruleCertaintyWords: Words<Certainty> = {
	official: m.offices_rule_official,
	secondary: m.offices_rule_secondary,
	unverified: m.offices_rule_unverified
};
export const certaintyTones: Readonly<Record<Certainty, Tone>> = {
	official: 'good',
	secondary: 'plain',
	unverified: 'warn'
};

export const setUpWords: Words<SetUpName> = {
	identity: m.offices_set_up_identity,
	crest: m.offices_set_up_crest,
	hours: m.offices_set_up_hours,
	rooms: m.offices_set_up_rooms,
	clinics: m.offices_set_up_clinics,
	holidays: m.offices_set_up_holidays,
	staff: m.offices_set_up_staff,
	register: m.offices_set_up_register
};

export const setUpHints: Words<SetUpName> = {
	identity: m.offices_set_up_hint_identity,
	crest: m.offices_set_up_hint_crest,
	hours: m.offices_set_up_hint_hours,
	rooms: m.offices_set_up_hint_rooms,
	clinics: m.offices_set_up_hint_clinics,
	holidays: m.offices_set_up_hint_holidays,
	staff: m.offices_set_up_hint_staff,
	register: m.offices_set_up_hint_register
};

/** '08:00' as people write it: 08.00 in Indonesian, 08:00 in English. */
export const clockText = (time: string, language: 'id' | 'en'): string =>
	language === 'id' ? time.replace(':', '.') : time;

/** A role as held: whose role an acting head holds stands beside it. */
export const heldRoleText = ({ role, actsFor }: { readonly role: Role; readonly actsFor: string | null }): string =>
	actsFor === null ? roleWords[role]() : m.staff_acts_for({ role: roleWords[role](), name: actsFor });
