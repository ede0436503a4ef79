/** An amount that looks as if it were typed in the wrong unit. */
export type Doubt = 'farFromBefore' | 'tinyAssets';

/** A slip between rupiah, thousands and millions changes an amount a thousand times or more, give or take a year's change. */
const farTimes = 500n;

/** No savings-and-loan cooperative in care owns less than ten million rupiah: it rather was typed in millions. Ours. */
const leastAssets = 10_000_000n;

/**
 * The figures that a person should look at again before they are saved. An amount of 0 is never far from another: it is
 * no slip of units.
 * @param before the same figures of the examination or register year before
 */
export function doubtsIn(
	figures: ReadonlyMap<string, bigint>,
	before: ReadonlyMap<string, bigint>
): ReadonlyMap<string, Doubt> {
	const doubts = new Map<string, Doubt>();
	for (const [figure, amount] of figures) {
		const earlier = before.get(figure);
		if (earlier !== undefined && areFarApart(size(amount), size(earlier))) doubts.set(figure, 'farFromBefore');
		else if (figure === 'totalAssets' && amount < leastAssets) doubts.set(figure, 'tinyAssets');
	}
	return doubts;
}

const size = (amount: bigint) => (amount < 0n ? -amount : amount);

const areFarApart = (a: bigint, b: bigint) => a !== 0n && b !== 0n && (a >= b * farTimes || b >= a * farTimes);
