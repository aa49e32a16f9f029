-- How often somebody has asked in the window that runs, counted for all processes. Of no worth after a crash: it need not be logged.
CREATE UNLOGGED TABLE hits (key text PRIMARY KEY, count bigint NOT NULL, until timestamptz NOT NULL);
