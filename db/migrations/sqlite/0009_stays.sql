CREATE TABLE `stays` (
	`procedure` text NOT NULL,
	`path` text NOT NULL,
	`left_at` integer NOT NULL,
	`case_id` text NOT NULL,
	`entered_at` integer NOT NULL,
	`late` integer NOT NULL,
	PRIMARY KEY(`procedure`, `path`, `left_at`, `case_id`)
) WITHOUT ROWID;
