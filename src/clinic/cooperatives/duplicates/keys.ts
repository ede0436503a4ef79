/** A list of whole numbers below 2^53 that grows: eight bytes each, and sorted as they are. */
export class Numbers {
	#values = new Float64Array(1024);
	#length = 0;

	push(value: number): void {
		if (this.#length === this.#values.length) {
			const wider = new Float64Array(this.#values.length * 2);
			wider.set(this.#values);
			this.#values = wider;
		}
		this.#values[this.#length++] = value;
	}

	/** In order; of equal numbers each. */
	sorted(): Float64Array {
		return this.#values.subarray(0, this.#length).sort();
	}
}

/** As many records as can be told apart in what is left of 2^53 beside a key of 32 bits. */
export const MOST_RECORDS = 2 ** 21;

/** 32 bits of a text. Two texts may share them, which costs a comparison and decides nothing. */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	// The last bits of a product depend on the last letters alone.
	hash ^= hash >>> 15;
	hash = Math.imul(hash, 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}

/** Which records have which key, in little memory: text by text, then all groups that share one. */
export class Keys {
	readonly #packed = new Numbers();

	add(text: string, record: number): void {
		this.#packed.push(hashOf(text) * MOST_RECORDS + record);
	}

	/** Groups of two and more, each record once in a group. */
	*groups(): Generator<readonly number[]> {
		const packed = this.#packed.sorted();
		for (let from = 0; from < packed.length;) {
			const key = Math.floor(packed[from]! / MOST_RECORDS);
			let to = from + 1;
			while (to < packed.length && Math.floor(packed[to]! / MOST_RECORDS) === key) to++;
			if (to - from > 1) {
				const group: number[] = [];
				for (let at = from; at < to; at++) {
					const record = packed[at]! % MOST_RECORDS;
					if (group.at(-1) !== record) group.push(record);
				}
				if (group.length > 1) yield group;
			}
			from = to;
		}
	}
}
