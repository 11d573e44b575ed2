/**
 * HDFS as a {@link java.nio.file.FileSystem}, so that a warehouse, a drop or a key lies there as on
 * a disk: what reads and writes {@link java.nio.file.Path}s need not know.
 */
package io.koe.hdfs;
