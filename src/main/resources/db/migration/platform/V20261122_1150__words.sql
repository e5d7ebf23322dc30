-- Serbian Cyrillic to Latin, for sorting by the Latin alphabet only: what people read is written by SerbianLatin.
create function platform.serbian_latin(word text) returns text
    language sql immutable strict parallel safe as
$$
select translate(
        replace(replace(replace(replace(replace(replace(word, 'љ', 'lj'), 'Љ', 'Lj'), 'њ', 'nj'), 'Њ', 'Nj'), 'џ', 'dž'),
                'Џ', 'Dž'),
        'абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ',
        'abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ')
$$;

-- What is the same to someone who looks for a name: case, accents, apostrophes, quotes and hyphens do not count, and both
-- Serbian scripts meet in one ("Niš", "Nis", "Ниш"; "Вінниця", "вінниця", "Винница" differ by one letter only).
create function platform.fold(word text) returns text
    language sql immutable strict parallel safe as
$$
select regexp_replace(
        translate(
                replace(replace(replace(replace(replace(replace(
                        regexp_replace(normalize(lower(word collate "und-x-icu"), NFKD), '[\u0300-\u036f]', '', 'g'),
                        'љ', 'lj'), 'њ', 'nj'), 'џ', 'dz'), 'щ', 'sc'), 'ю', 'ju'), 'я', 'ja'),
                'абвгґдђеєжзиіјклмнопрстћуфхцчшыэđ–—-’ʼ''`´ьъ«»„“”"',
                'abvggddeezziijklmnoprstcufhccsied   '),
        '\s+', ' ', 'g')
$$;

-- A folded text as a pattern that matches anywhere: what LIKE would take for a sign stands for itself.
create function platform.anywhere(word text) returns text
    language sql immutable strict parallel safe as
$$
select '%' || replace(replace(replace(trim(platform.fold(word)), '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;
