-- The measures as Parquet, a folder a month: what is asked of one month reads one folder.
COPY (SELECT * FROM measures ORDER BY period, unit_id, figure, kind)
TO 'parquet' (FORMAT parquet, PARTITION_BY (period), OVERWRITE_OR_IGNORE);
