-- What each person read on the form of a task when they opened it last. A question of before has what everybody was
-- shown in the row of the question; one asked from now on has none there.

create table shown_form (
  task_id  varchar(64) not null references question,
  person   varchar(64) not null,
  texts    ${text}     not null,
  shown_at timestamp with time zone not null,
  -- the fingerprint of what was asked for as it was then; null if only a part was looked at
  subject_sha256 varchar(64),
  primary key (task_id, person)
);

-- what a node of before reads that runs beside this one: no text
alter table question alter column shown        set default '{}';
alter table question alter column shown_sha256 set default 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
