import * as v from 'valibot';
import { command } from '#platform/command.ts';
import { oneOf, optionalText } from '#platform/fields.ts';
import { fileUpload } from '#platform/files/file-type.ts';
import { keep } from '#platform/files/files.ts';
import { idOf } from '#platform/ids.ts';
import { recordPapers } from '../../record-papers.ts';
import { recordFiles } from '../tables/record.ts';
import { newPart } from './papers.ts';

/** Keeps a paper of a cooperative: asked for once, at hand for everything that needs it. */
export const keepRecordFile = command({
	name: 'cooperatives.keepRecordFile',
	needs: 'register.edit',
	input: v.object({
		cooperativeId: idOf<'Cooperative'>(),
		what: oneOf(recordPapers),
		about: optionalText(160),
		file: fileUpload()
	}),
	run: async (context, { cooperativeId, what, about, file }) => {
		const { id: _, ...part } = await newPart(context, cooperativeId);
		const { id } = await keep(context, file);
		await context.tx.insert(recordFiles).values({ ...part, id, what, about });
		return { id };
	}
});
