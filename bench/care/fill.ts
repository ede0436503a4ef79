import pg from 'pg';

const CASES = 20_000;
const IN_LARGE = 300;

export interface CareNation {
	/** The office with 300 open cases. */
	readonly officeId: string;
	/** The adviser of a third of them. */
	readonly adviserId: string;
}

/**
 * 20,000 open cases in the nation's 514 offices, 300 of them in one, each with its history, a plan of four actions, a
 * referral, controls and tasks; some plans wait, some controls are late, some cases are silent. Written by a superuser in
 * a few statements: the line between the offices holds whoever reads.
 */
export async function fillCare(superUrl: string, now: string): Promise<CareNation> {
	const client = new pg.Client({ connectionString: superUrl });
	await client.connect();
	try {
		await client.query(`
			create temp table o as select row_number() over (order by code) - 1 as n, gen_random_uuid() as id, code
			  from areas where level = 2;
			insert into offices (id, code, name, brand, address, zone, hours, created_at)
			  select id, code, 'Dinas ' || code, 'Klinik', '-', 'Asia/Jakarta', '{}', now() from o;
			create temp table s as select gen_random_uuid() as id, o.id as office_id, k from o, generate_series(0, 2) k;
			insert into staff (id, office_id, name, created_at) select id, office_id, 'Petugas ' || k, now() from s;
			create temp table p as select gen_random_uuid() as id, o.id as office_id from o;
			insert into clinics (id, office_id, code, name, prefix, created_at)
			  select id, office_id, 'finance', 'Poli Keuangan', 'K', now() from p;
			create temp table c as
			  select n, gen_random_uuid() as id, gen_random_uuid() as cooperative_id, gen_random_uuid() as diagnosis_id,
			         gen_random_uuid() as plan_id, gen_random_uuid() as visit_id,
			         (select id from o where o.n = case when c.n < ${IN_LARGE} then 0 else 1 + c.n % ((select count(*) from o) - 1) end)
			           as office_id
			    from generate_series(0, ${CASES - 1}) as c(n);
			create index on c (office_id);
			insert into cooperatives (id, office_id, name, core, norm, created_at, updated_at)
			  select cooperative_id, office_id, 'KSP Sumber ' || n, 'sumber ' || n, 'sumber ' || n, now(), now() from c;
			insert into cases (id, office_id, cooperative_id, number, opened_at, opened_by, adviser_id)
			  select c.id, c.office_id, cooperative_id, '2026-' || n, timestamptz '${now}' - interval '200 days', 'x', s.id
			    from c join s on s.office_id = c.office_id and s.k = c.n % 3 where n % 50 <> 7;
			insert into cases (id, office_id, cooperative_id, number, opened_at, opened_by)
			  select id, office_id, cooperative_id, '2026-' || n, timestamptz '${now}' - interval '200 days', 'x' from c
			   where n % 50 = 7;
			insert into milestones (id, office_id, case_id, stage, what, params, at, by_kind, by, by_name)
			  select gen_random_uuid(), office_id, c.id, m.stage, m.what, m.params::jsonb,
			         timestamptz '${now}' - make_interval(days => 200 - m.day - c.n % 20), 'staff', 'x', 'Ratna'
			    from c, (values ('arrived', 'case.opened', '{}', 0), (null, 'visit.registered', '{}', 0),
			        ('complaint', 'complaint.recorded', '{}', 1), ('examination', 'examination.recorded', '{}', 3),
			        ('diagnosis', 'diagnosis.made', '{"cause":"badLoans"}', 5), ('referral', 'referral.sent', '{}', 6),
			        ('referral', 'referral.accepted', '{}', 8), ('treatment', 'session.recorded', '{}', 12),
			        (null, 'plan.proposed', '{"actions":4}', 14), ('treatment', 'plan.approved', '{}', 16),
			        (null, 'plan.actionDone', '{}', 40), ('monitoring', 'followUp.planned', '{"dueOn":"2026-03-20"}', 60),
			        ('monitoring', 'followUp.done', '{}', 90), (null, 'session.recorded', '{}', 150)) as m(stage, what, params, day)
			   where m.day < 150 or c.n % 4 <> 0;
			insert into triages (id, office_id, case_id, level, computed_level, reasons, created_at, created_by)
			  select gen_random_uuid(), office_id, id, 'routine', 'routine', '[]', now(), 'x' from c;
			insert into diagnoses (id, office_id, case_id, cause, rank, evidence, at, by, by_name)
			  select diagnosis_id, office_id, id, 'badLoans', 'main', '[]', now(), 'x', 'Ratna' from c;
			insert into referrals (id, office_id, case_id, diagnosis_id, clinic_id, question, state, sent_at, sent_by, sent_by_name,
			    due_on, answered_at, answered_by)
			  select gen_random_uuid(), c.office_id, c.id, diagnosis_id, p.id, '?', case when n % 10 = 3 then 'sent' else 'accepted' end,
			         now(), 'x', 'Ratna', date '2026-03-05', case when n % 10 <> 3 then now() end,
			         case when n % 10 <> 3 then s.id end
			    from c join p on p.office_id = c.office_id join s on s.office_id = c.office_id and s.k = c.n % 3;
			insert into treatment_plans (id, office_id, case_id, diagnosis_id, aim, state, proposed_at, proposed_by, proposed_by_name,
			    decided_at, decided_by, decided_by_name)
			  select plan_id, office_id, id, diagnosis_id, 'Kas cukup', case when n % 8 = 5 then 'proposed' else 'approved' end,
			         now(), 'x', 'Ratna', case when n % 8 <> 5 then now() end, case when n % 8 <> 5 then 'y' end,
			         case when n % 8 <> 5 then 'Endang' end from c;
			insert into plan_actions (id, office_id, plan_id, position, what, owner, due_on, done_at)
			  select gen_random_uuid(), office_id, plan_id, k, 'Susun daftar', (array['chair','treasurer','office','secretary'])[k + 1],
			         date '2026-01-10' + k * 30, case when k = 0 then now() end from c, generate_series(0, 3) k;
			insert into follow_ups (id, office_id, case_id, due_on, month, planned_at, planned_by, done_at, done_by_name, findings)
			  select gen_random_uuid(), office_id, id, date '2026-02-25' + (n % 60) * (k - 1) + (k - 2) * 90, k * 3, now(), 'x',
			         case when k = 1 then now() end, case when k = 1 then 'Ratna' end, case when k = 1 then 'Baik' end
			    from c, generate_series(1, 3) k where k = 1 or n % 3 <> 0;
			insert into monitoring_cards (id, office_id, case_id, kind, subject_id, due_on, raised_at)
			  select gen_random_uuid(), office_id, id, 'missedControl', gen_random_uuid(), '2026-02-20', now() from c where n % 12 = 1;
			insert into care_tasks (id, office_id, case_id, sequence, version, position, what, due_on, made_at, made_by_name, done_at)
			  select gen_random_uuid(), office_id, id, 'afterApproval', '2026-1', k, 'Telepon ketua', date '2026-02-27' + k * 5, now(),
			         'Ratna', case when k = 0 then now() end from c, generate_series(0, 3) k;
			create temp table h as select gen_random_uuid() as id, o.id as office_id, a.id as from_id, b.id as to_id
			  from o join s a on a.office_id = o.id and a.k = 0 join s b on b.office_id = o.id and b.k = 1;
			insert into handovers (id, office_id, from_id, from_name, to_id, to_name, note, at, by, by_name)
			  select id, office_id, from_id, 'Petugas 0', to_id, 'Petugas 1', 'x', now(), 'x', 'x' from h;
			insert into handover_cases (handover_id, case_id, office_id)
			  select h.id, cases.id, h.office_id from h join cases on cases.office_id = h.office_id and cases.adviser_id = h.from_id`);
		await client.query('vacuum analyze');
		const { rows } = await client.query<{ office: string; adviser: string }>(
			`select o.id as office, s.id as adviser from o join s on s.office_id = o.id and s.k = 1 where o.n = 0`
		);
		return { officeId: rows[0]!.office, adviserId: rows[0]!.adviser };
	} finally {
		await client.end();
	}
}
