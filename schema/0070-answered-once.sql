-- A write that says which request it is (X-Request-ID) is done once: sent again, it is answered as it was.

create table fhir_request (
  asked_by text not null check (length(asked_by) <= 400),
  request_id text not null check (length(request_id) <= 200),
  entry int not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  written jsonb not null,
  answered_at timestamptz not null,
  primary key (asked_by, request_id, entry)
);
create index fhir_request_answered on fhir_request (answered_at);
comment on table fhir_request is 'A request that wrote something over FHIR and named itself: what it was, by its hash, and the names of the versions that came of it. None of their content; a day after it is forgotten.';
comment on column fhir_request.asked_by is 'The app, and in whose name.';
comment on column fhir_request.entry is 'The place in a batch, of which each entry is done by itself; -1 for a request that is one.';
comment on column fhir_request.written is 'Of each resource that was written: its place in the request, type, id, version, and whether it was new.';

grant delete on fhir_request to cydofal_app;
