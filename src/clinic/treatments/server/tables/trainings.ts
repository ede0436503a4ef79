import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import { planActions } from '../tables.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const trainingId = () =>
	ref<'Training'>()
		.notNull()
		.references(() => trainings.id);

/** A lesson for the boards of several cooperatives at once. */
export const trainings = pgTable(
	'trainings',
	{
		id: id<'Training'>(),
		officeId: officeId(),
		title: text().notNull(),
		/** Who teaches, as it is announced. */
		trainers: text().notNull(),
		place: text().notNull(),
		heldOn: day().notNull(),
		/** "09.00" in the office's zone. */
		fromTime: text().notNull(),
		madeAt: moment().notNull(),
		madeByName: text().notNull()
	},
	(t) => [index().on(t.officeId, t.heldOn), officeLine('trainings')]
);

/** A cooperative in care that is to come; the action of its plan of whose dose the training is one. */
export const trainingInvites = pgTable(
	'training_invites',
	{
		trainingId: trainingId(),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		officeId: officeId(),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		actionId: ref<'PlanAction'>().references(() => planActions.id)
	},
	(t) => [primaryKey({ columns: [t.trainingId, t.caseId] }), index().on(t.actionId), officeLine('training_invites')]
);

/** Somebody was there: said by telephone from the room, or written down by an officer. */
export const trainingAttendances = pgTable(
	'training_attendances',
	{
		id: id<'Attendance'>(),
		officeId: officeId(),
		trainingId: trainingId(),
		name: text().notNull(),
		/** As typed; the folded form tells the same person twice. */
		cooperative: text().notNull(),
		folded: text().notNull(),
		/** The invited cooperative that was meant; null until somebody says which. */
		cooperativeId: ref<'Cooperative'>().references(() => cooperatives.id),
		via: text().$type<'code' | 'officer'>().notNull(),
		at: moment().notNull()
	},
	(t) => [uniqueIndex().on(t.trainingId, t.folded), officeLine('training_attendances')]
);
