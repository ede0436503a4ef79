import { sql } from 'drizzle-orm';
import { identityOf, type Identity } from '#clinic/cooperatives/server/reads/identity.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import type { PaperContent } from '#clinic/papers/content.ts';
import { draftPaper } from '#clinic/papers/server/commands.ts';
import { papersOn } from '#clinic/papers/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { command, runWithin } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { inIndonesian } from '#platform/web/indonesian.ts';
import { assignmentInput, examinationPaperInput, type ExaminationPaper } from '../../assignment-forms.ts';
import { competenceFault, whyNoPaper } from '../../official.ts';
import { assignmentLetterContent } from '../papers/assignment-letter.ts';
import { certificateContent } from '../papers/certificate.ts';
import { minutesContent } from '../papers/minutes.ts';
import { reportContent } from '../papers/report.ts';
import { paperSubject, type PaperSubject } from '../papers/subject.ts';
import { officialsOf, reachOf } from '../reads/official.ts';
import { refuseNotOfficial } from '../refuse-not-official.ts';
import { assignedCooperatives, assignedStaff, assignments } from '../tables.ts';

/** Drafts the letter that sends officials to examine. It holds from the day that its number is typed. */
export const assignExaminers = command({
	name: 'examinations.assignExaminers',
	needs: 'examination.assign',
	input: assignmentInput,
	run: async (context, { cooperativeIds, staffIds, fromOn, untilOn, purpose }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const office = found(await ownOffice(reader, actor));
		const today = dayOf(now, office.zone);
		const known = new Map((await officialsOf(reader, actor, today)).map((official) => [official.staffId, official]));
		const officials = [...new Set(staffIds)].map((id) => known.get(id) ?? notOne());
		const cooperatives: Identity[] = [];
		for (const id of new Set(cooperativeIds)) {
			const cooperative = await identityOf(reader, actor, id, today);
			refuseNotOfficial(competenceFault(await reachOf(reader, actor, cooperative.id), office.code));
			cooperatives.push(cooperative);
		}
		const assignmentId = newId<'Assignment'>();
		const officeId = actor.officeId as Id<'Office'>;
		const aim = purpose ?? 'melakukan pemeriksaan kesehatan koperasi';
		await tx.insert(assignments).values({
			id: assignmentId,
			officeId,
			fromOn,
			untilOn,
			purpose: aim,
			at: now,
			by: actor.id,
			byName: await nameOf(reader, actor)
		});
		await tx
			.insert(assignedStaff)
			.values(officials.map(({ staffId }) => ({ officeId, assignmentId, staffId: staffId as Id<'Staff'> })));
		await tx
			.insert(assignedCooperatives)
			.values(cooperatives.map(({ id }) => ({ officeId, assignmentId, cooperativeId: id })));
		const { paperId } = await runWithin(context, draftPaper, {
			kind: 'assignmentLetter',
			subjectId: assignmentId,
			title: 'Surat tugas pemeriksaan kesehatan koperasi',
			content: inIndonesian(() => assignmentLetterContent({ officials, cooperatives, fromOn, untilOn, purpose: aim }))
		});
		return { assignmentId, paperId };
	}
});

function notOne(): never {
	throw missing();
}

const contents: Readonly<Record<ExaminationPaper, (subject: PaperSubject) => PaperContent>> = {
	minutes: minutesContent,
	examinationReport: reportContent,
	certificate: certificateContent
};
const titles: Readonly<Record<ExaminationPaper, string>> = {
	minutes: 'Berita acara pemeriksaan',
	examinationReport: 'Laporan hasil pemeriksaan',
	certificate: 'Sertifikat pemeriksaan kesehatan'
};

/** A paper of an examination. A clinic check bears the report only, and a certificate asks for at least fairly healthy. */
export const draftExaminationPaper = command({
	name: 'examinations.draftExaminationPaper',
	needs: 'paper.draft',
	input: examinationPaperInput,
	run: async (context, { examinationId, kind }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const subject = await paperSubject(reader, actor, examinationId, now);
		const why = whyNoPaper(kind, subject.examined);
		if (why === 'reportOnly') throw new Refusal('examinations.reportOnly');
		if (why === 'categoryTooLow') throw new Refusal('examinations.noCertificate');
		// Pressed twice at once, the second waits here and finds the first one's.
		await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`paper ${examinationId} ${kind}`}, 0))`);
		const there = (await papersOn(reader, actor, examinationId)).find(
			(paper) => paper.kind === kind && paper.state !== 'void'
		);
		if (there) throw new Refusal('examinations.paperThere');
		return runWithin(context, draftPaper, {
			kind,
			subjectId: examinationId,
			title: `${titles[kind]} ${subject.cooperative.name}, tahun buku ${subject.examined.bookYear}`,
			content: inIndonesian(() => contents[kind](subject))
		});
	}
});
