-- Incidents without rows of a file were written with an object in the place of an empty list, and could not be opened.
UPDATE "incident_text" SET "source_rows" = '[]'::jsonb WHERE "source_rows" = '{}'::jsonb;
