/** Notes shorter than this may stand in an answer by chance: "Baik, terima kasih." */
export const leastTelling = 20;

const folded = (text: string) =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/**
 * Whether a text that is about to leave the office holds an internal note: pasted whole, however it is spaced, written large
 * or pointed. The notes themselves have no way out; this is for the hand that copies one into the answer.
 */
export const holdsNote = (outgoing: string, notes: readonly string[]): boolean => {
	const text = ` ${folded(outgoing)} `;
	return notes.some((note) => {
		const inside = folded(note);
		return inside.length >= leastTelling && text.includes(` ${inside} `);
	});
};
