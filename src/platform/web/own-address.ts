import { settings } from '#env';

/** The address under which people reach this program, for what is written to them outside of any request. */
export const ownAddress = (): string => {
	const { ORIGIN, PORT } = settings();
	return ORIGIN ?? `http://localhost:${PORT}`;
};
