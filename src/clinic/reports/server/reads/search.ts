import { and, asc, desc, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { boardTerms, cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { ticketLabel } from '#clinic/visits/queue.ts';
import { tickets, visits } from '#clinic/visits/server/tables.ts';
import { may, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { normalPhone } from '#platform/fields.ts';
import { findingHash } from '#platform/personal/seal.ts';
import { namedBy } from '../../search.ts';

/** Of each group at most so many: more means that more should be typed. */
const most = 10;
const longest = 200;

/** What the one search box finds in the actor's office, by groups; each group only for who may see it. */
export async function findEverywhere(reader: Reader, actor: Actor, text: string, today: Day) {
	const asked = text
		.normalize('NFC')
		.replace(/\p{Cc}/gu, ' ')
		.slice(0, longest)
		.toWellFormed()
		.trim();
	const named = namedBy(asked);
	return {
		asked,
		cooperatives: await searchCooperatives(reader, actor, asked, most),
		tickets: named.ticket && may(actor, 'queue.view') ? await ticketsOf(reader, actor, named.ticket, today) : [],
		cases: named.caseNumber && may(actor, 'case.view') ? await casesOf(reader, actor, named.caseNumber) : [],
		people: may(actor, 'person.view') ? await peopleOf(reader, actor, asked, today) : []
	};
}
export type Findings = Awaited<ReturnType<typeof findEverywhere>>;

async function ticketsOf(
	reader: Reader,
	actor: Actor,
	{ prefix, number }: { prefix: string | null; number: number },
	today: Day
) {
	const rows = await reader
		.select({
			visitId: tickets.visitId,
			prefix: tickets.prefix,
			number: tickets.number,
			state: tickets.state,
			person: people.name,
			cooperative: cooperatives.name
		})
		.from(tickets)
		.innerJoin(visits, eq(visits.id, tickets.visitId))
		.leftJoin(people, eq(people.id, visits.personId))
		.leftJoin(cooperatives, eq(cooperatives.id, staysAs(visits.cooperativeId)))
		.where(
			and(
				eq(tickets.officeId, actor.officeId as never),
				eq(tickets.on, today),
				eq(tickets.number, number),
				prefix === null ? undefined : eq(tickets.prefix, prefix)
			)
		)
		.orderBy(asc(tickets.prefix))
		.limit(most);
	return rows.map(({ prefix: letter, number: given, ...row }) => ({ ...row, label: ticketLabel(letter, given) }));
}

const casesOf = (reader: Reader, actor: Actor, { year, number }: { year: number | null; number: number }) =>
	reader
		.select({
			id: cases.id,
			number: cases.number,
			openedAt: cases.openedAt,
			closedAt: cases.closedAt,
			cooperative: cooperatives.name
		})
		.from(cases)
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.where(
			and(
				eq(cases.officeId, actor.officeId as never),
				sql`split_part(${cases.number}, '-', 2)::int = ${number}`,
				year === null ? undefined : sql`split_part(${cases.number}, '-', 1)::int = ${year}`
			)
		)
		.orderBy(desc(cases.openedAt))
		.limit(most);

const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&');
const shortestName = 3;
const shortestPhone = 8;

/** People by a part of the name, or by the whole telephone number, of which the office keeps a keyed hash only. */
async function peopleOf(reader: Reader, actor: Actor, asked: string, today: Day) {
	const phone = normalPhone(asked);
	const isPhone = /^[+\d\s().-]+$/.test(asked) && phone.length >= shortestPhone;
	const isName = /\p{L}/u.test(asked) && asked.length >= shortestName;
	if (!isPhone && !isName) return [];
	const found = await reader
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(
			and(
				eq(people.officeId, actor.officeId as never),
				isNull(people.erasedAt),
				or(
					isPhone ? eq(people.phoneHash, findingHash(actor.officeId ?? '', 'phone', phone)) : undefined,
					isName ? ilike(people.name, `%${literally(asked)}%`) : undefined
				)
			)
		)
		.orderBy(asc(people.name), asc(people.id))
		.limit(most);
	if (found.length === 0) return [];
	const terms = await reader
		.select({
			personId: boardTerms.personId,
			role: boardTerms.role,
			untilOn: boardTerms.untilOn,
			cooperativeId: cooperatives.id,
			cooperative: cooperatives.name
		})
		.from(boardTerms)
		// A merged record answers as the one that stays.
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(boardTerms.cooperativeId)))
		.where(
			inArray(
				boardTerms.personId,
				found.map(({ id }) => id)
			)
		)
		.orderBy(desc(boardTerms.fromOn), asc(boardTerms.id));
	return found.map((person) => ({
		...person,
		serves: terms
			.filter(({ personId }) => personId === person.id)
			.map(({ role, cooperativeId, cooperative, untilOn }) => ({
				role,
				cooperativeId,
				cooperative,
				isOver: untilOn !== null && untilOn < today
			}))
	}));
}
