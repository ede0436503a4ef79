import * as v from 'valibot';

/** Marks a field of an input as personal data: it is stored sealed only, and left out of audit and logs. */
export const personal = <Input>() => v.metadata<Input, { personal: true }>({ personal: true });

type Schema = v.GenericSchema & {
	pipe?: { kind: string; type: string; metadata?: Record<string, unknown> }[];
	entries?: Record<string, Schema>;
	item?: Schema;
	wrapped?: Schema;
};

const isPersonal = (schema: Schema): boolean =>
	(schema.pipe?.some((step) => step.type === 'metadata' && step.metadata?.personal === true) ?? false) ||
	(schema.wrapped ? isPersonal(schema.wrapped) : false);

const inside = (schema: Schema): Schema =>
	schema.wrapped
		? inside(schema.wrapped)
		: schema.pipe?.[0] && 'entries' in schema.pipe[0]
			? (schema.pipe[0] as unknown as Schema)
			: schema;

/** The parsed input without the fields that its schema marks as personal. */
export function withoutPersonal(schema: v.GenericSchema, value: unknown): unknown {
	const { entries, item } = inside(schema as Schema);
	if (entries && value && typeof value === 'object' && !Array.isArray(value)) {
		return Object.fromEntries(
			Object.entries(value)
				.filter(([key]) => !(entries[key] && isPersonal(entries[key])))
				.map(([key, part]) => [key, entries[key] ? withoutPersonal(entries[key], part) : part])
		);
	}
	if (item && Array.isArray(value)) return value.map((part) => withoutPersonal(item, part));
	return value;
}
