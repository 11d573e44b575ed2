package io.koe.ingest;

import java.io.Serializable;

/** Names a row of the run: the file's number and the row's in it. */
record RowPlace(int file, long row) implements Serializable {}
