import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import type { SheetLimits } from './limits.ts';
import { asRefusal, broken, encrypted, readingPart, tooLarge } from './refusals.ts';
import { wholeOf, type SheetFile } from './source.ts';

/** The parts of a workbook by their lower-case path. Only what is asked for is inflated, each part under the same budget. */
export type Parts = {
	has: (path: string) => boolean;
	bytes: (path: string) => AsyncGenerator<Uint8Array>;
	close: () => void;
};

const options = { autoClose: false, lazyEntries: true, validateEntrySizes: true } as const;

export async function openParts(file: SheetFile, limits: SheetLimits): Promise<Parts> {
	const zip = await readingPart(async () =>
		typeof file === 'string' ? await openPromise(file, options) : await fromBufferPromise(await wholeOf(file), options)
	);
	try {
		const entries = await entriesOf(zip, limits);
		const budget = { left: limits.maxInflatedBytes };
		return {
			has: (path) => entries.has(path.toLowerCase()),
			bytes: (path) => inflate(zip, entries.get(path.toLowerCase()), budget, limits),
			close: () => zip.close()
		};
	} catch (error) {
		zip.close();
		throw error;
	}
}

async function entriesOf(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry>> {
	if (zip.entryCount > limits.maxParts) throw tooLarge('parts', limits.maxParts);
	const entries = new Map<string, Entry>();
	await readingPart(async () => {
		for await (const entry of zip.eachEntry()) {
			const path = entry.fileName.toLowerCase();
			// Two parts of one name: programs would disagree on which one counts.
			if (entries.has(path)) throw broken();
			entries.set(path, entry);
		}
	});
	return entries;
}

async function* inflate(
	zip: ZipFile,
	entry: Entry | undefined,
	budget: { left: number },
	limits: SheetLimits
): AsyncGenerator<Uint8Array> {
	if (!entry) throw broken();
	if (entry.isEncrypted()) throw encrypted();
	if (entry.uncompressedSize > budget.left) throw tooLarge('inflated', limits.maxInflatedBytes);
	const stream = await readingPart(() => zip.openReadStreamPromise(entry));
	const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
	try {
		for (;;) {
			const next = await chunks.next().catch((error: unknown) => Promise.reject(asRefusal(error)));
			if (next.done) return;
			budget.left -= next.value.byteLength;
			if (budget.left < 0) throw tooLarge('inflated', limits.maxInflatedBytes);
			yield next.value;
		}
	} finally {
		stream.destroy();
	}
}
