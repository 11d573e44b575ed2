package io.koe.topics;

import io.koe.text.Segment;
import io.koe.text.Segments;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Pieces of text that aren't their customers' own words: the names of a form's fields, and
 * sentences a form, an app or a letter puts before what people write.
 *
 * <p>They are found by how many distinct customers use them: one in 200, at least 10. A sentence
 * must also stand beside something else in half of its inquiries: what many people ask alone is a
 * question.
 */
final class Templates implements Serializable {
  /** No template. */
  static final Templates NONE = new Templates(new long[0]);

  private static final long serialVersionUID = 1;
  private static final int FEWEST_USERS = 10;
  private static final double SHARE_OF_USERS = 0.005;

  private final long[] fingerprints;

  /** Templates by their fingerprints, in any order. */
  Templates(long[] fingerprints) {
    this.fingerprints = Arrays.stream(fingerprints).sorted().distinct().toArray();
  }

  /**
   * What is said in the same words, and by how many.
   *
   * @param fingerprint of a template
   * @param example the first inquiry that says it
   */
  record Use(long fingerprint, int users, int inquiries, SampledInquiry example) {}

  /** Of a sample, the most used first. */
  static List<Use> in(List<SampledInquiry> sample) {
    Map<Long, List<SampledInquiry>> having = new TreeMap<>();
    for (SampledInquiry inquiry : sample) {
      inquiry.segments().stream()
          .map(TermSegment::fingerprint)
          .filter(print -> print != 0)
          .distinct()
          .forEach(print -> having.computeIfAbsent(print, p -> new ArrayList<>()).add(inquiry));
    }
    double fewest = Math.max(FEWEST_USERS, SHARE_OF_USERS * users(sample));
    List<Use> found = new ArrayList<>();
    having.forEach(
        (print, inquiries) -> {
          int users = inquiries.size() < fewest ? 0 : users(inquiries);
          if (users >= fewest && (Segment.isField(print) || standsBeside(print, inquiries))) {
            found.add(new Use(print, users, inquiries.size(), first(inquiries)));
          }
        });
    found.sort(Comparator.comparingInt((Use u) -> -u.users()).thenComparing(Use::fingerprint));
    return found;
  }

  private static SampledInquiry first(List<SampledInquiry> inquiries) {
    return inquiries.stream().min(Comparator.comparing(SampledInquiry::inquiryId)).orElseThrow();
  }

  /** Number of distinct customers. */
  static int users(List<SampledInquiry> inquiries) {
    return (int) inquiries.stream().map(SampledInquiry::userId).distinct().count();
  }

  private static boolean standsBeside(long print, List<SampledInquiry> inquiries) {
    long beside =
        inquiries.stream()
            .filter(
                i ->
                    i.segments().stream()
                        .anyMatch(
                            s -> s.fingerprint() != print && !Segment.isField(s.fingerprint())))
            .count();
    return 2 * beside >= inquiries.size();
  }

  static Templates of(List<Use> uses) {
    return new Templates(uses.stream().mapToLong(Use::fingerprint).toArray());
  }

  long[] fingerprints() {
    return fingerprints.clone();
  }

  /** Without templates; a text of nothing else keeps its sentences. */
  List<TermSegment> own(List<TermSegment> segments) {
    return own(segments, TermSegment::fingerprint);
  }

  /** The same for a text; its pieces stand on lines of their own when any is left out. */
  String own(String text) {
    if (fingerprints.length == 0) {
      return text;
    }
    List<Segment> all = Segments.of(text);
    List<Segment> own = own(all, Segment::fingerprint);
    return own.size() == all.size()
        ? text
        : own.stream().map(Segment::text).collect(Collectors.joining("\n"));
  }

  private <T> List<T> own(List<T> pieces, ToLongFunction<T> print) {
    if (fingerprints.length == 0) {
      return pieces;
    }
    List<T> own = pieces.stream().filter(p -> !isTemplate(print.applyAsLong(p))).toList();
    return own.isEmpty()
        ? pieces.stream().filter(p -> !Segment.isField(print.applyAsLong(p))).toList()
        : own;
  }

  private boolean isTemplate(long print) {
    return print != 0 && Arrays.binarySearch(fingerprints, print) >= 0;
  }
}
