-- History is strictly append-only: nothing that goes through this database can change or drop an event.
CREATE TRIGGER `events_refuse_update` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_refuse_delete` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
-- INSERT OR REPLACE drops the old row without a delete that a trigger would see: an event that is there already stays, and the newcomer is ignored.
CREATE TRIGGER `events_refuse_replace` BEFORE INSERT ON `events` WHEN EXISTS (SELECT 1 FROM `events` WHERE `case_id` = NEW.`case_id` AND `sequence` = NEW.`sequence`) BEGIN SELECT RAISE(IGNORE); END;
