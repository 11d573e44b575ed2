package io.koe.topics.taxonomy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition on the terms of an inquiry, as a coding rule of KH Coder (Higuchi 2016): terms are in
 * base form, in order of appearance.
 */
public sealed interface CodingRule extends Serializable {
  /** Whether it holds. */
  boolean holds(List<String> terms);

  /** The terms that speak for it, those under a {@code not} left out. */
  default Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    addWords(words);
    return words;
  }

  /** Adds the terms that speak for it. */
  void addWords(Set<String> words);

  /** A term occurs. */
  record Word(String term) implements CodingRule {
    @Override
    public boolean holds(List<String> terms) {
      return terms.contains(term);
    }

    @Override
    public void addWords(Set<String> words) {
      words.add(term);
    }
  }

  /**
   * Terms occur in this order, each at most two terms after the one before: a compound stands after
   * its parts.
   */
  record Sequence(List<String> sequence) implements CodingRule {
    private static final int STEP = 2;

    public Sequence {
      sequence = List.copyOf(sequence);
    }

    @Override
    public boolean holds(List<String> terms) {
      for (int start = 0; start < terms.size(); start++) {
        if (terms.get(start).equals(sequence.get(0)) && goesOn(terms, start, 1)) {
          return true;
        }
      }
      return false;
    }

    private boolean goesOn(List<String> terms, int last, int next) {
      if (next == sequence.size()) {
        return true;
      }
      for (int at = last + 1; at <= Math.min(terms.size() - 1, last + STEP); at++) {
        if (terms.get(at).equals(sequence.get(next)) && goesOn(terms, at, next + 1)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void addWords(Set<String> words) {
      words.addAll(sequence);
    }
  }

  /** All terms occur within so many terms of the first of them, in any order. */
  record Near(List<String> all, int distance) implements CodingRule {
    public Near {
      all = List.copyOf(all);
    }

    @Override
    public boolean holds(List<String> terms) {
      for (int start = 0; start < terms.size(); start++) {
        int end = Math.min(terms.size(), start + distance + 1);
        if (all.contains(terms.get(start)) && terms.subList(start, end).containsAll(all)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void addWords(Set<String> words) {
      words.addAll(all);
    }
  }

  /** A rule does not hold. */
  record Not(CodingRule rule) implements CodingRule {
    @Override
    public boolean holds(List<String> terms) {
      return !rule.holds(terms);
    }

    @Override
    public void addWords(Set<String> words) {}
  }

  /** All rules hold. */
  record And(List<CodingRule> rules) implements CodingRule {
    public And {
      rules = new ArrayList<>(rules);
    }

    @Override
    public boolean holds(List<String> terms) {
      return rules.stream().allMatch(rule -> rule.holds(terms));
    }

    @Override
    public void addWords(Set<String> words) {
      rules.forEach(rule -> rule.addWords(words));
    }
  }

  /** Any rule holds. */
  record Or(List<CodingRule> rules) implements CodingRule {
    public Or {
      rules = new ArrayList<>(rules);
    }

    @Override
    public boolean holds(List<String> terms) {
      return rules.stream().anyMatch(rule -> rule.holds(terms));
    }

    @Override
    public void addWords(Set<String> words) {
      rules.forEach(rule -> rule.addWords(words));
    }
  }
}
