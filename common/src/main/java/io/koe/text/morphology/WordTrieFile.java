package io.koe.text.morphology;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.ja.dict.TokenInfoDictionary;
import org.apache.lucene.store.InputStreamDataInput;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.Version;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.IntsRefFSTEnum;
import org.apache.lucene.util.fst.PositiveIntOutputs;

/**
 * The words of Lucene's dictionary as a trie: made from its FST when Koe is built, since that takes
 * longer than a small night's words, and read from the jar. A word's number is its place in
 * ascending order, which is also Lucene's source id.
 */
public final class WordTrieFile {
  private static final String NAME = "words.trie";

  private WordTrieFile() {}

  /**
   * Writes the file, unless it is there for this version of Lucene already.
   *
   * @param arguments the folder the classes of this package are in
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]).resolve(NAME);
    if (!isCurrent(file)) {
      Files.createDirectories(file.getParent());
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
        out.writeUTF(version());
        WordTrieBuilder.build(words()).write(out);
      }
    }
  }

  /** The trie in the jar. */
  static WordTrie load() {
    try (InputStream stored =
            Objects.requireNonNull(WordTrieFile.class.getResourceAsStream(NAME), NAME);
        DataInputStream in = new DataInputStream(new BufferedInputStream(stored))) {
      String builtFor = in.readUTF();
      if (!builtFor.equals(version())) {
        throw new IllegalStateException(
            "%s is of Lucene %s, not %s: build again".formatted(NAME, builtFor, version()));
      }
      return WordTrie.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCurrent(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return in.readUTF().equals(version());
    }
  }

  /** What the file is made of and how. */
  private static String version() {
    return Version.LATEST + ", format 1";
  }

  /** The words of Lucene's dictionary, in ascending order. */
  static List<String> words() throws IOException {
    List<String> words = new ArrayList<>();
    try (InputStream stored =
        new BufferedInputStream(
            Objects.requireNonNull(
                TokenInfoDictionary.class.getResourceAsStream("TokenInfoDictionary$fst.dat")))) {
      InputStreamDataInput in = new InputStreamDataInput(stored);
      FST<Long> fst = new FST<>(FST.readMetadata(in, PositiveIntOutputs.getSingleton()), in);
      IntsRefFSTEnum<Long> all = new IntsRefFSTEnum<>(fst);
      for (var next = all.next(); next != null; next = all.next()) {
        if (next.output != words.size()) {
          throw new IllegalStateException("the dictionary's words are not numbered in order");
        }
        words.add(text(next.input));
      }
    }
    return words;
  }

  private static String text(IntsRef characters) {
    return new String(characters.ints, characters.offset, characters.length);
  }
}
