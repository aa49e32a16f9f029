-- Digests and salts as bytes: half of what their hex digits take.
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`procedure` text NOT NULL,
	`version` integer NOT NULL,
	`definition` blob NOT NULL,
	`status` text NOT NULL,
	`value` text NOT NULL,
	`context` text NOT NULL,
	`state_digest` blob NOT NULL,
	`revision` integer NOT NULL,
	`sequence` integer NOT NULL,
	`head` blob NOT NULL,
	`last_at` text NOT NULL,
	`opened_at` text NOT NULL,
	`opened_by` text NOT NULL,
	`closed_at` text,
	`outcome` text,
	`student` text,
	`campus` text,
	`about` text,
	`follows` text,
	`due` text,
	`sort_key` text DEFAULT '9999' NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_cases`("id", "number", "procedure", "version", "definition", "status", "value", "context", "state_digest", "revision", "sequence", "head", "last_at", "opened_at", "opened_by", "closed_at", "outcome", "student", "campus", "about", "follows", "due", "sort_key") SELECT "id", "number", "procedure", "version", unhex("definition"), "status", "value", "context", unhex("state_digest"), "revision", "sequence", unhex("head"), "last_at", "opened_at", "opened_by", "closed_at", "outcome", "student", "campus", "about", "follows", "due", "sort_key" FROM `cases`;--> statement-breakpoint
DROP TABLE `cases`;--> statement-breakpoint
ALTER TABLE `__new_cases` RENAME TO `cases`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number_unique` ON `cases` (`number`);--> statement-breakpoint
CREATE INDEX `cases_student` ON `cases` (`student`);--> statement-breakpoint
CREATE INDEX `cases_list` ON `cases` (`procedure`,`status`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `cases_follows` ON `cases` (`follows`);--> statement-breakpoint
CREATE INDEX `cases_opener` ON `cases` (`opened_by`,`status`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `cases_opened` ON `cases` (`procedure`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `cases_opener_opened` ON `cases` (`opened_by`,`status`,`id`);--> statement-breakpoint
CREATE TABLE `__new_events` (
	`case_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`procedure` text NOT NULL,
	`definition` blob NOT NULL,
	`type` text NOT NULL,
	`actor` text NOT NULL,
	`on_behalf_of` text,
	`at` text NOT NULL,
	`facts` text NOT NULL,
	`personal_digest` blob,
	`state_digest` blob NOT NULL,
	`previous` blob,
	`hash` blob NOT NULL,
	PRIMARY KEY(`case_id`, `sequence`)
);
--> statement-breakpoint
INSERT INTO `__new_events`("case_id", "sequence", "procedure", "definition", "type", "actor", "on_behalf_of", "at", "facts", "personal_digest", "state_digest", "previous", "hash") SELECT "case_id", "sequence", "procedure", unhex("definition"), "type", "actor", "on_behalf_of", "at", "facts", unhex("personal_digest"), unhex("state_digest"), unhex("previous"), unhex("hash") FROM `events`;--> statement-breakpoint
DROP TABLE `events`;--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;--> statement-breakpoint
CREATE INDEX `events_type` ON `events` (`type`,`procedure`,`at`);--> statement-breakpoint
CREATE INDEX `events_actor` ON `events` (`actor`,`at`);--> statement-breakpoint
CREATE INDEX `events_principal` ON `events` (`on_behalf_of`,`at`) WHERE on_behalf_of is not null;--> statement-breakpoint
CREATE TABLE `__new_words` (
	`case_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`personal` text,
	`salt` blob,
	`erased_at` text,
	`erased_reason` text,
	PRIMARY KEY(`case_id`, `sequence`)
);
--> statement-breakpoint
INSERT INTO `__new_words`("case_id", "sequence", "personal", "salt", "erased_at", "erased_reason") SELECT "case_id", "sequence", "personal", unhex("salt"), "erased_at", "erased_reason" FROM `words`;--> statement-breakpoint
DROP TABLE `words`;--> statement-breakpoint
ALTER TABLE `__new_words` RENAME TO `words`;--> statement-breakpoint
-- The triggers went with the old table.
CREATE TRIGGER `events_refuse_update` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_refuse_delete` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_refuse_replace` BEFORE INSERT ON `events` WHEN EXISTS (SELECT 1 FROM `events` WHERE `case_id` = NEW.`case_id` AND `sequence` = NEW.`sequence`) BEGIN SELECT RAISE(IGNORE); END;
