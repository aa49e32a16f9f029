CREATE TABLE "cases" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"procedure" text collate "C" NOT NULL,
	"version" bigint NOT NULL,
	"definition" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	"context" text collate "C" NOT NULL,
	"state_digest" text collate "C" NOT NULL,
	"revision" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"head" text collate "C" NOT NULL,
	"last_at" text collate "C" NOT NULL,
	"opened_at" text collate "C" NOT NULL,
	"opened_by" text collate "C" NOT NULL,
	"closed_at" text collate "C",
	"outcome" text collate "C",
	"student" text collate "C",
	"campus" text collate "C",
	"about" text collate "C",
	"follows" text collate "C",
	"due" text collate "C",
	"sort_key" text collate "C" DEFAULT '9999' NOT NULL,
	CONSTRAINT "cases_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"case_id" text collate "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"procedure" text collate "C" NOT NULL,
	"definition" text collate "C" NOT NULL,
	"type" text collate "C" NOT NULL,
	"actor" text collate "C" NOT NULL,
	"on_behalf_of" text collate "C",
	"at" text collate "C" NOT NULL,
	"facts" text collate "C" NOT NULL,
	"personal_digest" text collate "C",
	"state_digest" text collate "C" NOT NULL,
	"previous" text collate "C",
	"hash" text collate "C" NOT NULL,
	CONSTRAINT "events_case_id_sequence_pk" PRIMARY KEY("case_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "words" (
	"case_id" text collate "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"personal" text collate "C",
	"salt" text collate "C",
	"erased_at" text collate "C",
	"erased_reason" text collate "C",
	CONSTRAINT "words_case_id_sequence_pk" PRIMARY KEY("case_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"case_id" text collate "C" NOT NULL,
	"path" text collate "C" NOT NULL,
	"department" text collate "C" NOT NULL,
	"assignee" text collate "C",
	"entered_at" text collate "C" NOT NULL,
	"due" text collate "C",
	"nudged_at" text collate "C",
	"sort_key" text collate "C" DEFAULT '9999' NOT NULL,
	CONSTRAINT "steps_case_id_path_pk" PRIMARY KEY("case_id","path")
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"case_id" text collate "C" NOT NULL,
	"step" text collate "C" NOT NULL,
	"deadline" text collate "C" NOT NULL,
	"due" text collate "C" NOT NULL,
	"start" text collate "C" NOT NULL,
	"days" bigint,
	"unit" text collate "C" NOT NULL,
	"provisional" boolean NOT NULL,
	"calendar" text collate "C" NOT NULL,
	"passed_at" text collate "C",
	"claim" text collate "C",
	"claimed_at" bigint,
	CONSTRAINT "timers_case_id_step_deadline_pk" PRIMARY KEY("case_id","step","deadline")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"case_id" text collate "C" NOT NULL,
	"sequence" bigint NOT NULL,
	"effect" text collate "C" NOT NULL,
	"params" text collate "C" NOT NULL,
	"created_at" text collate "C" NOT NULL,
	"done_at" text collate "C",
	"claim" text collate "C",
	"claimed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"case_id" text collate "C" NOT NULL,
	"department" text collate "C" NOT NULL,
	"notice" text collate "C" NOT NULL,
	"created_at" text collate "C" NOT NULL,
	"read_at" text collate "C",
	"read_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"request" text collate "C" NOT NULL,
	"status" bigint NOT NULL,
	"headers" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"created_at" text collate "C" NOT NULL,
	CONSTRAINT "idempotency_keys_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "handlers" (
	"case_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"alone" boolean DEFAULT true NOT NULL,
	CONSTRAINT "handlers_case_id_user_id_pk" PRIMARY KEY("case_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "case_departments" (
	"case_id" text collate "C" NOT NULL,
	"department" text collate "C" NOT NULL,
	"part" boolean DEFAULT true NOT NULL,
	"status" text collate "C",
	"sort_key" text collate "C",
	CONSTRAINT "case_departments_case_id_department_pk" PRIMARY KEY("case_id","department")
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"case_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"as" text collate "C" NOT NULL,
	"events" text collate "C",
	CONSTRAINT "participants_case_id_user_id_as_pk" PRIMARY KEY("case_id","user_id","as")
);
--> statement-breakpoint
CREATE TABLE "endings" (
	"enrolment" text collate "C" PRIMARY KEY NOT NULL,
	"case_id" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_enrolments" (
	"case_id" text collate "C" NOT NULL,
	"enrolment" text collate "C" NOT NULL,
	CONSTRAINT "case_enrolments_case_id_enrolment_pk" PRIMARY KEY("case_id","enrolment")
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"case_id" text collate "C" NOT NULL,
	"student" text collate "C" NOT NULL,
	"until" text collate "C" NOT NULL,
	"materials" boolean NOT NULL,
	"percent" bigint NOT NULL,
	"redeemed_at" text collate "C",
	"redeemed_by" text collate "C",
	"redeemed_for" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"prefix" text collate "C" NOT NULL,
	"year" text collate "C" NOT NULL,
	"value" bigint NOT NULL,
	CONSTRAINT "counters_prefix_year_pk" PRIMARY KEY("prefix","year")
);
--> statement-breakpoint
CREATE TABLE "campuses" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"lead" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "deputies" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"principal" text collate "C" NOT NULL,
	"deputy" text collate "C" NOT NULL,
	"from_date" text collate "C" NOT NULL,
	"until_date" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "students" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"birth_date" text collate "C" NOT NULL,
	"phone" text collate "C",
	"guardian" text collate "C",
	"guardian_phone" text collate "C",
	"campus" text collate "C" NOT NULL,
	CONSTRAINT "students_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"student" text collate "C" NOT NULL,
	"campus" text collate "C" NOT NULL,
	"course" text collate "C" NOT NULL,
	"class_name" text collate "C" NOT NULL,
	"stage" text collate "C" NOT NULL,
	"starts_on" text collate "C" NOT NULL,
	"enrolled_on" text collate "C" NOT NULL,
	"paid_on" text collate "C",
	"price_fen" bigint NOT NULL,
	"list_price_fen" bigint NOT NULL,
	"paid_fen" bigint NOT NULL,
	"owed_fen" bigint NOT NULL,
	"lessons_bought" bigint NOT NULL,
	"lessons_gifted" bigint NOT NULL,
	"lessons_used" bigint NOT NULL,
	"materials_fen" bigint NOT NULL,
	"status" text collate "C" NOT NULL,
	"ended_on" text collate "C",
	"ended_by" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"media_type" text collate "C" NOT NULL,
	"size" bigint NOT NULL,
	"content" "bytea" NOT NULL,
	"uploaded_by" text collate "C" NOT NULL,
	"uploaded_at" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_attachments" (
	"case_id" text collate "C" NOT NULL,
	"attachment" text collate "C" NOT NULL,
	CONSTRAINT "case_attachments_attachment_case_id_pk" PRIMARY KEY("attachment","case_id")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"version" bigint PRIMARY KEY NOT NULL,
	"body" text collate "C" NOT NULL,
	"from_time" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "state" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"email" text collate "C" NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text collate "C",
	"username" text collate "C",
	"display_username" text collate "C",
	"role" text collate "C" NOT NULL,
	"campus" text collate "C",
	"lead" boolean DEFAULT false NOT NULL,
	"reports_to" text collate "C",
	"active" boolean DEFAULT true NOT NULL,
	"rights_revision" bigint DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"token" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"expires_at" bigint NOT NULL,
	"ip_address" text collate "C",
	"user_agent" text collate "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"account_id" text collate "C" NOT NULL,
	"provider_id" text collate "C" NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"access_token" text collate "C",
	"refresh_token" text collate "C",
	"id_token" text collate "C",
	"access_token_expires_at" bigint,
	"refresh_token_expires_at" bigint,
	"scope" text collate "C",
	"password" text collate "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"identifier" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_student" ON "cases" USING btree ("student");--> statement-breakpoint
CREATE INDEX "cases_list" ON "cases" USING btree ("procedure","status","sort_key","id");--> statement-breakpoint
CREATE INDEX "cases_follows" ON "cases" USING btree ("follows");--> statement-breakpoint
CREATE INDEX "cases_opener" ON "cases" USING btree ("opened_by","status","sort_key","id");--> statement-breakpoint
CREATE INDEX "steps_of_department" ON "steps" USING btree ("department","sort_key","case_id");--> statement-breakpoint
CREATE INDEX "steps_of_assignee" ON "steps" USING btree ("assignee","sort_key","case_id") WHERE assignee is not null;--> statement-breakpoint
CREATE INDEX "timers_due" ON "timers" USING btree ("passed_at","due");--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("done_at","id");--> statement-breakpoint
CREATE INDEX "notices_department" ON "notices" USING btree ("department","read_at","id");--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "handlers_alone" ON "handlers" USING btree ("user_id","case_id") WHERE alone;--> statement-breakpoint
CREATE INDEX "case_departments_list" ON "case_departments" USING btree ("department","status","sort_key","case_id") WHERE status is not null;--> statement-breakpoint
CREATE INDEX "participants_user" ON "participants" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "case_enrolments_enrolment" ON "case_enrolments" USING btree ("enrolment");--> statement-breakpoint
CREATE INDEX "deputies_deputy" ON "deputies" USING btree ("deputy");--> statement-breakpoint
CREATE INDEX "students_name" ON "students" USING btree ("name");--> statement-breakpoint
CREATE INDEX "enrolments_student" ON "enrolments" USING btree ("student");--> statement-breakpoint
CREATE INDEX "users_role" ON "users" USING btree ("role");--> statement-breakpoint
CREATE INDEX "users_reports_to" ON "users" USING btree ("reports_to");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");