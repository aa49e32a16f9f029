CREATE TABLE "views" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"search" text collate "C" NOT NULL,
	"columns" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handlers" ADD COLUMN "sort_key" text collate "C";--> statement-breakpoint
CREATE INDEX "views_user" ON "views" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "cases_opened" ON "cases" USING btree ("procedure","status","id");--> statement-breakpoint
CREATE INDEX "cases_opener_opened" ON "cases" USING btree ("opened_by","status","id");--> statement-breakpoint
CREATE INDEX "steps_opened" ON "steps" USING btree ("department","case_id");--> statement-breakpoint
CREATE INDEX "steps_unclaimed" ON "steps" USING btree ("department","sort_key","case_id") WHERE assignee is null;--> statement-breakpoint
CREATE INDEX "handlers_done" ON "handlers" USING btree ("user_id","sort_key","case_id") WHERE sort_key is not null;--> statement-breakpoint
CREATE INDEX "handlers_done_opened" ON "handlers" USING btree ("user_id","case_id") WHERE sort_key is not null;--> statement-breakpoint
CREATE INDEX "case_departments_opened" ON "case_departments" USING btree ("department","status","case_id") WHERE status is not null;--> statement-breakpoint
-- Closed cases are listed by the day they were closed, the last first: every digit taken from nine.
UPDATE "cases" SET "sort_key" = '9999-' || translate("closed_at", '0123456789', '9876543210') WHERE "status" = 'done';--> statement-breakpoint
UPDATE "case_departments" SET "sort_key" = (SELECT "sort_key" FROM "cases" WHERE "cases"."id" = "case_departments"."case_id") WHERE "status" = 'done';--> statement-breakpoint
UPDATE "handlers" SET "sort_key" = (SELECT "sort_key" FROM "cases" WHERE "cases"."id" = "handlers"."case_id" AND "cases"."status" = 'done');
