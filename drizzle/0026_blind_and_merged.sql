-- Whoever owes a second opinion on an examination must not learn its outcome on the way. Which they are, the database
-- says: every read of a health category, a milestone's outcome or a kept sign asks here, and no page has to remember it.
CREATE FUNCTION blind_examinations() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
	select o.examination_id from second_opinions o
	 where o.to_staff_id = (select nullif(current_setting('app.staff_id', true), '')::uuid)
	   and o.answered_at is null and o.withdrawn_at is null
$$;--> statement-breakpoint
-- A record that has been merged since answers as the one that stays.
CREATE FUNCTION blind_cooperatives() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
	select coalesce(c.merged_into, c.id) from second_opinions o join cooperatives c on c.id = o.cooperative_id
	 where o.examination_id in (select blind_examinations())
$$;
--> statement-breakpoint
ALTER POLICY "self_examination_drafts_own" ON "self_examination_drafts" TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid) and (select coalesce(c.merged_into, c.id) from cooperatives c where c.id = self_examination_drafts.cooperative_id)
	= (select coalesce(c.merged_into, c.id) from cooperatives c where c.id = (select nullif(current_setting('app.subject_id', true), '')::uuid))) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid) and (select coalesce(c.merged_into, c.id) from cooperatives c where c.id = self_examination_drafts.cooperative_id)
	= (select coalesce(c.merged_into, c.id) from cooperatives c where c.id = (select nullif(current_setting('app.subject_id', true), '')::uuid)));
