/** Topics as an analyst wants them: names, merges, coding rules; a text file and what it means. */
package io.koe.topics.taxonomy;
