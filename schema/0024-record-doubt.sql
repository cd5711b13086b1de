-- What somebody says who finds a record joined to theirs that is not. The question is a candidate of a review task as any
-- other; this is their word beside it.

create table record_doubt (
  review_candidate_id uuid primary key references review_candidate,
  words text not null check (words <> ''),
  language text not null check (language in ('en', 'cy')),
  said_by uuid not null references account,
  said_by_name text not null,
  said_at timestamptz not null
);
comment on table record_doubt is 'The person, or somebody who acts for them, saying that a record that is joined to theirs is not about them, in their words.';

select keep_for_ever(array['record_doubt']);
