import type { Actor } from '#platform/actor.ts';
import type { Database } from '#platform/database/client.ts';
import type { Zone } from '#platform/clock.ts';
import type { Post } from '#clinic/offices/server/reads.ts';
import type { Shell } from '#ui/shell.ts';

declare global {
	namespace App {
		interface Locals {
			database: Database;
			/** Null: nobody signed in, no link. */
			actor: Actor | null;
			/** The signed-in account, whichever office it works in. Null while its screen is locked. */
			account: { userId: string; name: string; email: string; sessionId: string; twoFactorEnabled: boolean } | null;
			/** Where the account serves. */
			posts: readonly Post[];
			/** The account behind a locked screen. */
			locked: { userId: string; name: string; sessionId: string } | null;
			/** Minutes without a deed after which the screen locks. */
			idleMinutes: number | null;
			/** Why the link in the address opens nothing. */
			linkFault: { status: number; text: string } | null;
			/** The zone of the actor's office; WIB where there is none. */
			zone: Zone;
			now: Date;
			requestId: string;
			address: string;
			/** What the frame of the page shows. */
			shell: Shell | null;
		}
		interface Error {
			message: string;
			/** For the user to quote. */
			errorId?: string;
		}
	}
}
export {};
