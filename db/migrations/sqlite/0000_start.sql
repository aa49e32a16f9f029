CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`content` blob NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `campuses` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `case_attachments` (
	`case_id` text NOT NULL,
	`attachment` text NOT NULL,
	PRIMARY KEY(`attachment`, `case_id`)
);
--> statement-breakpoint
CREATE TABLE `case_departments` (
	`case_id` text NOT NULL,
	`department` text NOT NULL,
	PRIMARY KEY(`case_id`, `department`)
);
--> statement-breakpoint
CREATE TABLE `case_enrolments` (
	`case_id` text NOT NULL,
	`enrolment` text NOT NULL,
	PRIMARY KEY(`case_id`, `enrolment`)
);
--> statement-breakpoint
CREATE INDEX `case_enrolments_enrolment` ON `case_enrolments` (`enrolment`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`procedure` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`status` text NOT NULL,
	`value` text NOT NULL,
	`context` text NOT NULL,
	`state_digest` text NOT NULL,
	`revision` integer NOT NULL,
	`sequence` integer NOT NULL,
	`head` text NOT NULL,
	`last_at` text NOT NULL,
	`opened_at` text NOT NULL,
	`opened_by` text NOT NULL,
	`closed_at` text,
	`outcome` text,
	`student` text,
	`campus` text,
	`about` text,
	`follows` text,
	`due` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number_unique` ON `cases` (`number`);--> statement-breakpoint
CREATE INDEX `cases_student` ON `cases` (`student`);--> statement-breakpoint
CREATE INDEX `cases_open_due` ON `cases` (`status`,`due`,`id`);--> statement-breakpoint
CREATE INDEX `cases_procedure` ON `cases` (`procedure`,`id`);--> statement-breakpoint
CREATE INDEX `cases_follows` ON `cases` (`follows`);--> statement-breakpoint
CREATE INDEX `cases_opened_by` ON `cases` (`opened_by`,`id`);--> statement-breakpoint
CREATE TABLE `counters` (
	`prefix` text NOT NULL,
	`year` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`prefix`, `year`)
);
--> statement-breakpoint
CREATE TABLE `departments` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`lead` text
);
--> statement-breakpoint
CREATE TABLE `deputies` (
	`id` text PRIMARY KEY NOT NULL,
	`principal` text NOT NULL,
	`deputy` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deputies_deputy` ON `deputies` (`deputy`);--> statement-breakpoint
CREATE TABLE `endings` (
	`enrolment` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `enrolments` (
	`id` text PRIMARY KEY NOT NULL,
	`student` text NOT NULL,
	`campus` text NOT NULL,
	`course` text NOT NULL,
	`class_name` text NOT NULL,
	`stage` text NOT NULL,
	`starts_on` text NOT NULL,
	`enrolled_on` text NOT NULL,
	`paid_on` text,
	`price_fen` integer NOT NULL,
	`list_price_fen` integer NOT NULL,
	`paid_fen` integer NOT NULL,
	`owed_fen` integer NOT NULL,
	`lessons_bought` integer NOT NULL,
	`lessons_gifted` integer NOT NULL,
	`lessons_used` integer NOT NULL,
	`materials_fen` integer NOT NULL,
	`status` text NOT NULL,
	`ended_on` text,
	`ended_by` text
);
--> statement-breakpoint
CREATE INDEX `enrolments_student` ON `enrolments` (`student`);--> statement-breakpoint
CREATE TABLE `events` (
	`case_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`procedure` text NOT NULL,
	`definition` text NOT NULL,
	`type` text NOT NULL,
	`actor` text NOT NULL,
	`on_behalf_of` text,
	`at` text NOT NULL,
	`facts` text NOT NULL,
	`personal_digest` text,
	`state_digest` text NOT NULL,
	`previous` text,
	`hash` text NOT NULL,
	PRIMARY KEY(`case_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `handlers` (
	`case_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`case_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `handlers_user` ON `handlers` (`user_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`request` text NOT NULL,
	`status` integer NOT NULL,
	`headers` text NOT NULL,
	`body` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`user_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`department` text NOT NULL,
	`notice` text NOT NULL,
	`created_at` text NOT NULL,
	`read_at` text,
	`read_by` text
);
--> statement-breakpoint
CREATE INDEX `notices_department` ON `notices` (`department`,`read_at`,`id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`effect` text NOT NULL,
	`params` text NOT NULL,
	`created_at` text NOT NULL,
	`done_at` text
);
--> statement-breakpoint
CREATE INDEX `outbox_open` ON `outbox` (`done_at`,`id`);--> statement-breakpoint
CREATE TABLE `participants` (
	`case_id` text NOT NULL,
	`user_id` text NOT NULL,
	`as` text NOT NULL,
	PRIMARY KEY(`case_id`, `user_id`, `as`)
);
--> statement-breakpoint
CREATE INDEX `participants_user` ON `participants` (`user_id`);--> statement-breakpoint
CREATE TABLE `promises` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`student` text NOT NULL,
	`until` text NOT NULL,
	`materials` integer NOT NULL,
	`percent` integer NOT NULL,
	`redeemed_at` text
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`version` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`from_time` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `state` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `steps` (
	`case_id` text NOT NULL,
	`path` text NOT NULL,
	`department` text NOT NULL,
	`assignee` text,
	`entered_at` text NOT NULL,
	`due` text,
	PRIMARY KEY(`case_id`, `path`)
);
--> statement-breakpoint
CREATE INDEX `steps_department` ON `steps` (`department`,`due`,`case_id`);--> statement-breakpoint
CREATE INDEX `steps_assignee` ON `steps` (`assignee`,`due`,`case_id`);--> statement-breakpoint
CREATE TABLE `students` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`birth_date` text NOT NULL,
	`phone` text,
	`guardian` text,
	`guardian_phone` text,
	`campus` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `students_number_unique` ON `students` (`number`);--> statement-breakpoint
CREATE INDEX `students_name` ON `students` (`name`);--> statement-breakpoint
CREATE TABLE `timers` (
	`case_id` text NOT NULL,
	`step` text NOT NULL,
	`deadline` text NOT NULL,
	`due` text NOT NULL,
	`start` text NOT NULL,
	`days` integer,
	`unit` text NOT NULL,
	`provisional` integer NOT NULL,
	`calendar` text NOT NULL,
	`passed_at` text,
	PRIMARY KEY(`case_id`, `step`, `deadline`)
);
--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`passed_at`,`due`);--> statement-breakpoint
CREATE TABLE `words` (
	`case_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`personal` text,
	`salt` text,
	`erased_at` text,
	`erased_reason` text,
	PRIMARY KEY(`case_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`username` text,
	`display_username` text,
	`role` text NOT NULL,
	`campus` text,
	`lead` integer DEFAULT false NOT NULL,
	`reports_to` text,
	`active` integer DEFAULT true NOT NULL,
	`rights_revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_username_unique` ON `users` (`username`);--> statement-breakpoint
CREATE INDEX `users_role` ON `users` (`role`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
