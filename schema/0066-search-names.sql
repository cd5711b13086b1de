-- A resource by the name that references have for it, whoever gave it: what a chain and an include go along.

create index resource_named on resource (coalesce(logical_id, id::text), type);
create index source_record_named on source_record (coalesce(logical_id, id::text));
