CREATE TABLE "late_steps" (
	"case_id" text collate "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"procedure" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	"on_behalf_of" text collate "C",
	"at" text collate "C" NOT NULL,
	"step" text collate "C" NOT NULL,
	"deadline" text collate "C" NOT NULL,
	"due" text collate "C" NOT NULL,
	CONSTRAINT "late_steps_case_id_sequence_pk" PRIMARY KEY("case_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "audit_rounds" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"from_date" text collate "C" NOT NULL,
	"until_date" text collate "C" NOT NULL,
	"procedures" text collate "C" NOT NULL,
	"method" text collate "C" NOT NULL,
	"seed" text collate "C" NOT NULL,
	"population" bigint NOT NULL,
	"digest" text collate "C" NOT NULL,
	"drawn_at" text collate "C" NOT NULL,
	"drawn_by" text collate "C" NOT NULL,
	"closed_at" text collate "C",
	"closed_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "audit_cases" (
	"round" text collate "C" NOT NULL,
	"position" bigint NOT NULL,
	"case_id" text collate "C" NOT NULL,
	"tickets" bigint NOT NULL,
	CONSTRAINT "audit_cases_round_position_pk" PRIMARY KEY("round","position")
);
--> statement-breakpoint
CREATE TABLE "audit_findings" (
	"round" text collate "C" NOT NULL,
	"case_id" text collate "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"finding" text collate "C" NOT NULL,
	"by" text collate "C" NOT NULL,
	"at" text collate "C" NOT NULL,
	CONSTRAINT "audit_findings_round_case_id_sequence_pk" PRIMARY KEY("round","case_id","sequence")
);
--> statement-breakpoint
CREATE INDEX "late_steps_type" ON "late_steps" USING btree ("type","procedure","at");--> statement-breakpoint
CREATE INDEX "late_steps_actor" ON "late_steps" USING btree ("actor","at");--> statement-breakpoint
CREATE INDEX "late_steps_principal" ON "late_steps" USING btree ("on_behalf_of","at") WHERE on_behalf_of is not null;--> statement-breakpoint
CREATE INDEX "events_type" ON "events" USING btree ("type","procedure","at");--> statement-breakpoint
CREATE INDEX "events_actor" ON "events" USING btree ("actor","at");--> statement-breakpoint
CREATE INDEX "events_principal" ON "events" USING btree ("on_behalf_of","at") WHERE on_behalf_of is not null;