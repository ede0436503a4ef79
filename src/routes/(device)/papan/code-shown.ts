import { renderSVG } from 'uqr';

/** The room's code, and the address where a telephone takes a number with it, as a picture. */
export function codeShown(origin: string, officeCode: string, code: string): { code: string; qr: string } {
	const address = `${origin}/a/${officeCode}?kode=${code}`;
	return { code, qr: `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}` };
}
