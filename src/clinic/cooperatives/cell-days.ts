/** A date cell read: a whole day, or why there is none. */
export type DayRead =
	/** Rewritten: not as a person here would read it, so it is said. */
	| { how: 'day'; day: string; isRewritten: boolean }
	/** Month or year only: kept in the record of the import, for a register's dates are whole days. */
	| { how: 'incomplete' }
	| { how: 'unreadable' };

const months: Record<string, number> = {
	januari: 1,
	jan: 1,
	january: 1,
	februari: 2,
	feb: 2,
	pebruari: 2,
	peb: 2,
	february: 2,
	maret: 3,
	mar: 3,
	mrt: 3,
	march: 3,
	april: 4,
	apr: 4,
	mei: 5,
	may: 5,
	juni: 6,
	jun: 6,
	june: 6,
	juli: 7,
	jul: 7,
	july: 7,
	agustus: 8,
	agu: 8,
	agt: 8,
	ags: 8,
	agust: 8,
	aug: 8,
	august: 8,
	september: 9,
	sep: 9,
	sept: 9,
	oktober: 10,
	okt: 10,
	oct: 10,
	october: 10,
	november: 11,
	nov: 11,
	nopember: 11,
	nop: 11,
	desember: 12,
	des: 12,
	dec: 12,
	december: 12
};

/** Days as Indonesian offices write them: 2010-03-24, 24/03/2010, 18 NOVEMBER 1991, tgl. 01 Juli 2019, a sheet's serial. */
export function readDay(cell: string): DayRead {
	const text = cell
		.trim()
		.replace(/^(tanggal|tgl)\b[.:]?\s*/i, '')
		.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
	if (iso) return asDay(Number(iso[1]), Number(iso[2]), Number(iso[3]), false);
	const digits = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})$/.exec(text);
	if (digits) return fromDigits(Number(digits[1]), Number(digits[2]), Number(digits[3]));
	const words = /^(?:(\d{1,2})[\s\-./]*)?([a-z]+)\.?[\s\-./,]*(\d{4})$/i.exec(text);
	if (words) return fromWords(words[1], words[2]!, Number(words[3]));
	if (/^(19|20)\d{2}$/.test(text) || /^(0?[1-9]|1[0-2])[/\-.](19|20)\d{2}$/.test(text)) return { how: 'incomplete' };
	if (/^\d{5}$/.test(text)) return fromSerial(Number(text));
	return { how: 'unreadable' };
}

/** Day first, as everywhere in Indonesia; month first only where nothing else is a date. */
function fromDigits(first: number, second: number, year: number): DayRead {
	const dayFirst = asDay(year, second, first, false);
	return dayFirst.how === 'day' ? dayFirst : asDay(year, first, second, true);
}

function fromWords(day: string | undefined, word: string, year: number): DayRead {
	const month = months[word.toLowerCase()];
	if (month === undefined) return { how: 'unreadable' };
	return day === undefined ? { how: 'incomplete' } : asDay(year, month, Number(day), false);
}

/** The number of days that a date is inside a sheet, left bare when its cell lost its style: 1927 to 2064. */
function fromSerial(serial: number): DayRead {
	if (serial < 10_000 || serial > 60_000) return { how: 'unreadable' };
	const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
	return { how: 'day', day, isRewritten: true };
}

function asDay(year: number, month: number, day: number, isRewritten: boolean): DayRead {
	const date = new Date(Date.UTC(year, month - 1, day));
	const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	if (!isReal || year < 1900 || year > 2100) return { how: 'unreadable' };
	return { how: 'day', day: date.toISOString().slice(0, 10), isRewritten };
}
