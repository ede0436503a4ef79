import { m } from '#messages';
import { formatDayShort } from '#ui/dates.ts';
import { language } from '#ui/language.ts';
import type { WarningCode, WarningReason } from '../early-warning.ts';

type Params = WarningReason['params'];
const day = (params: Params) => formatDayShort(String(params['on']), language());
const span = ({ fromYear, toYear }: Params) => ({ from: String(fromYear), to: String(toYear) });
const year = ({ bookYear }: Params) => ({ year: String(bookYear) });

const words: Readonly<Record<WarningCode, (params: Params) => string>> = {
	meetingMissed: (params) => m.warning_meeting_missed(year(params)),
	meetingLate: (params) => m.warning_meeting_late({ ...year(params), on: day(params) }),
	boardTermEnded: (params) => m.warning_board_term_ended({ on: day(params) }),
	boardTermEnding: (params) => m.warning_board_term_ending({ on: day(params) }),
	certificateEnded: (params) => m.warning_certificate_ended({ on: day(params) }),
	loss: (params) => m.warning_loss(year(params)),
	turnoverFalling: (params) => m.warning_turnover_falling(span(params)),
	membersFalling: (params) => m.warning_members_falling(span(params)),
	capitalShrinking: (params) => m.warning_capital_shrinking(span(params)),
	noAccounts: (params) => m.warning_no_accounts(year(params)),
	silent: (params) => m.warning_silent({ on: day(params) }),
	unreachable: () => m.warning_unreachable()
};

export const warningText = ({ code, params }: WarningReason): string => words[code](params);
