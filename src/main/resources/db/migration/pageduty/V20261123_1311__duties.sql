create schema pageduty;

-- Which kinds of bodies must have a page on which platform, from which day until which. A duty that changes ends, and a new one
-- begins: what held on a day of the past can still be said.
create table pageduty.duty (
    id            uuid primary key     default uuidv7(),
    jurisdiction  text        not null references registry.jurisdiction on update cascade,
    kind          text        not null,
    platform      text        not null,
    since         date        not null,
    until         date,
    basis         text        not null,
    basis_address text        not null default '',
    verified_on   date        not null,
    note          text        not null default '',
    created_at    timestamptz not null,
    constraint duty_kind check (kind ~ '^[a-z_]+$'),
    constraint duty_platform check (platform ~ '^[a-z]+$'),
    constraint duty_order check (until > since),
    constraint duty_basis check (basis <> ''),
    constraint duty_once unique (jurisdiction, kind, platform, since)
);
create unique index duty_open on pageduty.duty (jurisdiction, kind, platform) where until is null;
select platform.classify('pageduty.duty', $$
    id            technical
    jurisdiction  open
    kind          open
    platform      open
    since         open
    until         open
    basis         open
    basis_address open
    verified_on   open
    note          open
    created_at    technical
$$);

-- Two duties of one kind on one platform never hold on the same day, or one page would be owed twice.
create function pageduty.refuse_overlap() returns trigger
    language plpgsql as
$$
begin
    perform pg_advisory_xact_lock(hashtextextended('pageduty.duty', 0));
    if exists (select 1 from pageduty.duty d
               where d.jurisdiction = new.jurisdiction and d.kind = new.kind and d.platform = new.platform and d.id <> new.id
                 and daterange(d.since, d.until) && daterange(new.since, new.until)) then
        raise exception 'Two duties hold at once' using constraint = 'duty_overlap', errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger duty_overlap after insert or update on pageduty.duty
    for each row execute function pageduty.refuse_overlap();

-- Russia: official pages of state bodies, of local self-government and of organisations under them, in the networks that the
-- Government named. Unitary enterprises are left to the operator: whether they count was not verified.
insert into pageduty.duty (jurisdiction, kind, platform, since, basis, basis_address, verified_on, note, created_at)
select 'RU', k.kind, n.platform, '2022-12-01',
       'Федеральный закон от 09.02.2009 № 8-ФЗ в редакции Федерального закона от 14.07.2022 № 270-ФЗ; '
           || 'распоряжение Правительства РФ от 02.09.2022 № 2523-р',
       'https://base.garant.ru/5347160/', '2026-11-22',
       'Исключения проверьте по тексту закона.', '2026-11-22'
from (values ('municipality'), ('city'), ('council'), ('district'), ('oblast'), ('ministry'), ('agency'), ('police'),
             ('emergency'), ('migration'), ('hospital'), ('clinic'), ('school'), ('culture')) k (kind)
     cross join (values ('vk'), ('ok')) n (platform);
