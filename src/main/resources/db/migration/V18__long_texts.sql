-- A reason or comment has 4,000 characters as people count them, each of which may take up several of the machine's.

alter table film                  alter column vision           set data type varchar(16000);
alter table decision              alter column decision_comment set data type varchar(16000);
alter table budget_change         alter column reason           set data type varchar(16000);
alter table budget_change         alter column because          set data type varchar(16000);
alter table budget_change         alter column override_reason  set data type varchar(16000);
alter table script_submission     alter column summary          set data type varchar(16000);
alter table greenlight_package    alter column vision           set data type varchar(16000);
alter table budget_lock           alter column note             set data type varchar(16000);
alter table script_lock           alter column note             set data type varchar(16000);
alter table clearance_finding     alter column how              set data type varchar(16000);
alter table cost_report           alter column reason           set data type varchar(16000);
alter table cost_line             alter column reason           set data type varchar(16000);
alter table cost_overrun          alter column plan             set data type varchar(16000);
alter table cost_variance         alter column because          set data type varchar(16000);
alter table greenlight_condition  alter column evidence_words   set data type varchar(16000);
alter table greenlight_condition  alter column moved_because    set data type varchar(16000);
alter table greenlit_on_conditions alter column vision_before   set data type varchar(16000);
alter table approval              alter column void_because     set data type varchar(16000);
alter table signature_void        alter column because          set data type varchar(16000);
alter table reopening             alter column reason           set data type varchar(16000);
