import * as v from 'valibot';
import { v7 } from 'uuid';

/** An id that knows what it names: `Id<'Cooperative'>` cannot be passed where `Id<'Case'>` is asked. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

/** A new UUIDv7: made by the application, sorts by time of making. */
export const newId = <Kind extends string>() => v7() as Id<Kind>;

/** Input schema of an id. A malformed id is answered like one that does not exist. */
export const idOf = <Kind extends string>() =>
	v.pipe(
		v.string(),
		v.uuid('missing'),
		v.transform((text) => text.toLowerCase() as Id<Kind>)
	);

/** Whether a text could be an id at all. */
export const isId = (text: string): boolean => v.is(idOf(), text);
