/**
 * The domain says no. The code names a message (`refusal_<code with dots and capitals as snake_case>`);
 * the parameters fill it. Everything else that is thrown is a defect and is logged with an id.
 */
export class Refusal extends Error {
	readonly code: string;
	readonly params: Readonly<Record<string, string | number>>;

	constructor(code: string, params: Record<string, string | number> = {}) {
		super(code);
		this.name = 'Refusal';
		this.code = code;
		this.params = params;
	}
}

/** One answer for what does not exist and for what belongs to another office, so that nobody can tell the two apart. */
export const missing = () => new Refusal('missing');

/** The value, or the refusal `missing` where there is none. */
export function found<T>(value: T | null | undefined): T {
	if (value === null || value === undefined) throw missing();
	return value;
}
