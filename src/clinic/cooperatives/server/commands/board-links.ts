import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { issueLink, revokeTheseLinks } from '#platform/links/links.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { boardLinkDays, boardLinkPurpose, newBoardLink, revokedBoardLink } from '../../board-link.ts';
import { boardLinksOf, boardOn } from '../reads/board-links.ts';
import { registeredAs } from '../reads/identity.ts';

/**
 * Gives a board member a link to what the office does for the cooperative. A new link replaces the person's old ones: a
 * lost slip is worth nothing once a new one is printed.
 */
export const issueBoardLink = command({
	name: 'cooperatives.issueBoardLink',
	needs: 'link.issue',
	input: newBoardLink,
	run: async (context, { cooperativeId, personId }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const subjectId = await registeredAs(reader, actor, cooperativeId);
		const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
		const member = (await boardOn(reader, actor, subjectId, today)).find((one) => one.personId === personId);
		if (!member) throw new Refusal('cooperatives.notOnBoard');
		const earlier = await boardLinksOf(reader, actor, subjectId, now);
		const open = earlier.filter((link) => link.state === 'open' && link.personId === personId);
		await revokeTheseLinks(
			context,
			open.map(({ id }) => id)
		);
		const linkId = await issueLink(context, {
			purpose: boardLinkPurpose,
			subjectId,
			personId,
			givenTo: member.name,
			hours: boardLinkDays * 24
		});
		return { linkId };
	}
});

/** A link that was lost or given to the wrong person opens nothing from now on. */
export const revokeBoardLink = command({
	name: 'cooperatives.revokeBoardLink',
	needs: 'link.issue',
	input: revokedBoardLink,
	run: async (context, { cooperativeId, linkId }) => {
		const { tx, actor, now } = context;
		const links = await boardLinksOf(readerOf(tx), actor, cooperativeId, now);
		const { id } = found(links.find((link) => link.id === linkId));
		return { revoked: await revokeTheseLinks(context, [id]) };
	}
});
