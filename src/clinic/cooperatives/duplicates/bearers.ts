import { Keys } from './keys.ts';

/** A record of one office's register. */
export interface Bearer {
	readonly id: string;
	readonly officeId: string;
}

/** A number in the registers of more records than this is a slip of the pen that many copied. */
const MOST = 12;
/** So many pairs at once are told. */
const PART = 2_000;

/** Which records of all offices bear which numbers of an organisation. */
export class Bearers {
	readonly #records: Bearer[] = [];
	readonly #keys = new Keys();

	add(officeId: string, id: string, keys: readonly string[]): void {
		for (const key of keys) this.#keys.add(key, this.#records.length);
		this.#records.push({ id, officeId });
	}

	/** Every two records of different offices that share a number, each once, in parts of the same offices. */
	*pairs(): Generator<(readonly [Bearer, Bearer])[]> {
		const total = this.#records.length;
		const met = new Set<number>();
		for (const group of this.#keys.groups()) {
			if (group.length > MOST) continue;
			for (let at = 1; at < group.length; at++)
				for (let before = 0; before < at; before++) {
					const [a, b] = [group[before]!, group[at]!];
					if (this.#records[a]!.officeId !== this.#records[b]!.officeId) met.add(a * total + b);
				}
		}
		// Records were added office by office, so that in this order those of an office stand together.
		const inOrder = Float64Array.from(met).sort();
		for (let from = 0; from < inOrder.length; from += PART)
			yield Array.from(
				inOrder.subarray(from, from + PART),
				(pair) => [this.#records[Math.floor(pair / total)]!, this.#records[pair % total]!] as const
			);
	}
}
