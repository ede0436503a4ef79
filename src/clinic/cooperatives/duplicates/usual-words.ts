import { foldName } from '../fold.ts';
import type { Rarity } from './score.ts';

/** Words in the names of very many cooperatives, folded: sharing one says little. */
const usual = new Set(
	(
		'sejahtera mandiri jaya makmur karya usaha bersama sumber maju rejeki mitra bina amanah mulya berkah abadi sari harapan setia ' +
		'bakti tani rukun lestari artha budi guna dharma cipta sentosa utama agung tunas insan mekar wahana putra nusantara indonesia ' +
		'indah rahayu barokah luhur raharjo wira sri surya mukti kencana warga sukses citra langgeng gemilang mulia sarana melati ' +
		'kota kabupaten negeri sma smp smk sd al nurul bogor bank rumah sakit guru pedagang pensiunan desa kelurahan kecamatan'
	)
		.split(' ')
		.map((word) => foldName(word))
);

/** How rare things are where no whole register is at hand to count: one that is typed, two of different offices. */
export const usualRarity: Rarity = {
	word: (word) => (usual.has(word) ? 3.5 : /^\d+$/.test(word) ? 3 : 8),
	beside: () => Infinity,
	street: (word) => (/^\d+$/.test(word) ? 3 : 6),
	district: () => 3,
	person: () => 5
};
