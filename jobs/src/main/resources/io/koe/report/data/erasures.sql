-- needs: erasures
select erased_date, people, inquiries, final_figures
from erasures
where erased_date between least(:first_week, :half_year_before) and :week_end
order by erased_date desc, run_id desc
