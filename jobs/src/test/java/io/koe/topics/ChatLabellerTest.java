package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatLabellerTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer = content("「本人確認が通らない」\\n理由: …");
  private HttpServer server;
  private ChatLabeller labeller;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/");
    labeller = new ChatLabeller(url, "small", Optional.of("k"), Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theFirstLineOfTheAnswerIsTheLabel() {
    assertEquals(Optional.of("本人確認が通らない"), suggest());
    assertTrue(asked.get(0).contains("本人確認 審査") && asked.get(0).contains("<NAME>です"), asked.get(0));
    assertTrue(asked.get(0).contains("\"model\":\"small\""), asked.get(0));
    assertEquals(List.of("Bearer k"), keys);
  }

  @Test
  void anUnusableAnswerGivesNoLabel() {
    for (String unusable : List.of("no json", "{}", content(""), content("長".repeat(41)))) {
      answer = unusable;
      ChatLabeller fresh = labeller();
      assertEquals(Optional.empty(), fresh.suggest(List.of("a"), List.of()), unusable);
    }
  }

  @Test
  void afterThreeFailuresNothingIsAsked() {
    status = 500;
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), suggest());
    }
    assertEquals(3, asked.size());
  }

  @Test
  void aServerThatIsNotThereIsNoFailureOfTheRun() {
    labeller = labeller();
    server.stop(0);
    assertEquals(Optional.empty(), suggest());
  }

  private ChatLabeller labeller() {
    URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
    return new ChatLabeller(url, "small", Optional.empty(), Duration.ofSeconds(5));
  }

  private Optional<String> suggest() {
    return labeller.suggest(List.of("本人確認", "審査"), List.of("<NAME>ですが審査に落ちました。"));
  }

  private static String content(String text) {
    return "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"" + text + "\"}}]}";
  }
}
