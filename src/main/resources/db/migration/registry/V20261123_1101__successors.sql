-- For whoever matches names: a body that has ended is offered with those that go on.
create view registry.successor_open as
select s.body_id, s.successor_id
from registry.successor s
     join registry.body b on b.id = s.successor_id and b.deleted_at is null;
