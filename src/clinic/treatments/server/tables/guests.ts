import { sql } from 'drizzle-orm';
import { pgPolicy } from 'drizzle-orm/pg-core';
import { invited } from '#clinic/referrals/server/tables/guests.ts';
import { planActions, sessions, treatmentPlans } from '../tables.ts';

// What somebody invited from outside sees of this stop, where its page was chosen: approved plans, and notes of talks.

export const guestsPlans = pgPolicy('treatment_plans_guest', {
	for: 'select',
	using: sql`case_id = ${invited('case_id', 'plan')} and state = 'approved'`
}).link(treatmentPlans);

export const guestsActions = pgPolicy('plan_actions_guest', {
	for: 'select',
	using: sql`plan_id in (select p.id from treatment_plans p where p.case_id = ${invited('case_id', 'plan')})`
}).link(planActions);

export const guestsSessions = pgPolicy('treatment_sessions_guest', {
	for: 'select',
	using: sql`case_id = ${invited('case_id', 'notes')}`
}).link(sessions);
