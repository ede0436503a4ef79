import { RegisterRead } from '#clinic/cooperatives/register-read.ts';
import { importRegister, keepUpload } from '#clinic/cooperatives/server/commands/import-register.ts';
import { newId } from '#platform/ids.ts';
import { addStaff, delegateHead } from '#clinic/offices/server/commands/staff.ts';
import { mergeCooperatives } from '#clinic/cooperatives/server/commands/merge.ts';
import { saveView } from '#clinic/cooperatives/server/commands/saved-views.ts';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { issueBoardLink } from '#clinic/cooperatives/server/commands/board-links.ts';
import { addBoardTerm } from '#clinic/cooperatives/server/commands/board.ts';
import { addLicence } from '#clinic/cooperatives/server/commands/papers.ts';
import { openRequest } from '#clinic/cooperatives/server/commands/requests.ts';
import { remindOfDuties } from '#clinic/cooperatives/server/commands/reminders.ts';
import { openReminders } from '#clinic/cooperatives/server/reads/calendar.ts';
import { draftExaminationPaper } from '#clinic/examinations/server/commands/papers.ts';
import { proposeClosure } from '#clinic/closures/server/commands/outcome.ts';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { askSecondOpinion } from '#clinic/examinations/server/commands/opinions.ts';
import { checkSheetPage } from '#clinic/examinations/server/commands/verification.ts';
import { evidenceOf } from '#clinic/examinations/server/reads/verification.ts';
import { beginRescoring } from '#clinic/examinations/server/commands/rescoring.ts';
import { recordContact } from '#clinic/consultations/server/commands/linking.ts';
import { recordAbsence } from '#clinic/visits/server/commands/appointments/absences.ts';
import { bookAppointment } from '#clinic/visits/server/commands/appointments/booking.ts';
import { recordFollowUp } from '#clinic/monitoring/server/commands/controls.ts';
import { cardsOfCase } from '#clinic/monitoring/server/reads/worklists.ts';
import { handOver } from '#clinic/cases/server/commands/handovers.ts';
import { startSequence } from '#clinic/treatments/server/commands/tasks.ts';
import { openTasksOf } from '#clinic/treatments/server/reads/tasks.ts';
import { planTraining, writeAttendance } from '#clinic/treatments/server/commands/trainings.ts';
import { trainingOf } from '#clinic/treatments/server/reads/trainings.ts';
import { addProof } from '#clinic/treatments/server/commands/proofs.ts';
import { recordSession } from '#clinic/treatments/server/commands/sessions.ts';
import { keepTemplate } from '#clinic/treatments/server/commands/templates.ts';
import { planOf } from '#clinic/treatments/server/reads.ts';
import { issueCalendarLink } from '#clinic/visits/server/commands/appointments/feeds.ts';
import { registerWalkIn } from '#clinic/visits/server/commands/register.ts';
import { messagesAbout } from '#platform/messaging/reads.ts';
import { raiseAlarm } from '#clinic/visits/server/commands/day.ts';
import { addDevice } from '#clinic/visits/server/commands/devices.ts';
import { preferTicket } from '#clinic/visits/server/commands/sending.ts';
import { takeTicket } from '#clinic/visits/server/commands/tickets.ts';
import { callConference } from '#clinic/referrals/server/commands/conferences.ts';
import { recordRelation } from '#clinic/referrals/server/commands/relations.ts';
import { pauseSpecialist } from '#clinic/referrals/server/commands/specialists.ts';
import type { TestDatabase } from '../../database/database.ts';
import type { SmallOffice } from '../../world/small.ts';
import { sentSheet } from '../examinations/sheets.ts';
import { sent } from '../examinations/typed.ts';
import { bookable, visitor } from '../visits/booking.ts';
import { guestOf } from '../referrals/guest.ts';
import { mentoredOf } from '../referrals/mentored.ts';
import { minutesLater, ward } from '../patients.ts';

/** One row of each sort that a command can name, in one office. */
export interface Subjects {
	readonly office: string;
	readonly case: string;
	readonly cooperative: string;
	/** Another record, and the merger of a third into it. */
	readonly twin: string;
	readonly merge: string;
	readonly person: string;
	readonly room: string;
	readonly clinic: string;
	readonly staff: string;
	readonly delegation: string;
	readonly diagnosis: string;
	readonly openReferral: string;
	readonly referral: string;
	readonly relation: string;
	readonly pause: string;
	readonly guest: string;
	readonly consent: string;
	readonly advice: string;
	readonly mentor: string;
	readonly mentorship: string;
	readonly conference: string;
	readonly plan: string;
	readonly action: string;
	readonly proof: string;
	readonly session: string;
	readonly template: string;
	readonly card: string;
	readonly colleague: string;
	readonly handover: string;
	readonly task: string;
	readonly training: string;
	readonly attendance: string;
	readonly followUp: string;
	readonly proposal: string;
	readonly ticket: string;
	readonly thread: string;
	/** A deed at the queue, a call for help, a visitor of whom nothing is known, a ticket by telephone, a machine. */
	readonly move: string;
	readonly alarm: string;
	readonly kioskVisit: string;
	readonly phoneTicket: string;
	readonly device: string;
	readonly link: string;
	readonly upload: string;
	readonly selfExamination: string;
	readonly evidence: string;
	readonly opinion: string;
	readonly term: string;
	readonly licence: string;
	readonly reminder: string;
	readonly view: string;
	readonly request: string;
	readonly examination: string;
	readonly paper: string;
	readonly rescoring: string;
	readonly import: string;
	readonly appointmentService: string;
	readonly appointment: string;
	readonly appointmentOfficer: string;
	readonly absence: string;
	readonly calendarLink: string;
	readonly message: string;
}

async function arrangeAppointment({ act, ask }: ReturnType<typeof ward>, office: SmallOffice) {
	const { actors } = office;
	const serviceId = await bookable({ act }, office, [actors.adviser]);
	const slot = { serviceId, way: 'phone', startsAt: '2026-03-06T01:00:00.000Z' };
	const { appointmentId } = await act(actors.receptionist, bookAppointment, { ...slot, ...visitor });
	const messages = await ask((reader) => messagesAbout(reader, actors.receptionist, appointmentId));
	const away = { fromAt: '2026-03-20T08:00', untilAt: '2026-03-20T16:00', reason: 'Cuti' };
	const { absenceId } = await act(actors.receptionist, recordAbsence, { ...away, staffId: actors.inspector.id });
	const feed = { of: 'officer', subjectId: actors.adviser.id };
	const { linkId } = await act(actors.receptionist, issueCalendarLink, feed);
	return {
		calendarLink: linkId,
		appointmentService: serviceId,
		appointment: appointmentId,
		appointmentOfficer: actors.adviser.id,
		absence: absenceId,
		message: messages[0]!.id
	};
}

/** Makes the rows through the real commands. */
export async function arrangeSubjects(test: TestDatabase, office: SmallOffice): Promise<Subjects> {
	const people = ward(test, () => office);
	const { act, ask, referred, proposed, monitored } = people;
	const { actors } = office;
	const { referralId: openReferral } = await referred();
	const waiting = await proposed();
	const patient = await monitored();
	const { proposalId } = await act(actors.adviser, proposeClosure, {
		caseId: patient.caseId,
		ground: 'noMeetingThreeYears',
		reasons: 'Tiga tahun tanpa rapat anggota'
	});
	const { ticketId } = await act(actors.receptionist, registerWalkIn, {
		person: { name: 'Tamu', phone: '' },
		capacity: 'founder',
		cooperativeId: '',
		service: 'guidance',
		clinicId: '',
		reason: 'Bertanya'
	});
	const { threadId } = await act(actors.receptionist, recordContact, {
		channel: 'phone',
		name: 'Tamu',
		body: 'Bertanya'
	});
	const { moveId } = await act(actors.adviser, preferTicket, { ticketId, priority: 'cameFar' });
	await act(actors.adviser, raiseAlarm, { roomId: office.roomId });
	const { deviceId } = await act(actors.officeAdministrator, addDevice, { kind: 'kiosk', name: 'Pintu depan' });
	const { ticketId: phoneTicket } = await act(office.system, takeTicket, { clinicId: '', code: '', holder: 'telepon' });
	const {
		rows: [alarm]
	} = await test.admin.query<{ id: string }>('select id from room_alarms where office_id = $1', [office.officeId]);
	const {
		rows: [kiosk]
	} = await test.admin.query<{ visit_id: string }>('select visit_id from tickets where id = $1', [phoneTicket]);
	const { staffId } = await act(actors.officeAdministrator, addStaff, {
		name: 'Petugas Baru',
		roles: [{ role: 'receptionist', fromOn: '2026-01-01', untilOn: '' }]
	});
	const { staffRoleId } = await act(actors.headOfOffice, delegateHead, {
		staffId,
		fromOn: '2026-03-02',
		untilOn: '2026-03-31'
	});
	const { linkId } = await act(actors.receptionist, issueBoardLink, {
		cooperativeId: patient.cooperativeId,
		personId: patient.chairId
	});
	const { uploadId } = await act(actors.officeAdministrator, keepUpload, {
		uploadId: newId(),
		fileName: 'daftar.csv',
		fileHash: 'sama',
		register: new RegisterRead([], []),
		file: new Uint8Array()
	});
	const { importId } = await act(actors.officeAdministrator, importRegister, {
		importId: newId(),
		fileName: 'daftar.csv',
		fileHash: 'sama',
		register: new RegisterRead([], [])
	});
	const examined = { ...sent(patient.caseId), sure: 'on' };
	const { examinationId } = await act(actors.adviser, recordExamination, examined);
	const { rescoringId } = await act(actors.officeAdministrator, beginRescoring, {
		rescoringId: newId(),
		instrument: examined.instrument,
		version: examined.version
	});
	const { opinionId } = await act(actors.adviser, askSecondOpinion, {
		examinationId,
		toStaffId: actors.fieldOfficer.id
	});
	const { selfExaminationId } = await sentSheet(people, office);
	const seen = { item: 'ownCapital', note: 'Dicocokkan dengan neraca' };
	await act(actors.adviser, checkSheetPage, { selfExaminationId, page: 1, unit: 'rupiah', evidence: [seen] });
	const [evidence] = await ask((reader) => evidenceOf(reader, actors.adviser, selfExaminationId));
	const { paperId } = await act(actors.inspector, draftExaminationPaper, { examinationId, kind: 'examinationReport' });
	const ofPatient = { cooperativeId: patient.cooperativeId };
	const { termId } = await act(actors.receptionist, addBoardTerm, { ...ofPatient, name: 'Pak Dwi', role: 'manager' });
	const soon = { kind: 'savingsLicence', validUntil: '2026-03-20' };
	const { id: licenceId } = await act(actors.receptionist, addLicence, { ...ofPatient, ...soon });
	const { requestId } = await act(actors.receptionist, openRequest, { ...ofPatient, kind: 'businessNumber' });
	await act(actors.receptionist, remindOfDuties, {});
	const { viewId } = await act(actors.receptionist, saveView, { name: 'Aktif', query: 'status=active' });
	const { rows: reminders } = await ask((reader) => openReminders(reader, actors.receptionist, '2026-03-02', 1));
	const alike = async (name: string) =>
		(await act(actors.receptionist, registerCooperative, { name, isAnother: 'on' })).cooperativeId;
	const [twin, merged] = [await alike('KSP Kembar Satu'), await alike('KSP Kembar Dua')];
	const { mergeId } = await act(actors.receptionist, mergeCooperatives, {
		winnerId: twin,
		winnerVersion: 1,
		loserId: merged,
		loserVersion: 1
	});
	const { relationId } = await act(actors.adviser, recordRelation, {
		caseId: patient.caseId,
		staffId: actors.inspector.id,
		kind: 'relative',
		note: 'Keponakan bendahara'
	});
	const absence = { staffId: actors.specialist.id, fromOn: '2026-05-01', untilOn: '2026-05-02', reason: 'Cuti' };
	const { pauseId } = await act(actors.headOfDivision, pauseSpecialist, absence);
	const { conferenceId } = await act(actors.adviser, callConference, {
		caseId: patient.caseId,
		onDay: '2026-03-02',
		startsAt: '09:00',
		place: 'Ruang rapat',
		question: 'Diteruskan?',
		agenda: 'Keadaan kas',
		staffIds: [actors.adviser.id]
	});
	const { guestId, consentId, noteId } = await guestOf(people, office, patient.caseId);
	const { sessionId } = await act(actors.adviser, recordSession, {
		caseId: patient.caseId,
		...people.note,
		secondId: actors.specialist.id
	});
	const { templateId } = await act(actors.adviser, keepTemplate, {
		cause: 'cashShort',
		title: 'Kas kurang',
		aim: 'Kas cukup',
		actions: [{ what: 'Susun daftar', owner: 'treasurer', withinDays: 7 }]
	});
	const photo = { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4') };
	await act(actors.adviser, addProof, { actionId: patient.officesAction, photos: [photo] });
	const inForce = await ask((reader) => planOf(reader, actors.adviser, patient.caseId));
	const [proof] = inForce!.actions.flatMap(({ proofs }) => proofs);
	const start = { sequence: 'missedControl', steps: [{ keep: 'on', dueOn: '2026-03-10' }] };
	await act(actors.adviser, startSequence, { caseId: patient.caseId, ...start });
	const [task] = await ask((reader) => openTasksOf(reader, actors.adviser, patient.caseId));
	const { trainingId } = await act(actors.adviser, planTraining, {
		title: 'Pembukuan',
		trainers: 'Ratna',
		place: 'Aula',
		heldOn: '2026-03-10',
		fromTime: '09.00',
		caseIds: [patient.caseId]
	});
	await act(actors.adviser, writeAttendance, { trainingId, name: 'Bu Sri', cooperative: 'KSP' });
	const [attendance] = (await ask((reader) => trainingOf(reader, actors.adviser, trainingId))).present;
	const watched = await monitored();
	const { handoverId } = await act(actors.adviser, handOver, {
		fromId: actors.adviser.id,
		toId: actors.inspector.id,
		note: 'Pindah tugas'
	});
	for (const answer of ['yes', 'no'])
		await act(
			actors.adviser,
			recordFollowUp,
			{ caseId: watched.caseId, findings: 'Dilihat', answers: { planRuns: { answer } } },
			minutesLater(answer === 'yes' ? 0 : 1)
		);
	const [card] = await ask((reader) => cardsOfCase(reader, actors.adviser, watched.caseId));
	return {
		twin,
		merge: mergeId,
		office: office.officeId,
		case: patient.caseId,
		cooperative: patient.cooperativeId,
		person: patient.chairId,
		room: office.roomId,
		clinic: office.clinics.finance,
		staff: staffId,
		delegation: staffRoleId,
		diagnosis: patient.diagnosisId,
		openReferral,
		referral: patient.referralId,
		relation: relationId,
		pause: pauseId,
		guest: guestId,
		consent: consentId,
		advice: noteId,
		...(await mentoredOf(people, office, patient)),
		conference: conferenceId,
		plan: waiting.planId,
		action: patient.officesAction,
		proof: proof!.id,
		session: sessionId,
		template: templateId,
		card: card!.id,
		colleague: actors.inspector.id,
		handover: handoverId,
		task: task!.id,
		training: trainingId,
		attendance: attendance!.id,
		followUp: patient.followUpId,
		proposal: proposalId,
		ticket: ticketId,
		thread: threadId,
		move: moveId,
		alarm: alarm!.id,
		kioskVisit: kiosk!.visit_id,
		phoneTicket,
		device: deviceId,
		link: linkId,
		upload: uploadId,
		selfExamination: selfExaminationId,
		evidence: evidence!.id,
		opinion: opinionId,
		examination: examinationId,
		paper: paperId,
		term: termId,
		licence: licenceId,
		reminder: reminders[0]!.id,
		view: viewId,
		request: requestId,
		rescoring: rescoringId,
		import: importId,
		...(await arrangeAppointment(people, office))
	};
}
