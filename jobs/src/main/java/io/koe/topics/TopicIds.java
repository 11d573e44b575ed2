package io.koe.topics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ids of new topics and themes: {@code t} or {@code h} and 10 base-32 characters of a hash of the
 * night and the terms.
 */
final class TopicIds {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private final char first;
  private final LocalDate date;
  private final Set<String> taken = new HashSet<>();

  TopicIds(Optional<TopicModel> previous, LocalDate date) {
    this('t', date);
    previous.ifPresent(p -> p.topics().forEach(topic -> taken.add(topic.id())));
  }

  private TopicIds(char first, LocalDate date) {
    this.first = first;
    this.date = date;
  }

  /** Ids of new themes. */
  static TopicIds ofThemes(Optional<TopicModel> previous, LocalDate date) {
    TopicIds ids = new TopicIds('h', date);
    previous.ifPresent(p -> p.topics().forEach(t -> ids.taken.add(t.place().theme().id())));
    return ids;
  }

  /** The id of a theme an analyst names. */
  static String themeNamed(String name) {
    return new TopicIds('h', LocalDate.EPOCH).hash("theme " + name);
  }

  String newId(List<TopicTerm> terms) {
    String name = date + " " + String.join(" ", terms.stream().map(TopicTerm::term).toList());
    String id = hash(name);
    for (int again = 1; !taken.add(id); again++) {
      id = hash(name + " " + again);
    }
    return id;
  }

  private String hash(String name) {
    byte[] digest = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
    StringBuilder id = new StringBuilder().append(first);
    for (int i = 0; i < 10; i++) {
      id.append(ALPHABET.charAt(digest[i] & 31));
    }
    return id.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
