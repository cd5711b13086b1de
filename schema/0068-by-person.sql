-- Every row about a person says by itself whose record it hangs on, where there are many of them or they are read by
-- themselves: so that a database that is spread out by person knows where it belongs. The source record is the key, since it
-- stays the same whoever turns out to be whom.

alter table index_token add column source_record_id uuid;
alter table index_string add column source_record_id uuid;
alter table index_date add column source_record_id uuid;
alter table index_quantity add column source_record_id uuid;
alter table index_reference add column source_record_id uuid;
alter table index_uri add column source_record_id uuid;
comment on column index_token.source_record_id is 'The source record of whom the resource is about; null for what is about no one person. By it the row is placed with the rest of that record.';
comment on column index_string.source_record_id is 'As in index_token.';
comment on column index_date.source_record_id is 'As in index_token.';
comment on column index_quantity.source_record_id is 'As in index_token.';
comment on column index_reference.source_record_id is 'As in index_token.';
comment on column index_uri.source_record_id is 'As in index_token.';

do $$ declare kind text; begin
  foreach kind in array array['token', 'string', 'date', 'quantity', 'reference', 'uri'] loop
    execute format('
      update index_%1$s as value set source_record_id = held.source_record_id
      from (select id, source_record_id from resource where source_record_id is not null
            union all select id, id from source_record) as held
      where held.id = value.resource_id', kind);
  end loop;
end $$;

alter table resource_version add column source_record_id uuid;
alter table resource_version disable trigger kept;
update resource_version as version set source_record_id = coalesce(resource.source_record_id, resource.deleted_from)
from resource
where resource.id = version.resource_id and coalesce(resource.source_record_id, resource.deleted_from) is not null;
alter table resource_version enable trigger kept;
comment on column resource_version.source_record_id is 'The source record that the resource hung on when this version was written, also one that says it was deleted; null for what is about no one person.';
