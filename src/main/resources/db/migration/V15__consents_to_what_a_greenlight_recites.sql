-- Whose consent a request needs, because it changes what a greenlight recites.

create table asked_consent (
  approval_key varchar(40) not null references approval,
  -- a role on the team of the film
  party        varchar(30) not null,
  primary key (approval_key, party)
);

insert into asked_consent (approval_key, party)
  select approval_key, 'financier' from reopening where consents like '%financier%';
insert into asked_consent (approval_key, party)
  select approval_key, 'distributor' from reopening where consents like '%distributor%';
insert into asked_consent (approval_key, party)
  select approval_key, 'completion-guarantor' from reopening
  where consents like '%completion-guarantor%';
alter table reopening drop column consents;
