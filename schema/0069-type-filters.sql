-- An export may be asked for of part of a type. What was asked is kept as it was written, and read again whenever a file is fetched.

alter table bulk_export add column type_filters text[];
comment on column bulk_export.type_filters is 'What each resource of a type must meet, as searches (Observation?category=laboratory), any of those of its type; null for all of every type.';
