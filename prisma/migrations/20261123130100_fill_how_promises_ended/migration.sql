-- How the promises ended that there are already. By itself, so that what was sent is taken meanwhile: it locks the cases it writes, and not the table.
-- OFFSET 0: each is looked up once.
UPDATE "case" c SET promise_outcome = found.outcome
FROM (SELECT c.id, how_promise_ended(c) AS outcome FROM "case" c OFFSET 0) found WHERE found.id = c.id AND found.outcome <> 'open';
