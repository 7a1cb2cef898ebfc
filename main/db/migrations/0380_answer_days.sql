-- By when answers to requests are wanted: the calendar asks by day.
CREATE INDEX quote_requests_by_answer_day ON quote_requests (answer_by) WHERE answer_by IS NOT NULL;
