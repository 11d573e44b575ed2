package io.koe.topics;

import java.util.Arrays;

/** How much each term says about what a text is about. */
final class TermWeights {
  /** Verbs and adjectives say less than nouns: する, 教える and 良い go with anything. */
  private static final double OF_INFLECTED = 0.5;

  /** Documents of the corpus's own mixture that each term is thought to have had before. */
  private static final double PRIOR_DOCUMENTS = 5;

  private TermWeights() {}

  /** Before anything is known of topics: idf · √peculiarity, half of it for inflected words. */
  static double[] plain(CountedDocuments documents, TermCompany company) {
    double[] weights = new double[documents.vocabulary()];
    Arrays.setAll(
        weights,
        term ->
            idf(documents, term)
                * Math.sqrt(company.peculiarity()[term])
                * (isInflected(documents.terms[term]) ? OF_INFLECTED : 1));
    return weights;
  }

  /**
   * From a clustering: √idf · the Kullback–Leibler divergence of the term's clusters from those of
   * all documents, so that the next clustering hears the terms that tell clusters apart (the idea
   * of discriminative clustering, Ding and Li 2007).
   *
   * @param clusterOf cluster of each document; −1 = in none
   */
  static double[] telling(CountedDocuments documents, int[] clusterOf, int clusters) {
    double[] shares = new double[clusters];
    Arrays.stream(clusterOf).filter(c -> c >= 0).forEach(c -> shares[c]++);
    double clustered = Arrays.stream(shares).sum();
    for (int c = 0; c < clusters; c++) {
      shares[c] = (shares[c] + 0.5) / (clustered + 0.5 * clusters);
    }
    int[][] documentsOfTerms = documents.documentsOfTerms();
    double[] weights = new double[documents.vocabulary()];
    Rows.each(
        weights.length,
        term ->
            weights[term] =
                Math.sqrt(idf(documents, term))
                    * divergence(documentsOfTerms[term], clusterOf, shares));
    return weights;
  }

  private static double idf(CountedDocuments documents, int term) {
    return Math.log((1.0 + documents.size()) / documents.documentFrequency[term]);
  }

  private static double divergence(int[] having, int[] clusterOf, double[] shares) {
    double[] counts = new double[shares.length];
    double all = PRIOR_DOCUMENTS;
    for (int document : having) {
      if (clusterOf[document] >= 0) {
        counts[clusterOf[document]]++;
        all++;
      }
    }
    double sum = 0;
    for (int c = 0; c < shares.length; c++) {
      double share = (counts[c] + PRIOR_DOCUMENTS * shares[c]) / all;
      sum += share * Math.log(share / shares[c]);
    }
    return Math.max(sum, 1e-3);
  }

  /** Base forms of verbs and adjectives end in hiragana, which few nouns in use do. */
  private static boolean isInflected(String term) {
    char last = term.charAt(term.length() - 1);
    return term.length() > 1 && last >= 'ぁ' && last <= 'ん';
  }
}
