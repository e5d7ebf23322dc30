-- What other modules may join: seats that are held now.
create view identity.membership_open as
select id, person_id, body_id, seat, since
from identity.membership
where until is null;
