package io.koe.text.morphology;

import java.util.Arrays;
import org.apache.lucene.analysis.ja.dict.UserDictionary;

/**
 * The words Lucene's Kuromoji finds in NORMAL mode, word for word, in about half its time: the same
 * search over the same dictionaries, laid out flat.
 *
 * <p>A text of more than {@value #LONGEST} characters goes to Lucene itself, which may cut the
 * search short there.
 */
public final class ViterbiReader implements WordReader {
  /** Lucene's {@code MAX_BACKTRACE_GAP}: as far as it looks back whatever the text. */
  static final int LONGEST = 1024;

  private final Lexicon lexicon = Lexicon.get();
  private final Entries known = lexicon.known;
  private final Entries unknown = lexicon.unknown;
  private final Lattice lattice = new Lattice(lexicon.connections);
  private final int userContext = lexicon.connections.context(UserDictionary.LEFT_ID);
  private final UserWords user;
  private final char[] text = new char[LONGEST];
  private int length;
  private int[] path = new int[64];
  private LuceneReader lucene;

  /** Keeps the given words whole. */
  public ViterbiReader(UserWords user) {
    this.user = user;
  }

  @Override
  public void read(String read, Sink each) {
    length = read.length();
    if (length > LONGEST) {
      lucene().read(read, each);
    } else if (length > 0) {
      read.getChars(0, length, text, 0);
      fill();
      emit(read, each);
    }
  }

  private LuceneReader lucene() {
    if (lucene == null) {
      lucene = new LuceneReader(user);
    }
    return lucene;
  }

  private void fill() {
    lattice.begin(length);
    int unknownEnd = 0;
    for (int at = 0; at < length; at++) {
      if (lattice.arrive(at)) {
        boolean isKnown = addUser(at) || addKnown(at);
        if (unknownEnd <= at && (!isKnown || Characters.isInvoke(text[at]))) {
          unknownEnd = addUnknown(at);
        }
      }
    }
  }

  private boolean addUser(int at) {
    WordTrie trie = user.trie();
    boolean any = false;
    long node = WordTrie.ROOT;
    for (int end = at; end < length; ) {
      node = trie.step(node, text[end++]);
      if (node == 0) {
        break;
      }
      int entry = WordTrie.value(node);
      if (entry >= 0) {
        int word = known.size() + unknown.size() + entry;
        lattice.add(end, word, userContext, UserDictionary.WORD_COST);
        any = true;
      }
    }
    return any;
  }

  private boolean addKnown(int at) {
    WordTrie trie = lexicon.trie;
    boolean any = false;
    long node = WordTrie.ROOT;
    for (int end = at; end < length; ) {
      node = trie.step(node, text[end++]);
      if (node == 0) {
        break;
      }
      int source = WordTrie.value(node);
      if (source >= 0) {
        for (int word = known.first(source); word < known.first(source + 1); word++) {
          lattice.add(end, word, known.context(word), known.cost(word));
        }
        any = true;
      }
    }
    return any;
  }

  private int addUnknown(int at) {
    int source = Characters.classOf(text[at]);
    int end = Characters.unknownEnd(text, at, length);
    for (int word = unknown.first(source); word < unknown.first(source + 1); word++) {
      lattice.add(end, known.size() + word, unknown.context(word), unknown.cost(word));
    }
    return end;
  }

  private void emit(String read, Sink each) {
    int words = 0;
    for (int node = lattice.end(length);
        lattice.before(node) != Lattice.NONE;
        node = lattice.before(node)) {
      if (words == path.length) {
        path = Arrays.copyOf(path, 2 * words);
      }
      path[words++] = node;
    }
    for (int i = words - 1; i >= 0; i--) {
      int end = i == 0 ? length : lattice.start(path[i - 1]);
      emit(lattice.word(path[i]), read, lattice.start(path[i]), end, each);
    }
  }

  private void emit(int word, String read, int start, int end, Sink each) {
    int unknownWord = word - known.size();
    int entry = unknownWord - unknown.size();
    if (unknownWord < 0) {
      each.accept(lexicon.known(word, read, start, end), start, end);
    } else if (entry < 0) {
      each.accept(unknown.word(unknownWord, read.substring(start, end)), start, end);
    } else {
      int from = start;
      for (Word segment : user.segments(entry)) {
        int to = from + segment.surface().length();
        each.accept(segment, from, to);
        from = to;
      }
    }
  }
}
