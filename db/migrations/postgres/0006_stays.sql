CREATE TABLE "stays" (
	"procedure" text collate "C" NOT NULL,
	"path" text collate "C" NOT NULL,
	"left_at" bigint NOT NULL,
	"case_id" text collate "C" NOT NULL,
	"entered_at" bigint NOT NULL,
	"late" boolean NOT NULL,
	CONSTRAINT "stays_procedure_path_left_at_case_id_pk" PRIMARY KEY("procedure","path","left_at","case_id")
);
