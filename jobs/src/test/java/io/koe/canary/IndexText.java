package io.koe.canary;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** All terms and stored fields of a Lucene index. */
final class IndexText {
  private IndexText() {}

  /** A line a term or document. */
  static String of(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        addTerms(leaf.reader(), text);
        for (int document = 0; document < leaf.reader().maxDoc(); document++) {
          text.append(leaf.reader().storedFields().document(document)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static void addTerms(LeafReader leaf, StringBuilder text) throws IOException {
    for (FieldInfo field : leaf.getFieldInfos()) {
      Terms terms = leaf.terms(field.name);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          text.append(term.utf8ToString()).append('\n');
        }
      }
    }
  }
}
