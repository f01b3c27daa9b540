-- The stakeholder reports that were released: for each role that one went to, the PDF it was given.

create table stakeholder_report (
  approval_key varchar(40) not null references approval,
  role         varchar(30) not null,
  document     char(64)    not null references document,
  -- the released report in whose place it is
  corrects     varchar(40) references approval,
  released_at  timestamp with time zone not null,
  primary key (approval_key, role)
);
