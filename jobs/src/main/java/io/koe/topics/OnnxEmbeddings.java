package io.koe.topics;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Sentence embeddings by a model in ONNX form, on the processor: a folder with {@code model.onnx}
 * (or {@code onnx/model.onnx}) and {@code tokenizer.json}, as the sentence-transformers library
 * exports them.
 *
 * <p>A model that gives a vector per token gives a text their mean (Reimers and Gurevych 2019); one
 * that gives a vector per text gives that. Texts are cut at 256 tokens. Known weaknesses: the
 * prefixes some models want before a text, such as {@code query:}, are not put, and pooling by the
 * first token alone is not known.
 *
 * <p>Nothing is downloaded. For use by one thread.
 */
public final class OnnxEmbeddings implements SentenceEmbeddings {
  private static final int BATCH = 32;
  private static final int LONGEST = 256;

  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
  private final OrtSession model;

  private OnnxEmbeddings(HuggingFaceTokenizer tokenizer, Path model) throws OrtException {
    this.tokenizer = tokenizer;
    this.model = runtime.createSession(model.toString(), new OrtSession.SessionOptions());
  }

  /**
   * Opens a model.
   *
   * @throws KoeException when a file is missing or no such model, or Koe was built without the
   *     libraries
   */
  public static OnnxEmbeddings open(Path folder) {
    Path flat = folder.resolve("model.onnx");
    Path model = Files.exists(flat) ? flat : folder.resolve("onnx").resolve("model.onnx");
    Path tokenizer = folder.resolve("tokenizer.json");
    for (Path file : List.of(model, tokenizer)) {
      if (!Files.isRegularFile(file)) {
        throw failure("a file of the embedding model is missing", file, null);
      }
    }
    // The tokenizers' library must ask nothing of the network.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    try {
      return new OnnxEmbeddings(tokenizer(tokenizer), model);
    } catch (IOException | OrtException e) {
      throw failure("the embedding model cannot be read", folder, e);
    } catch (NoClassDefFoundError e) {
      throw new KoeException(
          ExitCode.CONFIGURATION,
          "this build of Koe has no ONNX Runtime",
          "--embedding-model",
          "build it with mvn -Pembeddings -DskipTests package",
          e);
    }
  }

  private static HuggingFaceTokenizer tokenizer(Path file) throws IOException {
    return HuggingFaceTokenizer.builder()
        .optTokenizerPath(file)
        .optTruncation(true)
        .optMaxLength(LONGEST)
        .optPadding(true)
        .build();
  }

  private static KoeException failure(String what, Path where, Exception cause) {
    return new KoeException(
        ExitCode.CONFIGURATION,
        what,
        where.toString(),
        "give --embedding-model a folder with model.onnx and tokenizer.json",
        cause);
  }

  /** Texts of like length go through the model together, so that little is padded. */
  @Override
  public List<Embedding> of(List<String> texts) {
    Embedding[] embeddings = new Embedding[texts.size()];
    List<Integer> order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparing(i -> texts.get(i).length()))
            .toList();
    for (int from = 0; from < order.size(); from += BATCH) {
      List<Integer> batch = order.subList(from, Math.min(from + BATCH, order.size()));
      List<Embedding> found = batch(batch.stream().map(texts::get).toList());
      for (int i = 0; i < batch.size(); i++) {
        embeddings[batch.get(i)] = found.get(i);
      }
    }
    return List.of(embeddings);
  }

  private List<Embedding> batch(List<String> texts) {
    Encoding[] encodings = tokenizer.batchEncode(texts);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      put(inputs, "input_ids", encodings, Encoding::getIds);
      put(inputs, "attention_mask", encodings, Encoding::getAttentionMask);
      put(inputs, "token_type_ids", encodings, Encoding::getTypeIds);
      try (OrtSession.Result result = model.run(inputs)) {
        return pooled(result.get(0).getValue(), encodings);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model failed", e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private void put(
      Map<String, OnnxTensor> inputs,
      String name,
      Encoding[] encodings,
      Function<Encoding, long[]> values)
      throws OrtException {
    if (model.getInputNames().contains(name)) {
      long[][] rows = new long[encodings.length][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = values.apply(encodings[i]);
      }
      inputs.put(name, OnnxTensor.createTensor(runtime, rows));
    }
  }

  private static List<Embedding> pooled(Object output, Encoding[] encodings) {
    List<Embedding> embeddings = new ArrayList<>();
    for (int i = 0; i < encodings.length; i++) {
      float[] vector =
          output instanceof float[][][] tokens
              ? mean(tokens[i], encodings[i].getAttentionMask())
              : ((float[][]) output)[i];
      embeddings.add(new Embedding(vector));
    }
    return embeddings;
  }

  private static float[] mean(float[][] tokens, long[] mask) {
    float[] sum = new float[tokens[0].length];
    for (int token = 0; token < tokens.length; token++) {
      Dense.add(sum, (float) mask[token], tokens[token]);
    }
    return sum;
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      model.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model cannot be closed", e);
    }
  }
}
