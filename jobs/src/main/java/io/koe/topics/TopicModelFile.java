package io.koe.topics;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A model as bytes: the same model gives the same bytes, on any day and machine. */
public final class TopicModelFile {
  private static final int VERSION = 4;

  /** The same but for templates, of which it knew none. */
  private static final int WITHOUT_TEMPLATES = 3;

  private TopicModelFile() {}

  public static byte[] write(TopicModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(VERSION);
      out.writeUTF(model.modelDate().toString());
      out.writeInt(model.inquiries());
      out.writeInt(model.foundedOn());
      out.writeInt(model.foundedTopics());
      out.writeInt(model.topics().size());
      for (Topic topic : model.topics()) {
        TopicFile.write(out, topic);
      }
      writeFloats(out, model.priors());
      writeFloats(out, model.floors());
      out.writeInt(model.terms().length);
      for (int i = 0; i < model.terms().length; i++) {
        out.writeUTF(model.terms()[i]);
        writeInts(out, model.counts().of(i));
      }
      writeTemplates(out, model.templates());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static TopicModel read(byte[] bytes) {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16))) {
      int version = in.readInt();
      if (version != VERSION && version != WITHOUT_TEMPLATES) {
        throw new KoeException(
            ExitCode.CONFIGURATION,
            "a topic model was written by another version of Koe",
            "table topic_models of the warehouse",
            "run koe run --from the first night into a new warehouse: it fits all models again");
      }
      LocalDate date = LocalDate.parse(in.readUTF());
      int inquiries = in.readInt();
      int foundedOn = in.readInt();
      int foundedTopics = in.readInt();
      int count = in.readInt();
      List<Topic> topics = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        topics.add(TopicFile.read(in));
      }
      float[] priors = readFloats(in, count);
      float[] floors = readFloats(in, count);
      String[] terms = new String[in.readInt()];
      int[][] counts = new int[terms.length][];
      for (int i = 0; i < terms.length; i++) {
        terms[i] = in.readUTF();
        counts[i] = readInts(in, count);
      }
      return new TopicModel(
          date,
          inquiries,
          foundedOn,
          foundedTopics,
          topics,
          terms,
          new TermCounts(counts, count),
          priors,
          floors,
          version == VERSION ? readTemplates(in) : Templates.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  private static float[] readFloats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  private static void writeTemplates(DataOutputStream out, Templates templates) throws IOException {
    long[] fingerprints = templates.fingerprints();
    out.writeInt(fingerprints.length);
    for (long fingerprint : fingerprints) {
      out.writeLong(fingerprint);
    }
  }

  private static Templates readTemplates(DataInputStream in) throws IOException {
    long[] fingerprints = new long[in.readInt()];
    for (int i = 0; i < fingerprints.length; i++) {
      fingerprints[i] = in.readLong();
    }
    return new Templates(fingerprints);
  }

  private static void writeInts(DataOutputStream out, int[] values) throws IOException {
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static int[] readInts(DataInputStream in, int count) throws IOException {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readInt();
    }
    return values;
  }
}
