package io.koe.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up inquiries: each of a theme with words of its own, and words all themes share. */
final class Themes {
  static final List<List<String>> WORDS =
      List.of(
          List.of("匿名配送", "発送", "伝票番号", "追跡番号", "コンビニ", "梱包", "荷物"),
          List.of("本人確認", "書類", "免許証", "撮影", "審査", "生年月日", "本人確認書類"),
          List.of("返金", "キャンセル", "偽物", "返品", "鑑定", "不良品", "返金申請"),
          List.of("ログイン", "パスワード", "認証番号", "電話番号", "機種変更", "ログインできない"),
          List.of("ポイント", "還元", "キャンペーン", "付与", "抽選", "期限"),
          List.of("振込申請", "口座", "銀行", "売上金", "名義", "手数料"));

  /** A theme that the others do not share a word with. */
  static final List<String> NEWBORN = List.of("バーチャルカード", "海外", "ドル", "為替", "通貨");

  private static final List<String> SHARED = List.of("購入", "商品", "連絡", "アプリ", "確認");

  static final LocalDate DAY = LocalDate.parse("2026-09-20");

  private Themes() {}

  static TopicDocument document(String id, List<String> theme, Random random) {
    return document(id, DAY, theme, random);
  }

  static TopicDocument document(String id, LocalDate created, List<String> theme, Random random) {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < 5 + random.nextInt(4); i++) {
      terms.add(theme.get(random.nextInt(theme.size())));
      if (i % 3 == 0) {
        terms.add(SHARED.get(random.nextInt(SHARED.size())));
      }
    }
    return new TopicDocument(id, created, terms);
  }

  /** Documents of all themes in turn. */
  static List<TopicDocument> documents(int count, long seed) {
    Random random = new Random(seed);
    List<TopicDocument> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = String.format("q%04d", i);
      documents.add(document(id, WORDS.get(i % WORDS.size()), random));
    }
    return documents;
  }
}
