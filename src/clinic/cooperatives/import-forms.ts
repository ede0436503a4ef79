import * as v from 'valibot';
import { requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import { registerFields } from './heading-words.ts';
import { RegisterRead } from './register-read.ts';

/** Made by the program out of a file, never by a form; too large for the audit row, which names the import instead. */
const register = v.pipe(v.instance(RegisterRead), personal());

/** A register read from an uploaded file, kept until a person has looked at it. */
export const keptUpload = v.object({
	uploadId: idOf<'ImportUpload'>(),
	fileName: requiredText(200),
	fileHash: requiredText(64),
	register,
	/** The file itself, to be read again when a heading is given its meaning. */
	file: v.pipe(v.instance(Uint8Array), personal())
});

/** What a person says that headings mean; '' leaves one as it is. */
const said = v.union([v.literal(''), v.literal('unused'), v.picklist(registerFields)]);

/** The register is the kept file, read again with what is said here. */
export const namedHeadings = v.object({
	uploadId: idOf<'ImportUpload'>(),
	said: v.pipe(v.array(v.object({ heading: requiredText(300), meaning: said })), v.maxLength(200)),
	register
});

export const registerImport = v.object({
	importId: idOf<'Import'>(),
	fileName: requiredText(200),
	fileHash: requiredText(64),
	register,
	/** The kept upload that this is, which then goes. */
	uploadId: v.nullish(idOf<'ImportUpload'>(), null)
});

export const oneImport = v.object({ importId: idOf<'Import'>() });
