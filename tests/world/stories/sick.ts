import type { CooperativeTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import { caseOpens, complains, isAccepted, isDiagnosed, isReferred, planIsDecided, planIsMade } from '../deeds.ts';
import { isExamined } from '../examining.ts';
import type { Illness } from '../outline.ts';
import type { Step } from '../scene.ts';
import { past } from './story.ts';

/**
 * What the clinic of Buleleng did with the sick ones that have no story of their own: their cause was mapped, and most
 * went to the poli of that cause; some are under treatment already.
 * @param place which of them it is: it decides how far care has come
 */
export function mapped(cooperative: CooperativeTakenOver, illness: Illness, place: number): readonly Step[] {
	const first = 112 - place * 4;
	const officer = illness === 'finance' ? 'made' : 'putu';
	const steps = [
		past(first, '13:00', caseOpens(officer, 'Pemetaan sebab sakit koperasi')),
		past(first, '13:10', complaint(officer, illness)),
		...(illness === 'finance' && cooperative.kind === 'savingsAndLoan'
			? [past(first - 1, '13:00', isExamined('putu', place % 3 === 0 ? 'grave' : 'poor'))]
			: []),
		past(first - 2, '13:00', diagnosis(officer, illness, cooperative))
	];
	if (place % 4 === 3) return steps;
	const [specialist, question] = poli[illness];
	steps.push(past(first - 3, '13:00', isReferred(officer, question)));
	if (place % 4 === 2) return steps;
	steps.push(past(first - 4, '13:00', isAccepted(specialist)));
	if (place % 4 === 1) return steps;
	steps.push(
		past(first - 6, '13:00', plan[illness](specialist)),
		past(first - 7, '13:00', planIsDecided('gede', 'approve'))
	);
	return steps;
}

const poli: Readonly<Record<Illness, readonly [specialist: string, question: string]>> = {
	finance: ['resmi', 'Mohon periksa pembukuan dan tagihannya.'],
	people: ['sutapa', 'Mohon cari cara membagi tugas pengurus.'],
	annualMeeting: ['sutapa', 'Mohon dampingi rapat anggota.']
};

const plan = {
	finance: (who: string) =>
		planIsMade(who, 'Kas cukup dan tunggakan turun.', [
			['Susun daftar tagihan macet', 'treasurer', 14],
			['Jadwalkan ulang pinjaman yang macet', 'chair', 45]
		]),
	people: (who: string) =>
		planIsMade(who, 'Tidak ada tugas yang dirangkap.', [
			['Pilih bendahara dalam rapat anggota', 'chair', 60],
			['Latih bendahara baru', 'office', 90]
		]),
	annualMeeting: (who: string) =>
		planIsMade(who, 'Rapat anggota diadakan.', [
			['Susun laporan pengurus', 'secretary', 30],
			['Adakan rapat anggota', 'chair', 60]
		])
};

function complaint(who: string, illness: Illness) {
	switch (illness) {
		case 'finance':
			return complains(who, 'Rugi, pinjaman banyak yang tidak kembali.', ['losses', 'badLoans']);
		case 'people':
			return complains(who, 'Pengurus kurang orang, satu orang memegang dua jabatan.', [
				'boardDoesEverything',
				'noCapablePeople'
			]);
		case 'annualMeeting':
			return complains(who, 'Rapat anggota tidak pernah diadakan.', ['noAnnualMeeting']);
	}
}

function diagnosis(who: string, illness: Illness, { kind }: CooperativeTakenOver) {
	switch (illness) {
		case 'finance':
			return kind === 'savingsAndLoan'
				? isDiagnosed(who, 'badLoans', ['losses'])
				: isDiagnosed(who, 'losses', ['badLoans']);
		case 'people':
			return isDiagnosed(who, 'officesDoubled', ['tooFewCapable', 'meetingNotReported']);
		case 'annualMeeting':
			return isDiagnosed(who, 'meetingNotHeld');
	}
}
