package io.koe.report.page;

import java.util.List;

/**
 * A part of the page with a title.
 *
 * @param id unique on the page
 * @param link its name in the table of contents
 */
public record Section(String id, String link, String title, List<Block> blocks) {}
