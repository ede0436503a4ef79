import type { Actor } from '#platform/actor.ts';
import type { Database } from '#platform/database/client.ts';
import type { Zone } from '#platform/clock.ts';
import type { Shell } from '#ui/shell.ts';

declare global {
	namespace App {
		interface Locals {
			database: Database;
			/** Null: nobody signed in, no link. */
			actor: Actor | null;
			/** The signed-in account, whichever office it works in. */
			account: { userId: string; name: string; email: string; sessionId: string } | null;
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
			id?: string;
		}
	}
}
export {};
