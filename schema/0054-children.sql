-- Children: who holds parental responsibility, what a court has ordered, and what a child says beside what the parents say.
-- And in whose stead words of a plan were written.

alter table representative drop constraint representative_kind_check;
alter table representative add constraint representative_kind_check
  check (kind in ('health-attorney', 'property-attorney', 'health-deputy', 'property-deputy', 'appointee', 'advocate', 'parent'));
comment on table representative is 'Somebody who may lawfully act for a person: the registered power or order, or the proof of parental responsibility, seen by whoever recorded it. Next of kin is not one.';

alter table plan_item_version add column representative_id uuid references representative;
comment on column plan_item_version.representative_id is 'The office by which somebody else wrote it for the person. Empty: whoever wrote it wrote for themselves.';

create table family_order (
  id uuid primary key,
  person_id uuid not null references person,
  representative_id uuid references representative,
  kind text not null check (kind in ('child-arrangements', 'prohibited-steps', 'specific-issue', 'special-guardianship', 'care-order', 'other')),
  words text not null check (words <> ''),
  reference text not null check (reference <> ''),
  made_on date not null,
  ends_on date,
  recorded_by uuid not null references account,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  check (ends_on is null or ends_on > made_on)
);
create index family_order_person on family_order (person_id);
comment on table family_order is 'An order of a family court about a child, seen by whoever recorded it. One that takes something from a parent names the parent''s office, which it ends.';

create table family_voice (
  id uuid primary key,
  person_id uuid not null references person,
  whose text not null check (whose in ('child', 'parents')),
  words text not null check (words <> ''),
  language text not null check (language in ('en', 'cy')),
  helped_by text,
  said_by uuid not null references account,
  said_by_name text not null,
  form_key text not null,
  said_at timestamptz not null,
  unique (said_by, form_key)
);
create index family_voice_person on family_voice (person_id, said_at desc);
comment on table family_voice is 'What a child says matters, and what a parent says: side by side, each in its own words, and never one text.';

select keep_for_ever(array['family_order', 'family_voice']);
