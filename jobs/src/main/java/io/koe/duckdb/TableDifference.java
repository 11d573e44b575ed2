package io.koe.duckdb;

/**
 * What two computations of a table disagree on.
 *
 * @param what the column, or that the row is in one of them alone
 * @param rows in how many rows
 * @param firstKey the first of these rows, {@code column=value, …}; a restricted table's texts
 *     other than ids are not shown
 */
public record TableDifference(String what, long rows, String firstKey) {}
