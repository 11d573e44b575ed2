package io.koe.night;

/**
 * One step of the night. Stages meet only in tables: a stage reads tables, writes tables, and knows
 * no other stage.
 */
public interface Stage {
  /** The stage's word: its package, its folder in {@code sql/}, its name on the command line. */
  String name();

  /** Computes this stage's tables for the night. Throws KoeException for what a user can fix. */
  void run(RunTables tables, Night night);
}
