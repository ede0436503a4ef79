import type { Actor } from '#platform/actor.ts';
import type { Zone } from '#platform/clock.ts';
import type { Database } from '#platform/database/client.ts';
import { linkActor, linkByToken, type LinkFault } from '#platform/links/links.ts';
import { isLocked, sessionOf, type Session } from '#platform/sign-in/session.ts';
import type { Visitor } from '#platform/sign-in/visitor.ts';
import { linkPurposes, type LinkPurpose } from '../roles.ts';
import { officeFace, postsOf, staffActor, type OfficeFace, type Post } from './reads.ts';

/** Who comes, before any page is asked for. */
export interface Arrival {
	readonly session: Session | null;
	readonly posts: readonly Post[];
	/** The office in which this browser works. */
	readonly face: OfficeFace | null;
	readonly zone: Zone;
	readonly idleMinutes: number;
	readonly isLocked: boolean;
	/** Null: nobody signed in, a locked screen, or an account that has no office here. */
	readonly actor: Actor | null;
}

const usualIdleMinutes = 15;
const nobody: Arrival = {
	session: null,
	posts: [],
	face: null,
	zone: 'Asia/Jakarta',
	idleMinutes: usualIdleMinutes,
	isLocked: false,
	actor: null
};

/** The person behind a browser: session → posts → actor of the office in which the browser works. */
export async function whoComes(database: Database, visitor: Visitor): Promise<Arrival> {
	const session = await sessionOf(database, visitor);
	if (!session) return nobody;
	const posts = await postsOf(database, session.userId);
	const post = posts.find(({ officeId }) => officeId === session.officeId) ?? (posts.length === 1 ? posts[0]! : null);
	const idleMinutes = post?.idleMinutes ?? Math.min(usualIdleMinutes, ...posts.map((one) => one.idleMinutes));
	const locked = isLocked(session, idleMinutes, visitor.now);
	return {
		session,
		posts,
		face: post,
		zone: post?.zone ?? nobody.zone,
		idleMinutes,
		isLocked: locked,
		actor: post && !locked ? await staffActor(database, session.userId, post, visitor.now) : null
	};
}

export interface LinkArrival {
	readonly actor: Actor;
	readonly face: OfficeFace | null;
}

function heldAs(purpose: LinkPurpose, actor: Actor, now: Date): Actor {
	if (purpose === 'firstAdmin') return { ...actor, officeId: actor.id };
	return purpose === 'guest' ? { ...actor, outsideAt: now } : actor;
}

/**
 * The holder of a link. The first administrator acts inside the office to be, which takes over the link's id; a guest comes
 * from outside and sees nothing of the office but what was opened.
 */
export async function whoHolds(
	database: Database,
	token: string,
	purpose: LinkPurpose,
	visitor: Pick<Visitor, 'address' | 'now'>
): Promise<LinkArrival | { readonly fault: LinkFault }> {
	const link = await linkByToken(database, token, purpose, visitor);
	if (typeof link === 'string' || 'waitSeconds' in link) return { fault: link };
	return {
		actor: heldAs(purpose, linkActor(link, linkPurposes[purpose]), visitor.now),
		face: link.officeId ? await officeFace(database, link.officeId) : null
	};
}
