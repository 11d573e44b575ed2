-- fail: a quote holds an e-mail address, a mobile telephone number or a card number
-- G12
-- Patterns of their own, apart from the masker's; none looks back, so a text takes no longer than its length.
select count(*) as texts
from topic_quotes
where (
    regexp_extract(quote, '([A-Za-z0-9]@[A-Za-z0-9-]+[.][A-Za-z]{2})', 1) <> ''
    or regexp_extract(quote, '(^|[^0-9A-Za-z])(0[5789]0-?[0-9]{4}-?[0-9]{4})([^0-9A-Za-z]|$)', 2) <> ''
    or regexp_extract(quote, '(^|[^0-9A-Za-z])([3-6][0-9]{3}-?[0-9]{4}-?[0-9]{4}-?[0-9]{4})([^0-9A-Za-z]|$)', 2) <> ''
  )
having count(*) > 0
