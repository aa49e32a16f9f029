PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`department` text,
	`person` text,
	`notice` text NOT NULL,
	`created_at` text NOT NULL,
	`read_at` text,
	`read_by` text
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "case_id", "department", "person", "notice", "created_at", "read_at", "read_by") SELECT "id", "case_id", "department", NULL, "notice", "created_at", "read_at", "read_by" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `notices_department` ON `notices` (`department`,`read_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person`,`read_at`,`id`) WHERE person is not null;