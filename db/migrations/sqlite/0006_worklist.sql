CREATE TABLE `views` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`columns` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `views_user` ON `views` (`user_id`,`id`);--> statement-breakpoint
ALTER TABLE `handlers` ADD `sort_key` text;--> statement-breakpoint
CREATE INDEX `handlers_done` ON `handlers` (`user_id`,`sort_key`,`case_id`) WHERE sort_key is not null;--> statement-breakpoint
CREATE INDEX `handlers_done_opened` ON `handlers` (`user_id`,`case_id`) WHERE sort_key is not null;--> statement-breakpoint
CREATE INDEX `cases_opened` ON `cases` (`procedure`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `cases_opener_opened` ON `cases` (`opened_by`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `steps_opened` ON `steps` (`department`,`case_id`);--> statement-breakpoint
CREATE INDEX `steps_unclaimed` ON `steps` (`department`,`sort_key`,`case_id`) WHERE assignee is null;--> statement-breakpoint
CREATE INDEX `case_departments_opened` ON `case_departments` (`department`,`status`,`case_id`) WHERE status is not null;--> statement-breakpoint
-- Closed cases are listed by the day they were closed, the last first: every digit taken from nine.
UPDATE `cases` SET `sort_key` = printf('9999-%04d-%02d-%02dT%02d:%02d:%02d.%03dZ', 9999 - substr(`closed_at`, 1, 4), 99 - substr(`closed_at`, 6, 2), 99 - substr(`closed_at`, 9, 2), 99 - substr(`closed_at`, 12, 2), 99 - substr(`closed_at`, 15, 2), 99 - substr(`closed_at`, 18, 2), 999 - substr(`closed_at`, 21, 3)) WHERE `status` = 'done';--> statement-breakpoint
UPDATE `case_departments` SET `sort_key` = (SELECT `sort_key` FROM `cases` WHERE `cases`.`id` = `case_departments`.`case_id`) WHERE `status` = 'done';--> statement-breakpoint
UPDATE `handlers` SET `sort_key` = (SELECT `sort_key` FROM `cases` WHERE `cases`.`id` = `handlers`.`case_id` AND `cases`.`status` = 'done');
