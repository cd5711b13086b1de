-- Messages overtake one another: what a system said earlier must not overwrite what it said later.

alter table resource add column said_at timestamptz;
comment on column resource.said_at is 'When its contributor said what stands here, by the contributor''s own clock. What it said before that changes nothing. Null where nobody said when.';
