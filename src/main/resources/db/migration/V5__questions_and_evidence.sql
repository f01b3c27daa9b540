-- What each person was asked and shown, and what exactly their answer was given on.

-- One row for each task at which somebody answers. A task is answered once.
create table question (
  task_id        varchar(64)  primary key,
  approval_key   varchar(40)  not null references approval,
  step           varchar(100) not null,
  -- what the request was when the task began, and what the form showed of it
  subject_sha256 char(64)     not null,
  shown_sha256   char(64)     not null,
  shown          ${text}      not null,
  asked_at       timestamp with time zone not null,
  answered_by    varchar(64),
  answered_at    timestamp with time zone
);
create index question_by_approval on question (approval_key);

-- The role whose step it was: higher authority answers for the lower one, and is not two of them.
alter table decision add column asked_role varchar(30);
alter table decision add column subject_sha256 char(64);
update decision set asked_role = person_role;
alter table decision alter column asked_role set not null;

-- The business key that a caller gave with the start: the same request sent twice is one request.
alter table approval add column caller_key varchar(255);
create unique index approval_by_caller_key on approval (film_id, kind, caller_key);
