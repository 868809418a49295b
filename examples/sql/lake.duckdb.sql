-- The tables that `zhibu desk lake --out lake` wrote, with pinned columns.
CREATE OR REPLACE VIEW measures AS
SELECT * FROM read_csv(
    'lake/measures-*.csv',
    header = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
    columns = {
        'unit_id': 'VARCHAR', 'period': 'VARCHAR', 'figure': 'VARCHAR', 'group': 'VARCHAR', 'kind': 'VARCHAR',
        'numerator': 'DECIMAL(18, 4)', 'denominator': 'DECIMAL(18, 4)', 'unit': 'VARCHAR', 'nature': 'VARCHAR'
    }
);
