/** Longest side of a photo that is sent, in pixels: a signature on a list can still be read. */
const longestSide = 1600;
/** Smaller ones go as they are. */
const smallEnough = 300_000;

export interface Shrunk {
	readonly files: readonly File[];
	readonly before: number;
	readonly after: number;
}

/** Photos made smaller on the telephone itself, before a weak network carries them. What is no photo stays as it is. */
export async function shrinkPhotos(files: readonly File[]): Promise<Shrunk> {
	const shrunk: File[] = [];
	for (const file of files) shrunk.push(await shrink(file));
	const size = (all: readonly File[]) => all.reduce((sum, file) => sum + file.size, 0);
	return { files: shrunk, before: size(files), after: size(shrunk) };
}

async function shrink(file: File): Promise<File> {
	if (file.size <= smallEnough || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
	try {
		const picture = await createImageBitmap(file);
		const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(picture.width * scale);
		canvas.height = Math.round(picture.height * scale);
		canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
		picture.close();
		const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.72));
		if (!blob || blob.size >= file.size) return file;
		return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
	} catch {
		// A picture that this browser cannot read is sent whole: the server judges it by its bytes.
		return file;
	}
}
