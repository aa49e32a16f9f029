-- Digests and salts as bytes: half of what their hex digits take.
ALTER TABLE "cases" ALTER COLUMN "definition" SET DATA TYPE bytea USING decode("definition", 'hex');--> statement-breakpoint
ALTER TABLE "cases" ALTER COLUMN "state_digest" SET DATA TYPE bytea USING decode("state_digest", 'hex');--> statement-breakpoint
ALTER TABLE "cases" ALTER COLUMN "head" SET DATA TYPE bytea USING decode("head", 'hex');--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "definition" SET DATA TYPE bytea USING decode("definition", 'hex');--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "personal_digest" SET DATA TYPE bytea USING decode("personal_digest", 'hex');--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "state_digest" SET DATA TYPE bytea USING decode("state_digest", 'hex');--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "previous" SET DATA TYPE bytea USING decode("previous", 'hex');--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "hash" SET DATA TYPE bytea USING decode("hash", 'hex');--> statement-breakpoint
ALTER TABLE "words" ALTER COLUMN "salt" SET DATA TYPE bytea USING decode("salt", 'hex');
