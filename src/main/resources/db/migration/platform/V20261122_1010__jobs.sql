-- The table of db-scheduler 16, with priority and state. How a module declares a job: docs/decisions/0012-jobs.md.
create table platform.scheduled_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_task_execution on platform.scheduled_task (execution_time);
create index scheduled_task_heartbeat on platform.scheduled_task (last_heartbeat);
create index scheduled_task_priority on platform.scheduled_task (priority desc, execution_time asc);
select platform.classify('platform.scheduled_task', $$
    task_name            technical
    task_instance        technical
    task_data            technical
    execution_time       technical
    picked               technical
    picked_by            technical
    last_success         technical
    last_failure         technical
    consecutive_failures technical
    last_heartbeat       technical
    version              technical
    priority             technical
    state                technical
$$);
