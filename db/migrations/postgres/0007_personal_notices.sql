ALTER TABLE "notices" ALTER COLUMN "department" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "person" text collate "C";--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("person","read_at","id") WHERE person is not null;