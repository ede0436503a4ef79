/** Something outside the program is not as it must be. The message is one plain sentence for the person at the terminal. */
export class PlainFailure extends Error {
	override readonly name = 'PlainFailure';
}
