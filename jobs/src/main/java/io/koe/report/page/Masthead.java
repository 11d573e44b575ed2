package io.koe.report.page;

import java.util.List;

/**
 * The head of the page: which week, from which data, what is not final.
 *
 * @param product above the title
 * @param week {@code 2026-W40}
 * @param days from Monday to Sunday
 * @param source data, run and snapshot
 * @param unfinished what may still change, in words
 */
public record Masthead(
    String product, String week, String days, String source, List<String> unfinished) {}
