-- fail: a masked search holds an e-mail address, a mobile telephone number or a card number
-- G12
-- Patterns of their own, apart from the masker's; none looks back, so a text takes no longer than its length. Few texts have
-- an @ or eight digits at all, and only these are looked at closely.
select count(*) as texts
from landed_help_sessions
where arrival_date between :first_date and :run_date
  and (
    (position('@' in search_terms) > 0 and regexp_extract(search_terms, '([A-Za-z0-9]@[A-Za-z0-9-]+[.][A-Za-z]{2})', 1) <> '')
    or (
      regexp_extract(search_terms, '([0-9]{4}-?[0-9]{4})', 1) <> ''
      and (
        regexp_extract(search_terms, '(^|[^0-9A-Za-z])(0[5789]0-?[0-9]{4}-?[0-9]{4})([^0-9A-Za-z]|$)', 2) <> ''
        or regexp_extract(search_terms, '(^|[^0-9A-Za-z])([3-6][0-9]{3}-?[0-9]{4}-?[0-9]{4}-?[0-9]{4})([^0-9A-Za-z]|$)', 2) <> ''
      )
    )
  )
having count(*) > 0
