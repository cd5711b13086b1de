-- What was done by a program that somebody had lent their name to.

alter table trail_entry add column through jsonb;
comment on column trail_entry.through is 'The app that asked for somebody, the token it showed and what it asked: {app, token, request}. Null when they asked themselves.';
