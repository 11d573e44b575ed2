package io.koe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {
  private static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyz";

  @TempDir Path folder;

  @Test
  void aPseudonymIsStableAndDiffersByDomainAndKey() throws IOException {
    Pseudonymizer one = PseudonymKey.load(key("a", SECRET, "r--------")).pseudonymizer();
    Pseudonymizer other = PseudonymKey.load(key("b", SECRET + "!", "rw-------")).pseudonymizer();
    assertEquals(one.user("u1"), one.user("u1"));
    assertTrue(one.user("u1").matches("[a-z2-7]{26}"));
    assertNotEquals(one.user("u1"), one.agent("u1"));
    assertNotEquals(one.user("u1"), one.item("u1"));
    assertNotEquals(one.user("u1"), other.user("u1"));
    assertNull(one.user(null));
  }

  @Test
  void aPseudonymIsBase32OfTheKeyedHash() throws IOException {
    Pseudonymizer pseudonymizer = PseudonymKey.load(key("a", SECRET, "r--------")).pseudonymizer();
    assertEquals("3ecjuch7edtlmuu4kr7nwgm4jr", pseudonymizer.user("u1"));
  }

  @Test
  void anItemIdIsMaskedWithItsPseudonym() throws IOException {
    Pseudonymizer pseudonymizer = PseudonymKey.load(key("a", SECRET, "r--------")).pseudonymizer();
    PiiMasker masker = new PiiMasker(pseudonymizer);
    String masked = masker.mask("商品Ｍ12345678901が届かない");
    assertEquals("商品<ITEM:" + pseudonymizer.item("m12345678901") + ">が届かない", masked);
    assertEquals(masked, masker.mask(masked));
  }

  @Test
  void aUserIdIsMaskedWithThePseudonymOfItsRows() throws IOException {
    Pseudonymizer pseudonymizer = PseudonymKey.load(key("a", SECRET, "r--------")).pseudonymizer();
    PiiMasker masker = new PiiMasker(pseudonymizer);
    String tag = "<USER:" + pseudonymizer.user("u102347") + ">";
    assertEquals("ユーザーIDは" + tag + "です", masker.mask("ユーザーIDはＵ１０２３４７です"));
    assertEquals(tag + "に騙された", masker.mask("u102347に騙された"));
    String digits = "<USER:" + pseudonymizer.user("123456789") + ">";
    assertEquals("会員番号 " + digits, masker.mask("会員番号 123 456 789"));
    String profile = "https://jp.example.com/" + digits;
    assertEquals(profile, masker.mask("https://jp.example.com/user/profile/123456789"));
    assertEquals(profile, masker.mask(profile));
  }

  @Test
  void anUnusableKeyIsRefusedWithoutTellingIt() throws IOException {
    refused(folder.resolve("missing"));
    refused(key("short", SECRET.substring(0, 31), "r--------"));
    refused(key("same", "x".repeat(64), "r--------"));
    refused(key("group", SECRET, "r--r-----"));
    refused(key("world", SECRET, "r-----r--"));
  }

  @Test
  void aProcessReadsAKeyOnce() throws IOException {
    Path path = key("a", SECRET, "r--------");
    assertSame(PseudonymKey.cached(path), PseudonymKey.cached(path));
    assertEquals(PseudonymKey.load(path).keyId(), PseudonymKey.cached(path).keyId());
    assertEquals(8, PseudonymKey.load(path).keyId().length());
  }

  private static void refused(Path path) {
    KoeException e = assertThrows(KoeException.class, () -> PseudonymKey.load(path));
    assertEquals(ExitCode.CONFIGURATION, e.exitCode());
    assertEquals(path.toString(), e.where());
    assertFalse((e.getMessage() + e.fix()).contains("0123456"));
  }

  private Path key(String name, String content, String permissions) throws IOException {
    Path path = folder.resolve(name);
    Files.write(path, content.getBytes(StandardCharsets.US_ASCII));
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
