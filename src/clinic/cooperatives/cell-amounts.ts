/** An amount of money read to whole rupiah. */
export type AmountRead =
	| { how: 'amount'; rupiah: bigint; isRounded: boolean }
	| { how: 'unreadable' }
	/** One dot before three digits: a thousand, or a fraction of the heading's million? Never guessed. */
	| { how: 'ambiguous' };

/**
 * Reads money as it is written on both sides of the custom: 1.190.916.827, 155,206,668.00, 1.996.423.178,45, (40.000).
 * @param unit what the heading counts in: 1, a thousand or a million rupiah
 */
export function readAmount(cell: string, unit: bigint): AmountRead {
	const text = cell
		.replace(/rp\.?/i, '')
		.replace(/idr/i, '')
		.replace(/\s/g, '')
		.replace(/,-$|\.-$/, '');
	const signed = /^\((.+)\)$/.exec(text) ?? /^[-−](.+)$/.exec(text);
	const bare = signed ? signed[1]! : text;
	const parts = splitAmount(bare);
	if (parts === 'ambiguous' && unit !== 1n) return { how: 'ambiguous' };
	const { whole, fraction } = parts === 'ambiguous' ? { whole: bare.replace(/\D/g, ''), fraction: '' } : (parts ?? {});
	if (whole === undefined || fraction === undefined || whole.length > 18) return { how: 'unreadable' };
	const kept = fraction.slice(0, 12);
	const scale = 10n ** BigInt(kept.length);
	const times = BigInt(whole + kept) * unit;
	const rupiah = (times + scale / 2n) / scale;
	return { how: 'amount', rupiah: signed ? -rupiah : rupiah, isRounded: times % scale !== 0n };
}

/** Which of dot and comma cuts thousands and which the fraction; null when the text is no number. */
function splitAmount(text: string): { whole: string; fraction: string } | 'ambiguous' | null {
	if (/^\d+$/.test(text)) return { whole: text, fraction: '' };
	if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return 'ambiguous';
	const dots = /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(text);
	if (dots) return { whole: dots[1]!.replaceAll('.', ''), fraction: dots[2] ?? '' };
	const commas = /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text);
	if (commas) return { whole: commas[1]!.replaceAll(',', ''), fraction: commas[2] ?? '' };
	const plain = /^(\d+)[.,](\d+)$/.exec(text);
	return plain ? { whole: plain[1]!, fraction: plain[2]! } : null;
}

/** A count of people: digits with or without thousands, and the word that is sometimes put behind. */
export function readCount(cell: string): number | null {
	const text = cell
		.trim()
		.replace(/\s*(orang|org|jiwa|anggota)\.?$/i, '')
		.replace(/\.0{1,2}$/, '');
	if (!/^\d{1,9}$/.test(text) && !/^\d{1,3}([.,]\d{3}){1,2}$/.test(text)) return null;
	return Number(text.replace(/[.,]/g, ''));
}
