DROP INDEX `timers_due`;--> statement-breakpoint
ALTER TABLE `timers` ADD `passed_at` text;--> statement-breakpoint
CREATE INDEX `timers_due` ON `timers` (`passed_at`,`due`);