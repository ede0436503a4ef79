/**
 * Who acts. Every actor carries its office into the transaction, where row-level security reads it.
 * - staff: a person who signed in, in one of the offices where he or she serves
 * - link: a person without an account, by a token bound to that person and one subject
 * - device: a machine of the office (kiosk, board), by a token that it was given when it was paired
 * - system: the program itself (first start, import on the command line, a job)
 */
export interface Actor {
	readonly kind: 'staff' | 'link' | 'device' | 'system';
	/** Staff row, link row, device row or the program's name: what the audit row names. */
	readonly id: string;
	readonly officeId: string | null;
	/** The account behind a staff actor. */
	readonly userId: string | null;
	/** What this actor may do, already worked out from roles, dates and delegations. */
	readonly permissions: ReadonlySet<string>;
	/** Staff only: the clinics (poli) in which he or she serves. */
	readonly clinicIds: readonly string[];
	/** Link: what it opens. */
	readonly subjectId: string | null;
	/** Link only: the person to whom it was given. */
	readonly personId: string | null;
	/**
	 * Link of somebody from outside only: the moment at which he or she comes. The database then shows nothing of the office
	 * but what a policy opens to this link's subject.
	 */
	readonly outsideAt?: Date;
}

export const may = (actor: Actor, permission: string) => actor.permissions.has(permission);

/** The program itself, acting in one office or (null) before any office exists. Names its own permissions. */
export const systemActor = (name: string, officeId: string | null, permissions: readonly string[]): Actor => ({
	kind: 'system',
	id: name,
	officeId,
	userId: null,
	permissions: new Set(permissions),
	clinicIds: [],
	subjectId: null,
	personId: null
});
