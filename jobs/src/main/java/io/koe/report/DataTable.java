package io.koe.report;

import java.util.List;

/**
 * A table as printed: the first cell of a row names it.
 *
 * @param head names of the columns
 * @param rows cells as text, as many as the head has
 */
record DataTable(List<String> head, List<List<String>> rows) {}
