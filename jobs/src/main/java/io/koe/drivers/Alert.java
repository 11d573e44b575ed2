package io.koe.drivers;

import java.time.LocalDate;

/**
 * A find of one night.
 *
 * @param night the night
 * @param type topic, unassigned or term
 * @param candidate topic id, unassigned, or the term
 * @param label its name that night
 * @param observed inquiries of the night
 * @param linkedTo the stronger alert of the night over mostly the same inquiries; null for none
 */
public record Alert(
    LocalDate night, String type, String candidate, String label, long observed, String linkedTo) {}
