create schema personal;

-- Whom we have erased: an id that nothing else leads to any more. It stays, so that a backup that is brought back is erased
-- again.
create table personal.erasure (
    person_id uuid primary key,
    at        timestamptz not null
);
select platform.classify('personal.erasure', $$
    person_id person erase=keep so that a backup that is brought back is erased again
    at        technical
$$);

-- Who decides why and how personal data are used: for the installation (no body) and for each organiser. Public, as the law
-- wants it.
create table personal.controller (
    id         uuid primary key     default uuidv7(),
    body_id    uuid,
    name       text        not null,
    contact    text        not null,
    mail       text        not null,
    officer    text        not null default '',
    version    integer     not null default 0,
    changed_at timestamptz not null,
    constraint controller_one unique nulls not distinct (body_id),
    constraint controller_named check (name <> '' and contact <> '')
);
select platform.classify('personal.controller', $$
    id         technical
    body_id    technical
    name       open
    contact    open
    mail       open
    officer    open
    version    technical
    changed_at technical
$$);

-- Privacy notices: at most one draft for each controller; what is published stays as it was.
create table personal.notice (
    id           uuid primary key     default uuidv7(),
    body_id      uuid,
    number       integer,
    text_uk      text        not null,
    text_sr      text        not null,
    text_ru      text        not null,
    text_en      text        not null,
    version      integer     not null default 0,
    saved_at     timestamptz not null,
    saved_by     uuid,
    published_at timestamptz,
    published_by uuid,
    constraint notice_number unique nulls not distinct (body_id, number),
    constraint notice_published check ((number is null) = (published_at is null)),
    constraint notice_counted check (number > 0),
    constraint notice_says_something check (number is null or text_uk <> '' or text_sr <> '' or text_ru <> '' or text_en <> '')
);
select platform.classify('personal.notice', $$
    id           technical
    body_id      technical
    number       open
    text_uk      open
    text_sr      open
    text_ru      open
    text_en      open
    version      technical
    saved_at     technical
    saved_by     actor
    published_at open
    published_by actor
$$);

create function personal.keep_published() returns trigger
    language plpgsql as
$$
begin
    if old.published_at is not null then
        raise exception 'A published notice stays as it is';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger notice_kept before update or delete on personal.notice for each row execute function personal.keep_published();
