ALTER TABLE `participants` ADD `events` text;--> statement-breakpoint
ALTER TABLE `promises` ADD `redeemed_by` text;--> statement-breakpoint
ALTER TABLE `promises` ADD `redeemed_for` text;