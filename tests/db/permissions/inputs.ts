import { RegisterRead } from '#clinic/cooperatives/register-read.ts';
import { newId } from '#platform/ids.ts';
import { visitor } from '../visits/booking.ts';
import type { Subjects } from './subjects.ts';

const note = { complaint: 'Kas kurang', findings: 'Kas 4%', assessment: 'Rendah', plan: 'Jadwal' };
const agreement = { givenBy: 'Ketua', givenOn: '2026-03-01', way: 'inPerson' };
const actions = [{ what: 'Susun daftar', owner: 'treasurer', dueOn: '2026-04-01' }];

const appointmentService = {
	name: 'Konsultasi',
	clinicId: '',
	service: 'guidance',
	minutes: 30,
	officers: '1',
	ways: ['phone']
};

/** A well-formed input of each command that names existing rows. The matrix swaps one id at a time. */
export const inputs: Readonly<Record<string, (of: Subjects) => unknown>> = {
	'cases.openCase': (of) => ({ caseId: newId(), cooperativeId: of.cooperative, why: '' }),
	'cases.recordAccess': (of) => ({ caseId: of.case }),
	'cases.recordOutsideAccess': (of) => ({ caseId: of.case }),
	'cases.retriage': (of) => ({ caseId: of.case }),
	'cases.handOver': (of) => ({ fromId: of.staff, toId: of.colleague, note: 'Pindah tugas' }),
	'cases.acceptHandover': (of) => ({ handoverId: of.handover, all: 'yes' }),
	'cases.withdrawHandover': (of) => ({ handoverId: of.handover }),
	'treatments.planTraining': (of) => ({
		title: 'Pembukuan',
		trainers: 'Ratna',
		place: 'Aula',
		heldOn: '2026-03-10',
		fromTime: '09.00',
		caseIds: [of.case]
	}),
	'treatments.openAttendance': (of) => ({ trainingId: of.training }),
	'treatments.closeAttendance': (of) => ({ trainingId: of.training }),
	'treatments.writeAttendance': (of) => ({ trainingId: of.training, name: 'Bu Sri', cooperative: 'KSP' }),
	'treatments.matchAttendance': (of) => ({ attendanceId: of.attendance, cooperativeId: of.cooperative }),
	'treatments.startSequence': (of) => ({
		caseId: of.case,
		sequence: 'missedControl',
		steps: [{ keep: 'on', dueOn: '2026-03-10' }]
	}),
	'treatments.finishTask': (of) => ({ taskId: of.task, note: '' }),
	'treatments.dropTask': (of) => ({ taskId: of.task }),
	'cases.takeCase': (of) => ({ caseId: of.case }),
	'cases.recordComplaint': (of) => ({ caseId: of.case, words: 'Kas kosong', codes: ['cashShort'] }),
	'cases.overrideTriage': (of) => ({ caseId: of.case, level: 'urgent', reason: 'Anggota gelisah' }),
	'cases.reportMilestone': (of) => ({ caseId: of.case, stage: null, what: 'visit.registered' }),
	'cooperatives.issueBoardLink': (of) => ({ cooperativeId: of.cooperative, personId: of.person }),
	'cooperatives.revokeBoardLink': (of) => ({ cooperativeId: of.cooperative, linkId: of.link }),
	'cooperatives.correctCooperative': (of) => ({
		cooperativeId: of.cooperative,
		name: 'KSP Baru',
		seenVersion: 1,
		reason: 'Salah tulis'
	}),
	'cooperatives.changeMany': (of) => ({
		field: 'kind',
		value: 'service',
		rows: `${of.cooperative}:1`,
		reason: 'Menurut daftar'
	}),
	'cooperatives.forgetView': (of) => ({ viewId: of.view }),
	'cooperatives.importRegister': (of) => ({
		importId: newId(),
		fileName: 'daftar.csv',
		fileHash: 'sama',
		register: new RegisterRead([], []),
		uploadId: of.upload
	}),
	'cooperatives.nameHeadings': (of) => ({ uploadId: of.upload, said: [], register: new RegisterRead([], []) }),
	'cooperatives.undoImport': (of) => ({ importId: of.import }),
	'cooperatives.erasePerson': (of) => ({ personId: of.person }),
	'cooperatives.recordAnnualMeeting': (of) => ({
		cooperativeId: of.cooperative,
		bookYear: 2024,
		heldOn: '2025-03-20',
		reportedOn: ''
	}),
	'cooperatives.addAmendment': (of) => ({ cooperativeId: of.cooperative, number: '5/PAD/2024' }),
	'cooperatives.addBankAccount': (of) => ({ cooperativeId: of.cooperative, bank: 'BPR', number: '123456789' }),
	'cooperatives.addBoardTerm': (of) => ({ cooperativeId: of.cooperative, name: 'Bu Sri', role: 'supervisor' }),
	'cooperatives.addLicence': (of) => ({ cooperativeId: of.cooperative, kind: 'businessNumber' }),
	'cooperatives.addRating': (of) => ({
		cooperativeId: of.cooperative,
		rating: 'AA',
		agency: 'Lembaga',
		ratedOn: '2025-01-01'
	}),
	'cooperatives.changeBoardTerm': (of) => ({
		cooperativeId: of.cooperative,
		termId: of.term,
		role: 'secretary',
		seenVersion: 1,
		reason: 'Salah catat'
	}),
	'cooperatives.decideLifeStatus': (of) => ({
		cooperativeId: of.cooperative,
		status: 'inactive',
		seenStatus: 'active',
		documentNumber: '1/SK/2026',
		decidedOn: '2026-03-01',
		reason: 'Tidak ada kegiatan'
	}),
	'cooperatives.keepRecordFile': (of) => ({
		cooperativeId: of.cooperative,
		what: 'deed',
		file: { name: 'akta.pdf', bytes: Buffer.from('%PDF-1.4') }
	}),
	'cooperatives.recordFigures': (of) => ({
		cooperativeId: of.cooperative,
		bookYear: 2024,
		members: '99',
		seenVersion: 1
	}),
	'cooperatives.recordPlace': (of) => ({
		cooperativeId: of.cooperative,
		latitude: '-7,4251',
		longitude: '110,9012',
		placeConfirmedOn: '2026-03-01',
		seenVersion: 1
	}),
	'cooperatives.openRequest': (of) => ({ cooperativeId: of.cooperative, kind: 'branchPermit' }),
	'cooperatives.handInPapers': (of) => ({ requestId: of.request, papers: ['taxCard'] }),
	'cooperatives.takeRequestStep': (of) => ({ requestId: of.request, step: 'sent', happenedOn: '2026-03-01' }),
	'cooperatives.settleReminder': (of) => ({ reminderId: of.reminder, how: 'Ditelepon' }),
	'cooperatives.strikePart': (of) => ({
		cooperativeId: of.cooperative,
		part: 'licence',
		partId: of.licence,
		why: 'Salah catat'
	}),
	'cooperatives.mergeCooperatives': (of) => ({
		winnerId: of.cooperative,
		winnerVersion: 1,
		loserId: of.twin,
		loserVersion: 1
	}),
	'cooperatives.unmergeCooperatives': (of) => ({ mergeId: of.merge }),
	'cooperatives.dismissDuplicate': (of) => ({ firstId: of.cooperative, secondId: of.twin, reason: 'Lain' }),
	'cooperatives.reopenDuplicate': (of) => ({ firstId: of.cooperative, secondId: of.twin }),
	'cooperatives.noteDuplicatesElsewhere': (of) => ({
		isLast: true,
		pairs: [
			{
				firstId: of.cooperative,
				secondId: newId(),
				elsewhereId: newId(),
				percent: 90,
				band: 'review',
				reasons: []
			}
		]
	}),
	'cooperatives.noteHealth': (of) => ({ cooperativeId: of.cooperative, category: 'healthy', on: '2026-03-02' }),
	'diagnoses.recordDiagnosis': (of) => ({ caseId: of.case, main: 'cashShort' }),
	'referrals.makeReferral': (of) => ({
		caseId: of.case,
		diagnosisId: of.diagnosis,
		toStaffId: '',
		question: 'Berapa?'
	}),
	'referrals.recordReferralAccess': (of) => ({ referralId: of.referral }),
	'referrals.answerReferral': (of) => ({ referralId: of.openReferral, decision: 'accept', answer: '' }),
	'referrals.withdrawReferral': (of) => ({ referralId: of.openReferral, why: 'Salah poli' }),
	'referrals.declareRelation': (of) => ({ referralId: of.openReferral, kind: 'relative', note: 'Sepupu ketua' }),
	'referrals.recordRelation': (of) => ({ caseId: of.case, staffId: of.staff, kind: 'creditor', note: 'Meminjamkan' }),
	'referrals.clearConflict': (of) => ({ caseId: of.case, staffId: of.staff, note: 'Orang lain' }),
	'referrals.endRelation': (of) => ({ relationId: of.relation, why: 'Sudah lunas' }),
	'referrals.changeSpecialist': (of) => ({ staffId: of.staff, weeklyLimit: '3' }),
	'referrals.pauseSpecialist': (of) => ({
		staffId: of.staff,
		fromOn: '2026-03-02',
		untilOn: '2026-03-06',
		reason: 'Cuti'
	}),
	'referrals.endPause': (of) => ({ pauseId: of.pause }),
	'referrals.inviteGuest': (of) => ({
		caseId: of.case,
		name: 'Ketut Wardana',
		phone: '',
		organisation: 'Dekopinda',
		background: 'dekopinda',
		pages: ['identity'],
		question: 'Bagaimana?',
		days: '7',
		isFree: 'on',
		givenBy: 'Ketua',
		givenOn: '2026-03-01',
		way: 'inPerson'
	}),
	'referrals.renewGuestLink': (of) => ({ guestId: of.guest }),
	'referrals.revokeGuest': (of) => ({ guestId: of.guest, why: 'Selesai' }),
	'referrals.withdrawConsent': (of) => ({ consentId: of.consent, why: '' }),
	'referrals.recordMentorConsent': (of) => ({ mentorId: of.cooperative, ...agreement }),
	'referrals.assignMentor': (of) => ({ caseId: of.case, mentorId: of.mentor, aim: 'Menagih', ...agreement }),
	'referrals.endMentorship': (of) => ({ mentorshipId: of.mentorship, why: 'Selesai' }),
	'referrals.callConference': (of) => ({
		caseId: of.case,
		onDay: '2026-03-02',
		startsAt: '09:00',
		place: 'Ruang rapat',
		question: 'Diteruskan?',
		agenda: 'Keadaan kas',
		staffIds: [of.staff]
	}),
	'referrals.recordConference': (of) => ({
		conferenceId: of.conference,
		positions: [],
		decision: 'Diteruskan'
	}),
	'referrals.cancelConference': (of) => ({ conferenceId: of.conference, why: 'Batal' }),
	'referrals.draftConferenceMinutes': (of) => ({ conferenceId: of.conference }),
	'referrals.takeUpAdvice': (of) => ({ noteId: of.advice, words: 'Dipakai' }),
	'treatments.recordSession': (of) => ({ caseId: of.case, ...note }),
	'treatments.proposePlan': (of) => ({ caseId: of.case, aim: 'Kas cukup', actions }),
	'treatments.decidePlan': (of) => ({ planId: of.plan, decision: 'approve', reason: '' }),
	'treatments.agreeToSession': (of) => ({ sessionId: of.session }),
	'treatments.keepTemplate': (of) => ({
		templateId: of.template,
		cause: 'cashShort',
		title: 'Kas',
		aim: 'Kas cukup',
		actions: [{ what: 'Susun daftar', owner: 'treasurer', withinDays: 7 }]
	}),
	'treatments.shareTemplate': (of) => ({ templateId: of.template, shared: 'yes' }),
	'treatments.retireTemplate': (of) => ({ templateId: of.template }),
	'treatments.addProof': (of) => ({
		actionId: of.action,
		photos: [{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4') }]
	}),
	'treatments.dropProof': (of) => ({ proofId: of.proof }),
	'treatments.tickAction': (of) => ({ actionId: of.action, note: '' }),
	'treatments.untickAction': (of) => ({ actionId: of.action, note: '' }),
	'examinations.recordExamination': (of) => ({
		caseId: of.case,
		instrument: 'ksp-2016',
		version: '1',
		bookYear: 2024,
		unit: 'rupiah',
		standing: 'clinicCheck',
		sure: 'on'
	}),
	'examinations.rescorePart': (of) => ({ rescoringId: of.rescoring }),
	'examinations.assignExaminers': (of) => ({
		cooperativeIds: [of.cooperative],
		staffIds: [of.staff],
		fromOn: '2026-03-02',
		untilOn: '2026-03-06'
	}),
	'examinations.draftExaminationPaper': (of) => ({ examinationId: of.examination, kind: 'minutes' }),
	'papers.numberPaper': (of) => ({ paperId: of.paper, number: '1', datedOn: '2026-03-02' }),
	'papers.voidPaper': (of) => ({ paperId: of.paper, reason: 'Keliru' }),
	'papers.typesetAgain': (of) => ({ paperId: of.paper }),
	'papers.attachTypeset': (of) => ({ paperId: of.paper, state: 'draft', bytes: Buffer.from('%PDF-'), pages: 1 }),
	'examinations.recordStatement': (of) => ({
		caseId: of.case,
		bookYear: 2025,
		unit: 'rupiah',
		seen: 0,
		seenBefore: 0,
		now: { cash: '60.000.000' },
		sure: 'on'
	}),
	'examinations.keepStatementSheet': (of) => ({
		caseId: of.case,
		bookYear: 2025,
		fileName: 'neraca.csv',
		rows: [{ sheet: '', number: 1, cells: ['Kas', '60.000.000'] }]
	}),
	'examinations.takeStatementSheet': (of) => ({
		caseId: of.case,
		bookYear: 2025,
		seen: 0,
		seenBefore: 0,
		unit: 'rupiah',
		match: { r0: '1' },
		sure: 'on'
	}),
	'examinations.inviteSelfExamination': (of) => ({ caseId: of.case, bookYear: '2024' }),
	'examinations.withdrawSelfExamination': (of) => ({ selfExaminationId: of.selfExamination }),
	'examinations.saveSelfExamination': (of) => ({ selfExaminationId: of.selfExamination, page: '1' }),
	'examinations.chooseSheetUnit': (of) => ({ selfExaminationId: of.selfExamination, unit: 'million' }),
	'examinations.sendSelfExamination': (of) => ({ selfExaminationId: of.selfExamination, remark: '' }),
	'examinations.checkSheetPage': (of) => ({ selfExaminationId: of.selfExamination, page: '1', unit: 'rupiah' }),
	'examinations.dropEvidence': (of) => ({ evidenceId: of.evidence }),
	'examinations.recordVerifiedExamination': (of) => ({
		selfExaminationId: of.selfExamination,
		standing: 'clinicCheck'
	}),
	'examinations.askSecondOpinion': (of) => ({ examinationId: of.examination, toStaffId: of.staff }),
	'examinations.withdrawSecondOpinion': (of) => ({ opinionId: of.opinion }),
	'examinations.giveSecondOpinion': (of) => ({ opinionId: of.opinion, unit: 'rupiah', standing: 'clinicCheck' }),
	'monitoring.planFollowUp': (of) => ({ caseId: of.case, dueOn: '2026-05-01' }),
	'monitoring.recordFollowUp': (of) => ({
		caseId: of.case,
		followUpId: of.followUp,
		findings: 'Kas membaik',
		examinationId: '',
		nextOn: ''
	}),
	'monitoring.planControls': (of) => ({ caseId: of.case, fromOn: '2026-03-02' }),
	'monitoring.watchOn': (of) => ({ caseId: of.case, nextOn: '2026-06-01' }),
	'monitoring.settleCard': (of) => ({ cardId: of.card, how: 'Ditelepon' }),
	'closures.declareRelapse': (of) => ({ caseId: of.case, why: 'Sakit lagi' }),
	'closures.endCare': (of) => ({ caseId: of.case, note: '' }),
	'closures.declareRecovered': (of) => ({ caseId: of.case, note: 'Pulih', nextOn: '2026-06-01' }),
	'closures.proposeClosure': (of) => ({ caseId: of.case, ground: 'noMeetingThreeYears', reasons: 'Tanpa rapat' }),
	'closures.decideClosure': (of) => ({ proposalId: of.proposal, decision: 'agree', reason: '' }),
	'consultations.takeFileAway': (of) => ({ fileId: of.evidence }),
	'consultations.assignThread': (of) => ({ threadId: of.thread, toStaffId: of.staff }),
	'consultations.forwardThread': (of) => ({ threadId: of.thread, toStaffId: of.staff, question: 'Bagaimana?' }),
	'consultations.draftAnswer': (of) => ({ threadId: of.thread, body: 'Begini' }),
	'consultations.sendAnswer': (of) => ({ threadId: of.thread, body: 'Begini' }),
	'consultations.addInternalNote': (of) => ({ threadId: of.thread, body: 'Catatan' }),
	'consultations.readThread': (of) => ({ threadId: of.thread }),
	'consultations.recordContact': (of) => ({ threadId: of.thread, channel: 'phone', body: 'Menelepon lagi' }),
	'consultations.linkCooperative': (of) => ({ threadId: of.thread, cooperativeId: of.cooperative }),
	'consultations.unlinkCooperative': (of) => ({ threadId: of.thread }),
	'consultations.openCaseFromThread': (of) => ({ threadId: of.thread }),
	'consultations.visitFromThread': (of) => ({ threadId: of.thread }),
	'consultations.snoozeThread': (of) => ({ threadId: of.thread, days: 1 }),
	'consultations.wakeThread': (of) => ({ threadId: of.thread }),
	'consultations.pauseClock': (of) => ({ threadId: of.thread, why: 'Menunggu akta' }),
	'consultations.resumeThread': (of) => ({ threadId: of.thread }),
	'consultations.closeThread': (of) => ({ threadId: of.thread }),
	'consultations.reopenThread': (of) => ({ threadId: of.thread }),
	'visits.registerWalkIn': (of) => ({
		person: { name: 'Tamu', phone: '' },
		capacity: 'board',
		cooperativeId: of.cooperative,
		service: 'guidance',
		clinicId: of.clinic,
		reason: 'Bertanya'
	}),
	'visits.callNext': (of) => ({ roomId: of.room, promised: '' }),
	'visits.recall': (of) => ({ ticketId: of.ticket, roomId: of.room }),
	'visits.finishVisit': (of) => ({ ticketId: of.ticket }),
	'visits.markAbsent': (of) => ({ ticketId: of.ticket }),
	'visits.holdSlot': (of) => ({ serviceId: of.appointmentService, way: 'phone', startsAt: '2026-03-06T02:00:00.000Z' }),
	'visits.bookAppointment': (of) => ({
		serviceId: of.appointmentService,
		way: 'phone',
		startsAt: '2026-03-06T02:00:00.000Z',
		...visitor,
		cooperativeId: of.cooperative
	}),
	'visits.confirmAppointment': (of) => ({ appointmentId: of.appointment, ...visitor }),
	'visits.moveAppointment': (of) => ({ appointmentId: of.appointment, startsAt: '2026-03-06T03:00:00.000Z' }),
	'visits.cancelAppointment': (of) => ({ appointmentId: of.appointment, why: '' }),
	'visits.receiveAppointment': (of) => ({ appointmentId: of.appointment }),
	'visits.markNoShow': (of) => ({ appointmentId: of.appointment }),
	'visits.substituteOfficer': (of) => ({
		appointmentId: of.appointment,
		fromStaffId: of.appointmentOfficer,
		toStaffId: of.staff
	}),
	'visits.recordAbsence': (of) => ({
		staffId: of.staff,
		fromAt: '2026-03-05T08:00',
		untilAt: '2026-03-05T16:00',
		reason: 'Sakit'
	}),
	'visits.issueCalendarLink': (of) => ({ of: 'officer', subjectId: of.staff }),
	'visits.revokeCalendarLink': (of) => ({ linkId: of.calendarLink }),
	'visits.endAbsence': (of) => ({ absenceId: of.absence }),
	'visits.addAppointmentService': (of) => ({ ...appointmentService, name: 'Lain', clinicId: of.clinic }),
	'visits.changeAppointmentService': (of) => ({ ...appointmentService, serviceId: of.appointmentService }),
	'visits.chooseAppointmentOfficers': (of) => ({ staffIds: [of.staff] }),
	'outbox.beginSending': (of) => ({ messageId: of.message, turn: 1 }),
	'outbox.recordSending': (of) => ({ messageId: of.message, turn: 1, outcome: 'sent' }),
	'outbox.noteReport': (of) => ({ messageId: of.message, report: 'delivered', why: '' }),
	'outbox.sentByHand': (of) => ({ messageId: of.message, byName: 'Siti' }),
	'outbox.giveUp': (of) => ({ messageId: of.message, reason: 'Sudah ditelepon', byName: 'Siti' }),
	'outbox.sendAgain': (of) => ({ messageId: of.message }),
	'visits.beginServing': (of) => ({ ticketId: of.ticket }),
	'visits.changeRoom': (of) => ({ ticketId: of.ticket, roomId: of.room }),
	'visits.transferTicket': (of) => ({ ticketId: of.ticket, clinicId: of.clinic }),
	'visits.parkTicket': (of) => ({ ticketId: of.ticket }),
	'visits.preferTicket': (of) => ({ ticketId: of.ticket, priority: 'elderly' }),
	'visits.undoMove': (of) => ({ moveId: of.move }),
	'visits.takeBreak': (of) => ({ roomId: of.room, minutes: 10 }),
	'visits.leaveRoom': (of) => ({ roomId: of.room }),
	'visits.resumeRoom': (of) => ({ roomId: of.room }),
	'visits.raiseAlarm': (of) => ({ roomId: of.room }),
	'visits.answerAlarm': (of) => ({ alarmId: of.alarm }),
	'visits.closeDay': (of) => ({ left: [{ ticketId: of.ticket, state: 'absent' }] }),
	'visits.nameVisitor': (of) => ({
		visitId: of.kioskVisit,
		person: { name: 'Tamu', phone: '' },
		capacity: 'board',
		cooperativeId: of.cooperative,
		service: 'guidance',
		reason: 'Bertanya'
	}),
	'visits.giveTicket': (of) => ({ clinicId: of.clinic }),
	'visits.takeTicket': (of) => ({ clinicId: of.clinic, code: '', holder: 'telepon' }),
	'visits.confirmPresence': (of) => ({ ticketId: of.phoneTicket, code: '0000' }),
	'visits.cancelTicket': (of) => ({ ticketId: of.phoneTicket }),
	'visits.rejoinQueue': (of) => ({ ticketId: of.phoneTicket, code: '0000' }),
	'visits.settleOffline': (of) => ({
		tickets: [{ id: of.ticket, number: 1, clinicId: of.clinic, at: '2026-03-02T02:00:00Z' }]
	}),
	'visits.changeDeskService': (of) => ({ clinicId: of.clinic, dailyQuota: '20', usualMinutes: '15' }),
	'visits.renewPairing': (of) => ({ deviceId: of.device }),
	'visits.revokeDevice': (of) => ({ deviceId: of.device }),
	'visits.pairDevice': (of) => ({ deviceId: of.device, codeHash: 'x' }),
	'offices.changeRoom': (of) => ({ roomId: of.room, name: 'Ruang Dua', isOpen: 'on' }),
	'offices.changeClinic': (of) => ({ clinicId: of.clinic, name: 'Poli Uang', prefix: 'Q', isOpen: 'on' }),
	'offices.changeStaff': (of) => ({ staffId: of.staff, name: 'Petugas Lama', clinicIds: [of.clinic] }),
	'offices.addStaff': (of) => ({
		name: 'Petugas',
		clinicIds: [of.clinic],
		roles: [{ role: 'receptionist', fromOn: '2026-01-01', untilOn: '' }]
	}),
	'offices.changeRoles': (of) => ({
		staffId: of.staff,
		roles: [{ role: 'adviser', fromOn: '2026-01-01', untilOn: '' }]
	}),
	'offices.delegateHead': (of) => ({ staffId: of.staff, fromOn: '2026-04-01', untilOn: '2026-04-02' }),
	'offices.endDelegation': (of) => ({ staffRoleId: of.delegation }),
	'offices.inviteStaff': (of) => ({ staffId: of.staff }),
	'offices.issuePasswordReset': (of) => ({ staffId: of.staff }),
	'offices.revokeSessions': (of) => ({ staffId: of.staff }),
	'offices.removeStaff': (of) => ({ staffId: of.staff })
};

/** Commands whose input names no row of the database. */
export const nameNoId: readonly string[] = [
	'cooperatives.registerCooperative',
	'cooperatives.requestNationSweep',
	'cooperatives.requestSweep',
	'cooperatives.sweepRegister',
	'cooperatives.keepUpload',
	'cooperatives.remindOfDuties',
	'cooperatives.setMeetingDeadline',
	'examinations.beginRescoring',
	'examinations.chooseReadings',
	'cooperatives.registerPerson',
	'cooperatives.recordExport',
	'cooperatives.saveView',
	'cooperatives.takeOverRegister',
	'consultations.beginQuestion',
	// An asker's own question is the link's, never named by a form.
	'consultations.saveQuestionPage',
	'consultations.sendQuestion',
	'consultations.replyAsAsker',
	'consultations.changeClockRules',
	'consultations.tendThreads',
	'consultations.keepMailbox',
	'consultations.dropMailbox',
	'consultations.takeMail',
	'consultations.noteMailbox',
	// What a paper is about is opaque to its stop: whoever drafts it has looked.
	'papers.draftPaper',
	'visits.addDevice',
	'visits.reopenDay',
	'referrals.raiseOverdue',
	'referrals.setAnswerDays',
	// A guest's deeds are about his or her own invitation.
	'referrals.recordGuestAccess',
	'referrals.writeAdvice',
	'papers.issuePaper',
	// Whoever is in the room names the training by the code alone.
	'treatments.attendTraining',
	'treatments.changeCareSettings',
	'monitoring.raiseCards',
	'offices.acceptInvitation',
	'offices.addRoom',
	'offices.changeCrest',
	'offices.changeHours',
	'offices.changeIdentity',
	'offices.createOffice',
	'offices.finishSetUp',
	'offices.foundOffice',
	'offices.issueFirstAdministratorLink',
	'offices.joinByInvitation',
	'offices.removeBoundaries',
	'offices.removeCrest',
	'offices.removeHoliday',
	'offices.renewForgottenPassword',
	'offices.setBoundaries',
	'offices.setHoliday'
];
