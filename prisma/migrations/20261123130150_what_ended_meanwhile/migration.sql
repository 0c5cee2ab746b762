-- What was opened again or erased while all were filled in, and so was written as it had been.
UPDATE "case" c SET promise_outcome = how_promise_ended(c) WHERE c.promise_outcome <> how_promise_ended(c);
