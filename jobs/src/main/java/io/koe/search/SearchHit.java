package io.koe.search;

import java.time.LocalDate;

/**
 * An inquiry that was found.
 *
 * @param score BM25; comparable within one answer only
 * @param created day it was opened, Japan time
 * @param topicId its strongest topic; null when it has none yet
 * @param topic that topic's name today
 * @param resolution {@code open}, {@code resolved}, {@code durably_resolved} or {@code merged}
 * @param snippet masked text around the first word found, which stands in 【】
 */
public record SearchHit(
    float score,
    LocalDate created,
    String inquiryId,
    String service,
    String topicId,
    String topic,
    String resolution,
    String snippet) {}
