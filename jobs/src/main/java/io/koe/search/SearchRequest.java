package io.koe.search;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is looked for.
 *
 * @param text words, with blanks between them: every word must be there
 * @param since only inquiries opened on this day or later, Japan time
 * @param topic only those of this topic id, or of topics with this in their name
 * @param limit hits to show
 */
public record SearchRequest(
    String text, Optional<LocalDate> since, Optional<String> topic, int limit) {}
