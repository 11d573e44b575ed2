"""Content words of Japanese texts in their base form, by MeCab with IPADIC."""

import unicodedata

import MeCab

CONTENT = ("名詞", "動詞", "形容詞")
# Numbers, pronouns and words that mean nothing alone.
EMPTY = ("数", "代名詞", "非自立", "接尾")


def reader(dictionary):
    """A function from a text to its words."""
    tagger = MeCab.Tagger(f"-r /dev/null -d {dictionary}")

    def words(text):
        found = []
        for line in tagger.parse(unicodedata.normalize("NFKC", text).lower()).splitlines():
            surface, _, features = line.partition("\t")
            columns = features.split(",")
            if columns[0] in CONTENT and columns[1] not in EMPTY:
                base = columns[6] if len(columns) > 6 else "*"
                found.append(surface if base == "*" else base)
        return found

    return words
