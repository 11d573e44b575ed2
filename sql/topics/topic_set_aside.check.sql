-- fail: an example is longer than 120 characters, or fewer inquiries than customers write it
-- G5
select reason, rank, users, inquiries, model_date
from topic_set_aside
where length(text) > 120 or inquiries < users
