import { isAway, takesOn } from '../referral-deeds.ts';
import { past, type Story } from './story.ts';

/** What the specialists of each office take on, as its head of division wrote it down. */
export const sragenPosts: Story = {
	office: 'sragen',
	key: null,
	visitor: 'Penugasan spesialis',
	steps: [
		past(60, '14:00', takesOn('endang', 'sulastri', 4, ['badLoans', 'cashShort', 'losses', 'thinCapital'])),
		past(60, '14:05', takesOn('endang', 'hadi', 3)),
		past(3, '15:00', isAway('hadi', 3, 10, 'Pelatihan di Semarang'))
	]
};

export const bulelengPosts: Story = {
	office: 'buleleng',
	key: null,
	visitor: 'Penugasan spesialis',
	steps: [
		past(150, '14:00', takesOn('gede', 'resmi', 5, ['badLoans', 'cashShort', 'losses', 'booksBehind'])),
		past(150, '14:05', takesOn('gede', 'sutapa', 5))
	]
};
