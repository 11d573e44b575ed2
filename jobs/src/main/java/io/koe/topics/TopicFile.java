package io.koe.topics;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A topic within the file of its model. */
final class TopicFile {
  private TopicFile() {}

  static void write(DataOutputStream out, Topic topic) throws IOException {
    out.writeUTF(topic.id());
    out.writeUTF(topic.label());
    out.writeUTF(topic.firstSeen().toString());
    out.writeUTF(topic.status());
    out.writeInt(topic.inquiries());
    writeTerms(out, topic.terms());
    Theme theme = topic.place().theme();
    out.writeUTF(theme.id());
    out.writeUTF(theme.label());
    writeTerms(out, theme.terms());
    out.writeDouble(topic.place().x());
    out.writeDouble(topic.place().y());
  }

  static Topic read(DataInputStream in) throws IOException {
    String id = in.readUTF();
    String label = in.readUTF();
    LocalDate firstSeen = LocalDate.parse(in.readUTF());
    String status = in.readUTF();
    int inquiries = in.readInt();
    List<TopicTerm> terms = readTerms(in);
    Theme theme = new Theme(in.readUTF(), in.readUTF(), readTerms(in));
    TopicPlace place = new TopicPlace(theme, in.readDouble(), in.readDouble());
    return new Topic(id, label, firstSeen, status, inquiries, terms, place);
  }

  private static void writeTerms(DataOutputStream out, List<TopicTerm> terms) throws IOException {
    out.writeInt(terms.size());
    for (TopicTerm term : terms) {
      out.writeUTF(term.term());
      out.writeDouble(term.score());
      out.writeInt(term.inquiries());
    }
  }

  private static List<TopicTerm> readTerms(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<TopicTerm> terms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      terms.add(new TopicTerm(in.readUTF(), in.readDouble(), in.readInt()));
    }
    return terms;
  }
}
