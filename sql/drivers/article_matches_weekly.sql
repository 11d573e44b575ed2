-- place: internal
-- grain: one row per week and topic that has no article by what customers read, and whose words are in an article
-- The article, valid in the week, that has most of the topic's ten strongest terms. A term of rank r weighs 1/r in
-- the title and half of that in the body alone; from 1 on (the strongest term in the title, or several others)
-- the article is taken to be about the topic. Terms of one character are in too many words.
create or replace temporary view article_matches_weekly (
  week_start_date comment 'Monday of the ISO week, Japan time | 週の開始日（月曜、日本時間）',
  topic_id comment 'topic; unassigned is a topic | トピックID（unassigned を含む）',
  article_id comment 'help article id | ヘルプ記事ID',
  title comment 'title | タイトル',
  score comment 'sum of 1/rank of the topic''s terms in the title, half of it in the body; 1 and more is a match | 語の一致度（1以上で一致）'
) comment 'Articles with the words of a topic | トピックの語を含む記事' as
with terms as (
  select
    coverage.week_start_date,
    coverage.topic_id,
    ranks.rank,
    split_part(label.terms, ' ', ranks.rank) as term
  from article_coverage_weekly as coverage
  join topic_labels_weekly as label
    on label.week_start_date = coverage.week_start_date and label.topic_id = coverage.topic_id
  cross join (values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10)) as ranks (rank)
  where coverage.coverage <> 'read'
),
hits as (
  select
    term.week_start_date,
    term.topic_id,
    article.article_id,
    article.title,
    -- A sum of decimals does not depend on the order of the rows.
    cast(
      case when position(term.term in lower(article.title)) > 0 then 1.0 else 0.5 end / term.rank
      as decimal(9, 6)
    ) as weight
  from terms as term
  join articles as article
    on (article.valid_from is null
      or article.valid_from <= cast(term.week_start_date + interval 6 day as date))
    and (article.valid_to is null or article.valid_to >= term.week_start_date)
    and position(term.term in lower(concat(article.title, ' ', coalesce(article.body, '')))) > 0
  where length(term.term) >= 2
),
scores as (
  select week_start_date, topic_id, article_id, title, cast(sum(weight) as double) as score
  from hits
  group by week_start_date, topic_id, article_id, title
),
ranked as (
  select
    *,
    row_number()
      over (partition by week_start_date, topic_id order by score desc, article_id) as nth
  from scores
)
select week_start_date, topic_id, article_id, title, score
from ranked
where nth = 1
