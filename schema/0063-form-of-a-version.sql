-- Other words for an item come by a form that may be sent twice: by an impatient thumb, by a connection that was lost.
-- The second must be answered as the first was, also where somebody else has written in between.

alter table plan_item_version add column form_id uuid;
comment on column plan_item_version.form_id is 'Of the form that these words came by, made of its key and of what it says. Null of what came otherwise, or earlier.';
