-- The packages a desk has taken, as they lie in its folder `returns`, with pinned columns: nothing is guessed.
-- Run in the desk's folder: duckdb -c ".read packages.duckdb.sql" -c ".read questions.sql"
CREATE OR REPLACE VIEW measures AS
SELECT
    regexp_extract(filename, 'returns/([^/]+)/', 1) AS unit_id,
    period, figure, "group", kind, numerator, denominator, unit, nature
FROM read_csv(
    'returns/*/*/measures.csv',
    header = true, delim = ',', quote = '"', escape = '"', filename = true, auto_detect = false, null_padding = true,
    columns = {
        'period': 'VARCHAR', 'figure': 'VARCHAR', 'figure_name': 'VARCHAR', 'group': 'VARCHAR', 'kind': 'VARCHAR',
        'numerator': 'DECIMAL(18, 4)', 'denominator': 'DECIMAL(18, 4)', 'unit': 'VARCHAR', 'nature': 'VARCHAR'
    }
);
