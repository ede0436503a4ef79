import type { Kept } from './record.ts';

/** The figures of a record by name, lines with their dotted name: what a next examination begins with. */
export function figuresKept({ figures }: Pick<Kept, 'figures'>): Map<string, bigint> {
	const read = new Map<string, bigint>();
	for (const [name, given] of Object.entries(figures)) {
		if (typeof given === 'string') read.set(name, BigInt(given));
		else for (const [line, digits] of Object.entries(given)) read.set(`${name}.${line}`, BigInt(digits));
	}
	return read;
}
