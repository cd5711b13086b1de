-- Which version a yes to a proposal made: parts of one item are written at once, so that is no longer told by counting.

alter table plan_proposal_answer add made_version integer;
comment on column plan_proposal_answer.made_version is 'The version of the item that a yes made. Null for a no, and for a yes given before this was noted: that made the version after the one that the proposal was about.';
