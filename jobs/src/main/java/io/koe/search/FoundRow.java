package io.koe.search;

import java.time.LocalDate;

/** A landed inquiry row that matches. */
record FoundRow(float score, String inquiryId, LocalDate arrival, LocalDate created) {}
