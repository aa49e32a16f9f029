ALTER TABLE `outbox` ADD `claim` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `claimed_at` integer;--> statement-breakpoint
ALTER TABLE `timers` ADD `claim` text;--> statement-breakpoint
ALTER TABLE `timers` ADD `claimed_at` integer;