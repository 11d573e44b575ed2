package io.koe.cli;

import io.koe.sql.Analysis;
import io.koe.sql.ColumnUnit;
import io.koe.sql.Place;
import io.koe.sql.TableCatalog;
import io.koe.sql.TableColumn;
import io.koe.sql.TableModel;
import java.util.stream.Collectors;

/** {@code sql/CATALOG.md}: every published table and every saved question, in Markdown. */
final class CatalogPage {
  private static final String HEAD =
      """
      # Tables and questions

      Written by `jobs/bin/koe catalog --format markdown > sql/CATALOG.md`; a test fails when it is stale. Units follow
      from names: what is a share lies between 0 and 1, days are Japan's. *By metric* means that `definitions` says it.
      `koe catalog --lineage TABLE[.COLUMN]` says where a column comes from.

      """;

  private CatalogPage() {}

  static String of(TableCatalog catalog) {
    return HEAD
        + questions()
        + place(catalog, Place.SHARED, "Shared tables: safe to hand around | 共有テーブル")
        + place(catalog, Place.RESTRICTED, "Restricted tables: masked rows | 閲覧を限るテーブル");
  }

  private static String questions() {
    return "## Saved questions | 保存済みの問い\n\n`koe query --warehouse WH --saved NAME`;"
        + " the same text runs on Spark SQL.\n\n| name | question | 問い | tables |\n|---|---|---|---|\n"
        + Analysis.all().stream()
            .map(
                a ->
                    "| [`%s`](analysis/%s.sql) | %s | %s | %s |\n"
                        .formatted(
                            a.name(),
                            a.name(),
                            a.english(),
                            a.japanese(),
                            String.join(", ", a.tables())))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String place(TableCatalog catalog, Place place, String title) {
    return "## "
        + title
        + "\n\n"
        + catalog.tables().stream()
            .filter(t -> t.place() == place)
            .map(CatalogPage::table)
            .collect(Collectors.joining());
  }

  private static String table(TableModel table) {
    return "### "
        + table.name()
        + "\n\nGrain: "
        + table.grain()
        + ". File: [`"
        + table.fileName()
        + "`]("
        + table.fileName()
        + ")."
        + table.partitionColumn().map(c -> " Folders: `" + c + "`.").orElse("")
        + "\n\n"
        + table.questions().stream().map(q -> "- " + q + "\n").collect(Collectors.joining())
        + (table.questions().isEmpty() ? "" : "\n")
        + "| column | unit | meaning | 意味 |\n|---|---|---|---|\n"
        + TableColumn.of(table).stream().map(CatalogPage::row).collect(Collectors.joining())
        + "\n";
  }

  private static String row(TableColumn column) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            column.name(), ColumnUnit.of(column), cell(column.english()), cell(column.japanese()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
