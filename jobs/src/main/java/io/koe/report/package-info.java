/**
 * The weekly report, from published tables alone: {@code data} asks the queries, {@code language}
 * has the words, {@code sections} say what each audience is told, {@code page} is what a page is
 * made of, and {@code src/main/jte/report} lays it out.
 */
package io.koe.report;
