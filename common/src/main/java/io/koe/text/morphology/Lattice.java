package io.koe.text.morphology;

import java.util.Arrays;

/**
 * All ways to cut a text, and the cheapest of them (Viterbi 1967). A node is a word at a place;
 * nodes are numbered as they are added, from the beginning of the text on. Of ways that cost the
 * same, the one over the node added first wins, as in Lucene.
 */
final class Lattice {
  /** No node. */
  static final int NONE = -1;

  private final Connections connections;

  /** By node. */
  private int[] cost = new int[1024];

  private int[] context = new int[1024];
  private int[] word = new int[1024];
  private int[] start = new int[1024];
  private int[] before = new int[1024];
  private int[] sibling = new int[1024];
  private int nodes;

  /** By place in the text, the first and last of the nodes that end there. */
  private int[] first = {};

  private int[] last = {};

  /** The nodes that end at the place where words begin now. */
  private int place;

  private int[] arrived = new int[64];
  private int[] arrivedCost = new int[64];
  private int[] arrivedContext = new int[64];
  private int arrivals;

  /** By context, what has been found for a word of that context at that arrival. */
  private final int[] foundAt;

  private final int[] foundCost;
  private final int[] foundNode;
  private int arrival;

  Lattice(Connections connections) {
    this.connections = connections;
    foundAt = new int[connections.size()];
    foundCost = new int[connections.size()];
    foundNode = new int[connections.size()];
  }

  /** Begins a text: nothing but its beginning, which ends at 0. */
  void begin(int length) {
    if (first.length <= length) {
      first = new int[length + 1];
      last = new int[length + 1];
    }
    Arrays.fill(first, 0, length + 1, NONE);
    Arrays.fill(foundAt, 0);
    arrival = 0;
    nodes = 0;
    append(0, NONE, connections.context(0), 0, NONE);
  }

  /** Goes to a place to add words that begin there; false when no word ends there. */
  boolean arrive(int at) {
    arrivals = 0;
    for (int node = first[at]; node != NONE; node = sibling[node]) {
      if (arrivals == arrived.length) {
        growArrivals();
      }
      arrived[arrivals] = node;
      arrivedCost[arrivals] = cost[node];
      arrivedContext[arrivals++] = context[node];
    }
    place = at;
    arrival++;
    return arrivals > 0;
  }

  /** Adds a word that begins at the place and goes on from the cheapest way there. */
  void add(int end, int addedWord, int addedContext, int addedCost) {
    if (foundAt[addedContext] != arrival) {
      find(addedContext);
    }
    append(
        end, addedWord, addedContext, foundCost[addedContext] + addedCost, foundNode[addedContext]);
  }

  /** The last node of the cheapest way to an end. */
  int end(int length) {
    arrive(length);
    int end = connections.context(0);
    find(end);
    return foundNode[end];
  }

  /** The node before, or {@link #NONE}, which is before the text's beginning. */
  int before(int node) {
    return before[node];
  }

  int word(int node) {
    return word[node];
  }

  int start(int node) {
    return start[node];
  }

  private void find(int next) {
    short[] costs = connections.costs();
    int row = connections.row(next);
    int least = Integer.MAX_VALUE;
    int from = NONE;
    for (int i = 0; i < arrivals; i++) {
      int way = arrivedCost[i] + costs[row + arrivedContext[i]];
      if (way < least) {
        least = way;
        from = i;
      }
    }
    foundAt[next] = arrival;
    foundCost[next] = least;
    foundNode[next] = arrived[from];
  }

  private void append(int end, int addedWord, int addedContext, int addedCost, int beforeIt) {
    if (nodes == cost.length) {
      growNodes();
    }
    cost[nodes] = addedCost;
    context[nodes] = addedContext;
    word[nodes] = addedWord;
    start[nodes] = place;
    before[nodes] = beforeIt;
    sibling[nodes] = NONE;
    if (first[end] == NONE) {
      first[end] = nodes;
    } else {
      sibling[last[end]] = nodes;
    }
    last[end] = nodes++;
  }

  private void growNodes() {
    int size = 2 * nodes;
    cost = Arrays.copyOf(cost, size);
    context = Arrays.copyOf(context, size);
    word = Arrays.copyOf(word, size);
    start = Arrays.copyOf(start, size);
    before = Arrays.copyOf(before, size);
    sibling = Arrays.copyOf(sibling, size);
  }

  private void growArrivals() {
    int size = 2 * arrivals;
    arrived = Arrays.copyOf(arrived, size);
    arrivedCost = Arrays.copyOf(arrivedCost, size);
    arrivedContext = Arrays.copyOf(arrivedContext, size);
  }
}
