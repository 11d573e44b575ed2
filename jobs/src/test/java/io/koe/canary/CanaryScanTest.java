package io.koe.canary;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.ZstdOutputStream;
import io.koe.TestSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.spark.SparkConf;
import org.apache.spark.io.CompressionCodec$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One leak in each kind of place, and the scan finds each. */
class CanaryScanTest {
  private static final List<String> CANARIES = new ArrayList<>();

  static {
    for (int i = 101; i <= 124; i++) {
      CANARIES.add("金糸雀" + i);
    }
  }

  @TempDir private Path folder;
  private int planted;

  private interface Packer {
    OutputStream pack(OutputStream out) throws IOException;
  }

  @Test
  void aLeakInEachKindOfPlaceIsFound() throws IOException {
    write("plain.txt", sentence(), UTF_8);
    write("utf-16le", sentence(), UTF_16LE);
    write("utf-16be", sentence(), UTF_16BE);
    write("cp932.log", sentence(), Charset.forName("windows-31j"));
    write("euc-jp.log", sentence(), Charset.forName("x-eucJP-Open"));
    write(
        "escaped.json", "{\"text\": \"\\u91d1\\u7cf8\\u96c0" + next().substring(3) + "\"}", UTF_8);
    write("address.txt", "https://example.jp/?q=" + URLEncoder.encode(next(), UTF_8), UTF_8);
    write("a/" + next() + "/file.txt", "nothing", UTF_8);
    pack("text.jsonl.gz", "", GZIPOutputStream::new);
    pack("text.jsonl.zst", "", ZstdOutputStream::new);
    pack("within.bin", "some bytes before", GZIPOutputStream::new);
    pack("twice.gz", "", out -> new GZIPOutputStream(new ZstdOutputStream(out)));
    for (String codec : List.of("zstd", "lz4")) {
      pack(
          "spill/temp_shuffle_" + codec,
          "index",
          out ->
              CompressionCodec$.MODULE$
                  .createCodec(new SparkConf(), codec)
                  .compressedOutputStream(out));
    }
    for (String codec : List.of("zstd", "gzip", "snappy", "none")) {
      parquet(codec, "'" + sentence() + "' as text");
      parquet(codec + "-list", "array('金糸', '雀" + next().substring(3) + "') as terms");
    }
    index();
    assertEquals(CANARIES.size(), planted);
    assertEquals(new TreeSet<>(CANARIES), found());
  }

  @Test
  void whatHoldsNoneIsClean() throws IOException {
    write("plain.txt", "金糸雀がいます", UTF_8);
    parquet("zstd", "'金糸雀' as text");
    assertEquals(Set.of(), found());
  }

  private Set<String> found() throws IOException {
    CanaryScan scan = new CanaryScan(CANARIES);
    Set<String> found = new TreeSet<>();
    scan.scan(folder).forEach(leak -> found.add(leak.substring(leak.lastIndexOf(' ') + 1)));
    assertEquals(Set.of(), scan.unread());
    return found;
  }

  private String next() {
    return CANARIES.get(planted++);
  }

  private String sentence() {
    return "昨日は" + next() + "を見ました。";
  }

  private void write(String name, String text, Charset charset) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(charset));
  }

  private void pack(String name, String before, Packer packer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(before.getBytes(UTF_8));
    try (OutputStream out = packer.pack(bytes)) {
      out.write(sentence().getBytes(UTF_8));
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.toByteArray());
  }

  private void parquet(String codec, String columns) {
    TestSpark.session()
        .sql("select " + columns)
        .coalesce(1)
        .write()
        .option("compression", codec.replace("-list", ""))
        .parquet(folder.resolve("table-" + codec).toString());
  }

  private void index() throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder.resolve("index"));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document document = new Document();
      document.add(new StringField("term", next(), Field.Store.NO));
      document.add(new StoredField("text", sentence().repeat(20)));
      writer.addDocument(document);
    }
  }
}
