CREATE TABLE "name_words" (
	"office_id" uuid NOT NULL,
	"begins" text NOT NULL,
	"letters" integer NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "name_words_office_id_begins_letters_word_pk" PRIMARY KEY("office_id","begins","letters","word")
);
--> statement-breakpoint
ALTER TABLE "name_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "words" text[] GENERATED ALWAYS AS (string_to_array(core, ' ')) STORED;--> statement-breakpoint
ALTER TABLE "name_words" ADD CONSTRAINT "name_words_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cooperatives_words" ON "cooperatives" USING gin ("office_id","words");--> statement-breakpoint
CREATE POLICY "name_words_office" ON "name_words" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE FUNCTION keep_name_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO name_words (office_id, begins, letters, word)
	SELECT DISTINCT a.office_id, left(w.word, 1), length(w.word), w.word
	  FROM added a, unnest(string_to_array(a.core, ' ')) AS w(word)
	 WHERE w.word <> ''
	 ORDER BY 1, 4
	ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER cooperatives_words_new AFTER INSERT ON "cooperatives" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_name_words();--> statement-breakpoint
CREATE TRIGGER cooperatives_words_changed AFTER UPDATE ON "cooperatives" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_name_words();--> statement-breakpoint
-- The words of every office's names: forced row-level security holds the owner too, so it rests meanwhile.
ALTER TABLE "cooperatives" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO name_words (office_id, begins, letters, word)
SELECT DISTINCT c.office_id, left(w.word, 1), length(w.word), w.word
  FROM cooperatives c, unnest(string_to_array(c.core, ' ')) AS w(word)
 WHERE w.word <> '';--> statement-breakpoint
ALTER TABLE "cooperatives" FORCE ROW LEVEL SECURITY;
