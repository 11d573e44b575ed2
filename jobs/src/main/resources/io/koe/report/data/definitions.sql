-- needs: definitions
select metric_id, definition_version, name_ja, formula
from definitions
order by metric_id, definition_version
