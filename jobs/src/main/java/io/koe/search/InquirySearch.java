package io.koe.search;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.IndexFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Past inquiries about something, the most telling first: BM25 (S. Robertson, H. Zaragoza,
 * Foundations and Trends in Information Retrieval 3 (2009) 333-389; k1 = 1.2, b = 0.75) over the
 * days of arrival that can hold what is asked. Topic, state and text are those of the same
 * snapshot.
 */
public final class InquirySearch {
  private static final Sort BEST_FIRST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(DayIndex.CREATED, SortField.Type.LONG, true),
          new SortField(DayIndex.INQUIRY, SortField.Type.STRING));

  /** Rows looked at beyond the asked for, as a few are of old versions or spam. */
  private static final int SPARE = 5;

  private final Path snapshot;
  private final SearchRequest request;
  private final WordQuery words;

  private InquirySearch(Path snapshot, SearchRequest request) {
    this.snapshot = snapshot;
    this.request = request;
    this.words = new WordQuery(request.text());
  }

  /**
   * Searches a snapshot.
   *
   * @param snapshot its folder, not the link {@code current}
   * @throws KoeException with {@code INPUT_MISSING} when it has no index, with {@code USAGE} when
   *     there is no word to look for or no such topic
   */
  public static SearchAnswer search(Path snapshot, SearchRequest request) {
    // The tables' engine and the dictionary both take long to start: one beside the other.
    CompletableFuture<HitDetails> details =
        CompletableFuture.supplyAsync(() -> new HitDetails(snapshot));
    try {
      return new InquirySearch(snapshot, request).answer(details);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      details.join().close();
    }
  }

  private SearchAnswer answer(CompletableFuture<HitDetails> details) throws IOException {
    try (IndexReader days = open()) {
      IndexSearcher searcher = new IndexSearcher(days);
      Query query = query(details);
      return new SearchAnswer(hits(searcher, query, details), searcher.count(query));
    }
  }

  /** What arrived before {@code since} was not opened later. */
  private IndexReader open() throws IOException {
    Map<IndexSpan, Path> indexes = IndexSpan.in(IndexFolder.of(snapshot));
    if (indexes.isEmpty()) {
      throw new KoeException(
          ExitCode.INPUT_MISSING,
          "the newest night has no search index: an older version of Koe published it",
          snapshot.toString(),
          "run the next night, or the newest again with koe run --force: all days are indexed then");
    }
    List<IndexReader> readers = new ArrayList<>();
    LocalDate since = request.since().orElse(LocalDate.MIN);
    for (Map.Entry<IndexSpan, Path> index : indexes.entrySet()) {
      if (!index.getKey().last().isBefore(since)) {
        readers.add(DirectoryReader.open(IndexDirectory.open(index.getValue())));
      }
    }
    return new MultiReader(readers.toArray(IndexReader[]::new));
  }

  private Query query(CompletableFuture<HitDetails> details) {
    BooleanQuery.Builder query = words.query();
    request
        .since()
        .ifPresent(
            day ->
                query.add(
                    LongPoint.newRangeQuery(DayIndex.CREATED, day.toEpochDay(), Long.MAX_VALUE),
                    Occur.FILTER));
    request
        .topic()
        .ifPresent(topic -> query.add(inquiries(details.join().ofTopic(topic)), Occur.FILTER));
    return query.build();
  }

  private static Query inquiries(Set<String> ids) {
    return ids.isEmpty()
        ? new MatchNoDocsQuery("no inquiry has the topic")
        : new TermInSetQuery(DayIndex.INQUIRY, ids.stream().map(BytesRef::new).toList());
  }

  /** As many as asked for that are the newest version of an inquiry and no spam. */
  private List<SearchHit> hits(
      IndexSearcher searcher, Query query, CompletableFuture<HitDetails> details)
      throws IOException {
    Snippet snippet = new Snippet(words.terms());
    List<SearchHit> hits = new ArrayList<>();
    ScoreDoc last = null;
    while (hits.size() < request.limit()) {
      ScoreDoc[] page =
          searcher.searchAfter(last, query, request.limit() + SPARE, BEST_FIRST, true).scoreDocs;
      if (page.length == 0) {
        break;
      }
      last = page[page.length - 1];
      hits.addAll(details.join().of(found(searcher, page), snippet));
    }
    return hits.subList(0, Math.min(hits.size(), request.limit()));
  }

  private static List<FoundRow> found(IndexSearcher searcher, ScoreDoc[] page) throws IOException {
    List<FoundRow> rows = new ArrayList<>();
    for (ScoreDoc each : page) {
      Document document = searcher.storedFields().document(each.doc);
      rows.add(
          new FoundRow(
              (Float) ((FieldDoc) each).fields[0],
              document.get(DayIndex.INQUIRY),
              day(document, DayIndex.ARRIVAL),
              day(document, DayIndex.CREATED)));
    }
    return rows;
  }

  private static LocalDate day(Document document, String field) {
    return LocalDate.ofEpochDay(document.getField(field).numericValue().longValue());
  }
}
