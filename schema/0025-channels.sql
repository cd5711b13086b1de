-- Messages come in more languages than HL7 v2: rows of files, FHIR bundles. One ledger counts them all.

alter table message add column channel text not null default 'hl7' check (channel in ('hl7', 'csv', 'fhir'));
comment on column message.channel is 'In which language it is written, and so which reader takes it in, now or when it is replayed.';
