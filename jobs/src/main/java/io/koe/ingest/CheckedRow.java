package io.koe.ingest;

import java.util.List;

/**
 * A row that keeps the contract: masked, pseudonymised, typed.
 *
 * @param key its key's values as one text
 * @param values one per column of the table, as {@link ColumnType#storage} says
 */
record CheckedRow(String key, List<Object> values) {}
