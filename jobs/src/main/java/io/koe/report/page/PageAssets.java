package io.koe.report.page;

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
 * @param script what filters, sorts and switches the theme
 * @param library the charts library
 * @param charts what draws the charts
 */
public record PageAssets(String style, String script, String library, String charts) {
  private static final String LIBRARY =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

  public static PageAssets load() {
    return new PageAssets(text("page.css"), text("page.js"), text(LIBRARY), text("charts.js"));
  }

  /** Content-Security-Policy: the blocks by their hash, no request to anywhere. */
  public String policy() {
    return "default-src 'none'; script-src '%s' '%s' '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(hash(script), hash(library), hash(charts), hash(style));
  }

  /** A browser hashes the text after turning CR LF into LF. */
  private static String text(String resource) {
    try (InputStream stream = PageAssets.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
  }
}
