package io.koe.report;

import io.koe.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What the page carries inside itself, and the policy that lets a browser run just that.
 *
 * @param style the style sheet
 * @param library the charts library
 * @param script what draws the charts
 */
record PageAssets(String style, String library, String script) {
  private static final String LIBRARY =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

  static PageAssets load() {
    return new PageAssets(
        ReportQueries.resource("page.css"), echarts(), ReportQueries.resource("charts.js"));
  }

  /** Content-Security-Policy: the blocks by their hash, no request to anywhere. */
  String policy() {
    return "default-src 'none'; script-src '%s' '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(hash(library), hash(script), hash(style));
  }

  private static String echarts() {
    try (InputStream stream = PageAssets.class.getResourceAsStream(LIBRARY)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      // A browser hashes the text after turning CR LF into LF.
      return text.replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
  }
}
