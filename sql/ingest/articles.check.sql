-- fail: a key is there twice
-- G1
select article_id, count(*) as copies
from articles
group by article_id
having count(*) > 1
