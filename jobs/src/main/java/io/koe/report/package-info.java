/**
 * The weekly page in Japanese, from published tables alone. Queries are the resources beside this
 * package; the page's markup is in {@code src/main/jte/report}.
 */
package io.koe.report;
