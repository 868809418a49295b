-- The same tables for Spark: spark-sql -f lake.spark.sql, then questions.sql in the same session.
CREATE OR REPLACE TEMPORARY VIEW measures (
    unit_id STRING, period STRING, figure STRING, `group` STRING, kind STRING,
    numerator DECIMAL(18, 4), denominator DECIMAL(18, 4), unit STRING, nature STRING
)
USING csv OPTIONS (path 'lake/measures-*.csv', header 'true');
