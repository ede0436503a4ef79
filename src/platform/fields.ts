import * as v from 'valibot';
import { numberOf, tidyCode } from './typed-code.ts';

// Input schemas for what forms send: text in, checked values out. Their messages are codes with words in messages/*.json.

const tidy = (text: string) =>
	text
		.normalize('NFC')
		// PostgreSQL cannot hold NUL, and nobody types it.
		.replaceAll('\u0000', '')
		.replace(/[^\S\n]+/g, ' ')
		.trim();

/** Text that must be there. @param max characters */
export const requiredText = (max: number) =>
	v.pipe(v.string('required'), v.transform(tidy), v.nonEmpty('required'), v.maxLength(max, `tooLong:${max}`));

/** Text or null. @param max characters */
export const optionalText = (max: number) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform(tidy),
		v.maxLength(max, `tooLong:${max}`),
		v.transform((text) => text || null)
	);

export const oneOf = <const Options extends readonly string[]>(options: Options) => v.picklist(options, 'required');

/** One of the options, or null when the field is empty. */
export const optionalOneOf = <const Options extends readonly string[]>(options: Options) =>
	v.pipe(
		v.optional(v.union([v.literal(''), v.picklist(options)], 'notUnderstood'), ''),
		v.transform((value) => (value === '' ? null : (value as Options[number])))
	);

/** Any number of the options, none when nothing is ticked. */
export const someOf = <const Options extends readonly string[]>(options: Options) =>
	v.optional(v.array(v.picklist(options, 'notUnderstood')), []);

/** A tick box: absent is no. */
export const flag = () =>
	v.pipe(
		v.optional(v.union([v.boolean(), v.picklist(['on', 'true', 'false', ''])]), false),
		v.transform((value) => value === true || value === 'on' || value === 'true')
	);

const isDay = (text: string) => {
	const at = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** A calendar day `YYYY-MM-DD` that exists. */
export const requiredDay = () =>
	v.pipe(
		v.string('required'),
		v.nonEmpty('required'),
		v.regex(/^\d{4}-\d{2}-\d{2}$/, 'notADay'),
		v.check(isDay, 'notADay')
	);

export const optionalDay = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check((text) => text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text)), 'notADay'),
		v.transform((text) => text || null)
	);

/** A whole number in Indonesian or plain digits, within bounds. */
export const wholeNumber = (min: number, max: number) =>
	v.pipe(
		v.union([v.string(), v.number()], 'required'),
		v.transform((value) => (typeof value === 'number' ? value : Number(value.trim().replace(/\./g, '') || Number.NaN))),
		v.integer('notANumber'),
		v.minValue(min, `tooSmall:${min}`),
		v.maxValue(max, `tooLarge:${max}`)
	);

/** A whole number within bounds, or null when the field is empty. */
export const optionalWholeNumber = (min: number, max: number) =>
	v.pipe(
		v.optional(v.union([v.string(), v.number()]), ''),
		v.transform((given): string | number | null => (String(given).trim() === '' ? null : given)),
		v.nullable(wholeNumber(min, max))
	);

/** A telephone number as written; digits, spaces, + - ( ) . */
export const optionalPhone = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform(tidy),
		v.check(
			(text) => text === '' || (/^[+\d][\d\s().-]{6,24}$/.test(text) && text.replace(/\D/g, '').length >= 8),
			'notAPhone'
		),
		v.transform((text) => text || null)
	);

/** For comparing: digits in national form, 0812… whether written +62812…, 62812… or 0812-…. */
export const normalPhone = (phone: string) => phone.replace(/\D/g, '').replace(/^(00)?62/, '0');

export const email = () =>
	v.pipe(
		v.string('required'),
		v.trim(),
		v.toLowerCase(),
		v.nonEmpty('required'),
		v.email('notAnEmail'),
		v.maxLength(200, 'tooLong:200')
	);

/** An uploaded file. @param maxBytes a larger one is refused by name */
export const upload = (maxBytes: number) =>
	v.pipe(
		v.object({ name: v.string('required'), bytes: v.instance(Uint8Array) }, 'required'),
		v.check(({ bytes }) => bytes.byteLength <= maxBytes, `fileTooLarge:${Math.floor(maxBytes / 1_048_576)}`)
	);

/** A code that was written down, as `typed-code.ts` makes them; null when the field is empty. */
export const optionalTypedCode = () =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform(tidyCode),
		v.check((code) => code === '' || (code.length <= 12 && numberOf(code) !== null), 'codeMistyped'),
		v.transform((code) => code || null)
	);
