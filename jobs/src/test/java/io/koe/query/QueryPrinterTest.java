package io.koe.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.koe.error.KoeException;
import io.koe.store.Warehouse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryPrinterTest {
  @TempDir static Path root;
  private static PinnedTables tables;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

  @BeforeAll
  static void publish() throws Exception {
    TestNights.publish(Warehouse.open(root), 1);
    tables = PinnedTables.open(root.resolve("current"));
  }

  @AfterAll
  static void close() {
    tables.close();
  }

  private String print(QueryFormat format, String sql) {
    new QueryPrinter(
            format, new PrintStream(out, true, UTF_8), new PrintStream(notes, true, UTF_8), 2)
        .print(tables, sql);
    return out.toString(UTF_8);
  }

  @Test
  void jsonKeepsNumbersAndTellsTimesInIso() {
    assertEquals(
        """
        [
        {"d":"2026-04-01","t":"2026-04-01T09:00:00+09:00","l":"2026-04-01T09:00:00","n":1.50,\
        "x":0.25,"nan":null,"h":170141183460469231731687303715884105727,"b":true,"z":null,\
        "s":"売上\\"金\\"","a":[1,null],"m":{"k":2}}
        ]
        """,
        print(
            QueryFormat.JSON,
            "select date '2026-04-01' d, timestamptz '2026-04-01 00:00:00+00' t,"
                + " timestamp '2026-04-01 09:00:00' l, 1.5::decimal(9,2) n, 0.25::double x,"
                + " 'nan'::double nan, 170141183460469231731687303715884105727::hugeint h,"
                + " true b, null z, '売上\"金\"' s, [1, null] a, {'k': 2} m"));
  }

  @Test
  void jsonOfNoRowsIsAnEmptyArrayAndNamesStayApart() {
    assertEquals("[]\n", print(QueryFormat.JSON, "select 1 where false"));
    out.reset();
    assertEquals(
        "[\n{\"a\":1,\"a_2\":2},\n{\"a\":1,\"a_2\":2}\n]\n",
        print(QueryFormat.JSON, "select 1 a, 2 a union all select 1, 2"));
  }

  @Test
  void csvIsRfc4180AndNoTextRunsAsAFormula() {
    assertEquals(
        "'=f,n,q,e\r\n"
            + "'=1+1,-5.0,\"a,\"\"b\"\"\",\r\n"
            + "' ＠x,0.5,\"x\ny\",\r\n"
            + "'\tx,1.0E20,'-,\r\n",
        print(
            QueryFormat.CSV,
            "select * from (values ('=1+1', -5::double, 'a,\"b\"', null),"
                + " (' ＠x', 0.5, 'x\ny', null), ('\tx', 1e20, '-', null)) v(\"=f\", n, q, e)"));
  }

  @Test
  void aTableIsAlignedByWidthAndSaysWhatItLeavesOut() {
    assertEquals(
        """
        topic         n
        --------  -----
        本人確認  12000
        ﾎﾟｲﾝﾄ       0.5
        """,
        print(
            QueryFormat.TABLE,
            "select * from (values ('本人確認', 12000::double), ('ﾎﾟｲﾝﾄ', 0.5), ('x', 1)) v(topic, n)"));
    assertEquals("2 of 3 rows shown; --format csv or json prints all.\n", notes.toString(UTF_8));
  }

  @Test
  void terminalControlsInATextAreBlanks() {
    assertEquals("s\n------\n [31mx\n", print(QueryFormat.TABLE, "select chr(27) || '[31mx' s"));
  }

  @Test
  void aFailingQueryPrintsNothing() {
    assertThrows(
        KoeException.class, () -> print(QueryFormat.JSON, "select cast('x' as int) from range(9)"));
    assertEquals("", out.toString(UTF_8));
  }
}
