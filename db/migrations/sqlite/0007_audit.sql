CREATE TABLE `late_steps` (
	`case_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`procedure` text NOT NULL,
	`type` text NOT NULL,
	`actor` text NOT NULL,
	`on_behalf_of` text,
	`at` text NOT NULL,
	`step` text NOT NULL,
	`deadline` text NOT NULL,
	`due` text NOT NULL,
	PRIMARY KEY(`case_id`, `sequence`)
);
--> statement-breakpoint
CREATE INDEX `late_steps_type` ON `late_steps` (`type`,`procedure`,`at`);--> statement-breakpoint
CREATE INDEX `late_steps_actor` ON `late_steps` (`actor`,`at`);--> statement-breakpoint
CREATE INDEX `late_steps_principal` ON `late_steps` (`on_behalf_of`,`at`) WHERE on_behalf_of is not null;--> statement-breakpoint
CREATE TABLE `audit_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL,
	`procedures` text NOT NULL,
	`method` text NOT NULL,
	`seed` text NOT NULL,
	`population` integer NOT NULL,
	`digest` text NOT NULL,
	`drawn_at` text NOT NULL,
	`drawn_by` text NOT NULL,
	`closed_at` text,
	`closed_by` text
);
--> statement-breakpoint
CREATE TABLE `audit_cases` (
	`round` text NOT NULL,
	`position` integer NOT NULL,
	`case_id` text NOT NULL,
	`tickets` integer NOT NULL,
	PRIMARY KEY(`round`, `position`)
);
--> statement-breakpoint
CREATE TABLE `audit_findings` (
	`round` text NOT NULL,
	`case_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`finding` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`round`, `case_id`, `sequence`)
);
--> statement-breakpoint
CREATE INDEX `events_type` ON `events` (`type`,`procedure`,`at`);--> statement-breakpoint
CREATE INDEX `events_actor` ON `events` (`actor`,`at`);--> statement-breakpoint
CREATE INDEX `events_principal` ON `events` (`on_behalf_of`,`at`) WHERE on_behalf_of is not null;