-- About me: what somebody wants known of them, in their own words, or as a picture or a sound.

create table about_me_media (
  id uuid primary key,
  person_id uuid not null references person,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/webm')),
  bytes bytea not null,
  tells text not null,
  language text not null check (language in ('en', 'cy')),
  brought_by uuid references account,
  brought_by_name text not null,
  brought_at timestamptz not null
);
comment on table about_me_media is 'A picture or a sound that stands beside the words of a part of About me, or instead of them. What a camera wrote into it besides, as the place, was taken off before it was kept.';
comment on column about_me_media.tells is 'What is to be seen, or what is said, for whoever cannot see or hear it.';

create table about_me_version (
  id uuid primary key,
  sequence bigint generated always as identity,
  person_id uuid not null references person,
  part text not null check (part in ('most-important', 'people', 'communication', 'wellness', 'please-do', 'support', 'also')),
  after_id uuid references about_me_version,
  words text,
  language text not null check (language in ('en', 'cy')),
  media_id uuid references about_me_media,
  helped_by text,
  written_by uuid references account,
  written_by_name text not null,
  written_at timestamptz not null,
  unique nulls not distinct (person_id, part, after_id)
);
comment on table about_me_version is 'One part of About me as it was at one time: the words, in the language they were written in, or a picture or a sound, or both; neither when it was taken back. The PRSB standard (About Me 2.01) has two parts more, who helped and when: they are columns.';
comment on column about_me_version.after_id is 'The version that was read before this was written. Two that follow the same one cannot both be kept, so that nothing is overwritten.';
comment on column about_me_version.written_by is 'Whose hand wrote it. Null when it was taken down on paper.';

create view about_me_version_now as
  select version.id, version.sequence, now.person_id, version.person_id as kept_under, version.part, version.after_id,
         version.words, version.language, version.media_id, version.helped_by, version.written_by,
         version.written_by_name, version.written_at
  from about_me_version as version
  join person_now as now on now.id = version.person_id;
comment on view about_me_version_now is 'Every version of every part with whose it is now. Of two who are one, what was written last stands, and both histories are theirs.';

create table about_me_proposal (
  id uuid primary key,
  person_id uuid not null references person,
  part text not null,
  after_id uuid references about_me_version,
  words text not null,
  language text not null check (language in ('en', 'cy')),
  why text,
  proposed_by uuid not null references account,
  proposed_by_name text not null,
  proposed_at timestamptz not null
);
create index about_me_proposal_person on about_me_proposal (person_id);
comment on table about_me_proposal is 'Words for a part of About me that somebody else offers the person, against what the proposer read. Nothing changes until the person says yes.';

create table about_me_proposal_answer (
  proposal_id uuid primary key references about_me_proposal,
  accepted boolean not null,
  words text,
  answered_by uuid not null references account,
  answered_by_name text not null,
  answered_at timestamptz not null
);
comment on table about_me_proposal_answer is 'The person''s yes or no to a proposal, with a word to the one who made it.';

select keep_for_ever(array['about_me_media', 'about_me_version', 'about_me_proposal', 'about_me_proposal_answer']);
