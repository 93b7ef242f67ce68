ALTER TABLE "rate_limits" ALTER COLUMN "points" SET DATA TYPE integer USING points::integer;
