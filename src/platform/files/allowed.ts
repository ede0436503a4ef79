/** What may be kept: papers, pictures, sheets and plain text. */
export type FileType =
	| 'application/pdf'
	| 'image/jpeg'
	| 'image/png'
	| 'image/webp'
	| 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	| 'application/vnd.oasis.opendocument.spreadsheet'
	| 'text/plain';

/** A photograph or a scanned report of a year; more does not come through a village's network. */
export const maxFileBytes = 16 * 1_048_576;

/** For the `accept` of a file field. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.webp,.xlsx,.ods,.csv,.txt';
