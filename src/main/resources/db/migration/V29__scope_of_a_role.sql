-- What a role on a film's team is for: everything, money alone, or creative matters alone.

alter table team_member add column scope varchar(10) default 'ALL' not null;
