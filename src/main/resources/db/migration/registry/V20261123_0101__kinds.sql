-- The kinds that there are words for; a new one comes with its words.
alter table registry.body
    drop constraint body_kind,
    add constraint body_kind check (kind in (
        'hromada', 'city', 'district', 'oblast', 'ministry', 'association', 'centre', 'police', 'emergency', 'migration',
        'hospital', 'clinic', 'school', 'enterprise', 'other'));
