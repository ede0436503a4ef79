import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { links } from '#platform/links/tables.ts';
import { boardLinkPurpose } from '../../board-link.ts';
import { boardRoles, type BoardRole } from '../../kinds.ts';
import { boardTerms, people } from '../tables.ts';
import { registeredAs } from './identity.ts';
import { sameCooperative } from './same.ts';

type Asking = Pick<Reader, 'select'>;

export interface BoardMember {
	readonly personId: Id<'Person'>;
	readonly name: string;
	readonly roles: readonly BoardRole[];
}

/** Who serves a cooperative on a day, the chair first. @throws Refusal missing */
export async function boardOn(reader: Asking, actor: Actor, cooperativeId: string, today: Day): Promise<BoardMember[]> {
	const id = await registeredAs(reader, actor, cooperativeId);
	const rows = await reader
		.select({ personId: people.id, name: people.name, role: boardTerms.role })
		.from(boardTerms)
		.innerJoin(people, eq(people.id, boardTerms.personId))
		.where(
			and(
				inArray(boardTerms.cooperativeId, sameCooperative(reader, id)),
				or(isNull(boardTerms.fromOn), lte(boardTerms.fromOn, today)),
				or(isNull(boardTerms.untilOn), gte(boardTerms.untilOn, today)),
				isNull(people.erasedAt)
			)
		)
		.orderBy(people.name, people.id);
	const members = new Map<string, BoardMember & { roles: BoardRole[] }>();
	for (const { role, ...person } of rows) {
		const member = members.get(person.personId) ?? { ...person, roles: [] };
		member.roles.push(role);
		members.set(person.personId, member);
	}
	const rank = ({ roles }: BoardMember) => Math.min(...roles.map((role) => boardRoles.indexOf(role)));
	return [...members.values()].sort((a, b) => rank(a) - rank(b));
}

export type BoardLinkState = 'open' | 'expired' | 'revoked';

/** The links given to a cooperative's board, newest first. @throws Refusal missing */
export async function boardLinksOf(reader: Asking, actor: Actor, cooperativeId: string, now: Date) {
	const id = await registeredAs(reader, actor, cooperativeId);
	const rows = await reader
		.select({
			id: links.id,
			personId: links.personId,
			givenTo: links.givenTo,
			createdAt: links.createdAt,
			expiresAt: links.expiresAt,
			revokedAt: links.revokedAt
		})
		.from(links)
		.where(
			and(
				eq(links.officeId, actor.officeId as never),
				eq(links.purpose, boardLinkPurpose),
				inArray(links.subjectId, sameCooperative(reader, id))
			)
		)
		.orderBy(desc(links.createdAt), desc(links.id));
	return rows.map((link) => ({ ...link, state: stateOf(link, now) }));
}
export type BoardLink = Awaited<ReturnType<typeof boardLinksOf>>[number];

const stateOf = ({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date }, now: Date): BoardLinkState =>
	revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'open';
