import type { Json } from '#platform/command.ts';
import { jobWork } from '#platform/jobs/job.ts';
import { typeset, type ToTypeset } from '#platform/typesetting/typeset.ts';
import { setting } from '../setting.ts';
import { attachTypeset } from './commands.ts';
import { paperOf, type Paper } from './reads.ts';
import { templateOf, templates } from './templates.ts';
import { typesetPaper } from './typesetting.ts';

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' } as const;

/** What the template of a paper is given. */
export function toTypeset(
	paper: Pick<Paper, 'kind' | 'title' | 'letterhead' | 'content' | 'state' | 'number' | 'datedOn' | 'createdAt'>
): ToTypeset {
	const { crest } = paper.letterhead;
	const name = crest && `lambang.${endings[crest.type]}`;
	return {
		folder: templates(),
		template: templateOf[paper.kind],
		data: setting(paper, name) as unknown as Json,
		attachments: crest && name ? { [name]: Buffer.from(crest.base64, 'base64') } : {}
	};
}

/** Sets the paper as it stands when its turn has come, and hands it to be kept. */
export const typesetPaperWork = jobWork({
	kind: typesetPaper,
	needs: ['paper.typeset'],
	run: async ({ actor, read, perform }, { paperId }) => {
		const paper = await read((reader) => paperOf(reader, actor, paperId));
		const { pdf, pages } = await typeset(toTypeset(paper));
		await perform(attachTypeset, { paperId, state: paper.state, bytes: pdf, pages });
	}
});
