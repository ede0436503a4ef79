import { m } from '#messages';
import { daysBetween, type Day } from '#platform/clock.ts';
import type { Duty } from '../calendar.ts';
import type { DutyKind } from '../duty-kinds.ts';
import type { BoardRole } from '../kinds.ts';
import { licenceWords } from './record-codes.ts';
import { boardRoleWords } from './words.ts';

export const dutyKindWords: Readonly<Record<DutyKind, () => string>> = {
	meeting: m.record_duty_kind_meeting,
	report: m.record_duty_kind_report,
	certificate: m.record_duty_kind_certificate,
	licence: m.record_duty_kind_licence,
	boardTerm: m.record_duty_kind_board_term
};

/** Where on the record a duty is done. */
export const dutySection: Readonly<Record<DutyKind, string>> = {
	meeting: 'rat',
	report: 'rat',
	certificate: 'izin',
	licence: 'izin',
	boardTerm: 'pengurus'
};

/** What is owed: "RAT tahun buku 2025". */
export function dutyWord({ kind, about, licence }: Pick<Duty, 'kind' | 'about' | 'licence'>): string {
	switch (kind) {
		case 'meeting':
			return m.record_duty_meeting({ year: about });
		case 'report':
			return m.record_duty_report({ year: about });
		case 'certificate':
			return m.record_duty_certificate();
		case 'licence':
			return m.record_duty_licence({ licence: licence ? licenceWords[licence]() : m.record_licence_of_some_kind() });
		case 'boardTerm':
			return m.record_duty_board_term({
				role: about
					.split('+')
					.map((role) => boardRoleWords[role as BoardRole]())
					.join(', ')
			});
	}
}

/** "18 hari lagi", "hari ini", "lewat 12 hari". */
export function daysWord(dueOn: Day, today: Day): string {
	const left = daysBetween(today, dueOn);
	if (left === 0) return m.record_due_today();
	return left > 0 ? m.record_due_in({ days: left }) : m.record_due_past({ days: -left });
}
