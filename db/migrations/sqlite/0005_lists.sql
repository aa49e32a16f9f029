DROP INDEX `cases_open_due`;--> statement-breakpoint
DROP INDEX `cases_procedure`;--> statement-breakpoint
DROP INDEX `cases_opened_by`;--> statement-breakpoint
ALTER TABLE `cases` ADD `sort_key` text DEFAULT '9999' NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_list` ON `cases` (`procedure`,`status`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `cases_opener` ON `cases` (`opened_by`,`status`,`sort_key`,`id`);--> statement-breakpoint
DROP INDEX `steps_department`;--> statement-breakpoint
DROP INDEX `steps_assignee`;--> statement-breakpoint
ALTER TABLE `steps` ADD `sort_key` text DEFAULT '9999' NOT NULL;--> statement-breakpoint
CREATE INDEX `steps_of_department` ON `steps` (`department`,`sort_key`,`case_id`);--> statement-breakpoint
CREATE INDEX `steps_of_assignee` ON `steps` (`assignee`,`sort_key`,`case_id`) WHERE assignee is not null;--> statement-breakpoint
DROP INDEX `handlers_user`;--> statement-breakpoint
ALTER TABLE `handlers` ADD `alone` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `handlers_alone` ON `handlers` (`user_id`,`case_id`) WHERE alone;--> statement-breakpoint
ALTER TABLE `case_departments` ADD `part` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `case_departments` ADD `status` text;--> statement-breakpoint
ALTER TABLE `case_departments` ADD `sort_key` text;--> statement-breakpoint
CREATE INDEX `case_departments_list` ON `case_departments` (`department`,`status`,`sort_key`,`case_id`) WHERE status is not null;--> statement-breakpoint
CREATE INDEX `users_reports_to` ON `users` (`reports_to`);--> statement-breakpoint
UPDATE `cases` SET `sort_key` = `due` WHERE `due` IS NOT NULL;--> statement-breakpoint
UPDATE `steps` SET `sort_key` = (SELECT `sort_key` FROM `cases` WHERE `cases`.`id` = `steps`.`case_id`);--> statement-breakpoint
INSERT INTO `case_departments` (`case_id`, `department`, `part`) SELECT DISTINCT `case_id`, `department`, false FROM `notices` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
-- Not where the department knows of every case of the procedure.
UPDATE `case_departments` SET `status` = (SELECT `status` FROM `cases` WHERE `cases`.`id` = `case_departments`.`case_id`), `sort_key` = (SELECT `sort_key` FROM `cases` WHERE `cases`.`id` = `case_departments`.`case_id`)
WHERE `department` NOT IN ('customer-service', 'finance', 'management')
AND NOT (`department` = 'teaching' AND (SELECT `procedure` FROM `cases` WHERE `cases`.`id` = `case_departments`.`case_id`) <> 'complaint')
AND NOT (`department` IN ('administration', 'student-representative') AND (SELECT `procedure` FROM `cases` WHERE `cases`.`id` = `case_departments`.`case_id`) = 'complaint');--> statement-breakpoint
UPDATE `handlers` SET `alone` = false WHERE EXISTS (SELECT 1 FROM `case_departments`, `users` WHERE `case_departments`.`case_id` = `handlers`.`case_id`
AND `users`.`id` = `handlers`.`user_id` AND `case_departments`.`department` = CASE `users`.`role` WHEN 'front-desk' THEN 'customer-service' ELSE `users`.`role` END);