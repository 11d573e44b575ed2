package io.koe.topics;

/**
 * How well a number of topics explains texts it was not learnt from.
 *
 * @param logLikelihood mean log likelihood of a held-out term, in nats; higher is better
 */
public record TopicCountScore(int topics, double logLikelihood) {}
