import { meetingRecord } from '#clinic/cooperatives/meeting-record.ts';
import { registryGrading } from '#clinic/cooperatives/registry-grading.ts';
import { recordAnnualMeeting } from '#clinic/cooperatives/server/commands/meetings.ts';
import { ownDeadlines } from '#clinic/cooperatives/server/reads/deadlines.ts';
import { meetingFactsOf } from '#clinic/cooperatives/server/reads/parts.ts';
import { recordOf } from '#clinic/cooperatives/server/reads/record.ts';
import { foundingDay } from '#clinic/cooperatives/signs.ts';
import { act, page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';
import { ofRecord } from '../of-record.ts';
import { yearIn } from '../year.ts';

/** Book years that the page tells of. */
const count = 6;

export const load = page('register.view', async (asked) => {
	const around = await aroundRecord(asked, 'rat');
	const { reader, actor, event } = asked;
	const { today, identity } = around;
	const { form, foundedOn, legalOn } = await recordOf(reader, actor, identity.id);
	const meetings = await meetingFactsOf(reader, identity.id);
	const founded = foundingDay({ foundedOn, legalOn });
	return {
		...around,
		meetings: meetings.map(({ bookYear, heldOn, reportedOn, way, entitled, present, papers }) => ({
			bookYear,
			heldOn,
			reportedOn,
			way,
			entitled,
			present,
			papers
		})),
		record: meetingRecord(meetings, {
			newest: Number(today.slice(0, 4)) - 1,
			count,
			founded: founded === null ? null : Number(founded.slice(0, 4)),
			form,
			own: await ownDeadlines(reader, actor),
			today
		}),
		grading: registryGrading({ foundedOn, legalOn }, meetings, today),
		year: yearIn(event.url.searchParams, today)
	};
});

export const actions = { default: act(recordAnnualMeeting, { with: ofRecord }) };
