-- What is asked for, field by field, as it was submitted; the last submission counts.

create table request_content (
  approval_key   varchar(40) not null references approval,
  -- 1 for what was filed first, and one more each time that it is amended
  submission     integer     not null,
  -- an object of texts by name, as JSON
  content        ${text}     not null,
  -- how the form that asked for it calls its fields, as JSON; null if no form did
  labels         ${text},
  content_sha256 varchar(64) not null,
  primary key (approval_key, submission)
);
