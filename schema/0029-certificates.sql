-- A sender may be believed only over a line of its own: by what certificate a message came is kept with it, for the replay.

alter table message add column certificate text[];
comment on column message.certificate is 'The names of the certificate that its connection showed and that was vouched for. Null without one.';
