import { m } from '#messages';
import { formatDayShort } from '#ui/dates.ts';
import type { IconName } from '#ui/icons.ts';
import { language } from '#ui/language.ts';
import type { Tone } from '#ui/tone.ts';
import type { Alert } from '../alerts.ts';
import type { Condition, ConditionReason } from '../condition.ts';
import type { HealthCategory } from '../health.ts';
import type { BoardRole, Capacity, Kind, Pattern, RegistryStatus } from '../kinds.ts';
import type { BeatName, Strength } from '../pulse.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

export const kindWords: Words<Kind> = {
	producer: m.cooperatives_kind_producer,
	consumer: m.cooperatives_kind_consumer,
	service: m.cooperatives_kind_service,
	marketing: m.cooperatives_kind_marketing,
	savingsAndLoan: m.cooperatives_kind_savings_and_loan
};

/** "Konsumen · ada unit simpan pinjam"; null where the kind is not known. */
export function kindText(of: { kind: Kind | null; pattern: Pattern | null; hasSavingsUnit: boolean }): string | null {
	if (of.kind === null) return null;
	const kind = kindWords[of.kind]();
	const patterned = of.pattern === 'sharia' ? m.cooperatives_kind_sharia({ kind }) : kind;
	return of.hasSavingsUnit && of.kind !== 'savingsAndLoan'
		? m.cooperatives_kind_with_unit({ kind: patterned })
		: patterned;
}

export const capacityWords: Words<Capacity> = {
	board: m.cooperatives_capacity_board,
	supervisoryBoard: m.cooperatives_capacity_supervisory_board,
	manager: m.cooperatives_capacity_manager,
	member: m.cooperatives_capacity_member,
	founder: m.cooperatives_capacity_founder,
	other: m.cooperatives_capacity_other
};

/** As it stands in a sentence: "ketua". */
export const boardRoleWords: Words<BoardRole> = {
	chair: m.cooperatives_role_chair,
	secretary: m.cooperatives_role_secretary,
	treasurer: m.cooperatives_role_treasurer,
	supervisor: m.cooperatives_role_supervisor,
	manager: m.cooperatives_role_manager
};

export const registryStatusWords: Words<RegistryStatus> = {
	active: m.cooperatives_status_active,
	inactive: m.cooperatives_status_inactive
};

export const conditionWords: Words<Condition> = {
	healthy: m.cooperatives_condition_healthy,
	cold: m.cooperatives_condition_cold,
	sick: m.cooperatives_condition_sick,
	dormant: m.cooperatives_condition_dormant
};

export const conditionTones: Readonly<Record<Condition, Tone>> = {
	healthy: 'good',
	cold: 'warn',
	sick: 'bad',
	dormant: 'still'
};

export const conditionIcons: Readonly<Record<Condition, IconName>> = {
	healthy: 'check-circle',
	cold: 'wind',
	sick: 'pulse',
	dormant: 'moon'
};

export const healthWords: Words<HealthCategory> = {
	healthy: m.cooperatives_health_healthy,
	fairlyHealthy: m.cooperatives_health_fairly_healthy,
	underSupervision: m.cooperatives_health_under_supervision,
	underSpecialSupervision: m.cooperatives_health_under_special_supervision,
	lessHealthy: m.cooperatives_health_less_healthy,
	unhealthy: m.cooperatives_health_unhealthy,
	veryUnhealthy: m.cooperatives_health_very_unhealthy
};

export const healthTones: Readonly<Record<HealthCategory, Tone>> = {
	healthy: 'good',
	fairlyHealthy: 'good',
	underSupervision: 'warn',
	underSpecialSupervision: 'bad',
	lessHealthy: 'warn',
	unhealthy: 'warn',
	veryUnhealthy: 'bad'
};

/** Why a condition, as a sentence. */
export function conditionReasonText(reason: ConditionReason): string {
	switch (reason.code) {
		case 'meetingsMissed':
			return m.cooperatives_reason_meetings_missed(reason.params);
		case 'category':
			return m.cooperatives_reason_category({
				category: healthWords[reason.params.category](),
				on: formatDayShort(reason.params.on, language())
			});
		case 'notActive':
			return m.cooperatives_reason_not_active();
		case 'noTurnover':
			return m.cooperatives_reason_no_turnover();
		case 'noBoard':
			return m.cooperatives_reason_no_board();
		case 'boardTermEnded':
			return m.cooperatives_reason_board_term_ended();
		case 'nothingMissed':
			return m.cooperatives_reason_nothing_missed();
		case 'meetingsUnknown':
			return m.cooperatives_reason_meetings_unknown();
	}
}

export const beatWords: Words<BeatName> = {
	meeting: m.cooperatives_pulse_meeting,
	report: m.cooperatives_pulse_report,
	contact: m.cooperatives_pulse_contact
};

export const strengthWords: Words<Strength> = {
	strong: m.cooperatives_pulse_strong,
	weak: m.cooperatives_pulse_weak,
	faint: m.cooperatives_pulse_faint
};
export const strengthTones: Readonly<Record<Strength, Tone>> = { strong: 'good', weak: 'warn', faint: 'bad' };
export const strengthIcons: Readonly<Record<Strength, IconName>> = {
	strong: 'check-circle',
	weak: 'clock',
	faint: 'alert'
};

/** What changes how an officer acts, in few words. */
export function alertText(alert: Alert): string {
	switch (alert.code) {
		case 'meetingsMissed':
			return m.cooperatives_alert_missed({ count: alert.count });
		case 'notActive':
			return m.cooperatives_alert_inactive();
		case 'addressUnknown':
			return m.cooperatives_alert_no_address();
		case 'contactUnknown':
			return m.cooperatives_alert_no_contact();
	}
}
