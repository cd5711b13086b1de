-- Agreements while they are being written.

create table agreement_draft (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  started_by uuid not null references account,
  started_by_name text not null,
  started_at timestamptz not null
);
comment on table agreement_draft is 'An agreement that is being written, and for whom it was begun. Seen by that organisation and by those it names as parties.';

create table agreement_draft_version (
  draft_id uuid not null references agreement_draft,
  version integer not null check (version > 0),
  content jsonb not null,
  saved_by uuid not null references account,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (draft_id, version)
);
comment on table agreement_draft_version is 'A draft, whole, as somebody saved it. The highest version is how it stands; no other is lost.';

create table agreement_draft_entry (
  draft_id uuid primary key references agreement_draft,
  version integer not null,
  content_hash text not null,
  entered_by uuid not null references account,
  entered_by_name text not null,
  entered_at timestamptz not null,
  foreign key (draft_id, version) references agreement_draft_version
);
comment on table agreement_draft_entry is 'A draft that was entered for signing: which version, and the fingerprint it has as an agreement. It is written no further.';

select keep_for_ever(array['agreement_draft', 'agreement_draft_version', 'agreement_draft_entry']);
