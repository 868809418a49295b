-- What a bureau asks, over the view `measures`: one text for DuckDB and Spark.

-- How were obligations kept, unit by unit and month by month?
CREATE OR REPLACE TEMPORARY VIEW duties AS
SELECT
    unit_id, period,
    SUM(CASE WHEN figure = 'duties_kept' THEN denominator END) AS owed,
    SUM(CASE WHEN figure = 'duties_kept' THEN numerator END) AS kept,
    SUM(CASE WHEN figure = 'duties_in_time' THEN numerator END) AS in_time
FROM measures
WHERE figure IN ('duties_kept', 'duties_in_time')
GROUP BY unit_id, period;

-- How many of those expected attended?
CREATE OR REPLACE TEMPORARY VIEW attendance AS
SELECT
    unit_id, period, SUM(denominator) AS expected, SUM(numerator) AS attended,
    ROUND(100.0 * SUM(numerator) / SUM(denominator), 1) AS rate
FROM measures
WHERE figure = 'attendance'
GROUP BY unit_id, period;

-- Which problems were found and closed, and which were open at the end of the month?
CREATE OR REPLACE TEMPORARY VIEW problems AS
SELECT
    unit_id, period,
    SUM(CASE WHEN figure = 'issues_found' THEN numerator ELSE 0 END) AS found_in,
    SUM(CASE WHEN figure = 'issues_closed' THEN numerator ELSE 0 END) AS closed_in,
    SUM(CASE WHEN figure = 'issues_open' THEN numerator ELSE 0 END) AS open_at_end,
    SUM(CASE WHEN figure = 'issues_overdue' THEN numerator ELSE 0 END) AS overdue_at_end
FROM measures
GROUP BY unit_id, period;

-- How much of the dues approved was paid?
CREATE OR REPLACE TEMPORARY VIEW dues AS
SELECT unit_id, period, SUM(denominator) AS approved, SUM(numerator) AS paid
FROM measures
WHERE figure = 'dues_paid'
GROUP BY unit_id, period;

-- How many meetings were held, and how many served a line of work?
CREATE OR REPLACE TEMPORARY VIEW rhythm AS
SELECT
    unit_id, period,
    SUM(CASE WHEN figure = 'meetings' THEN numerator ELSE 0 END) AS meetings_held,
    SUM(CASE WHEN figure = 'linked' THEN numerator ELSE 0 END) AS meetings_linked
FROM measures
GROUP BY unit_id, period;
