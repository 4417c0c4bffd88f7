-- Nothing is looked up by it: a place in the log is what tells events apart.
ALTER TABLE DomainEventEntry DROP CONSTRAINT uq_event_identifier;
