package io.koe.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.security.UserGroupInformation;
import org.junit.jupiter.api.Test;

class LoginUserTest {

  /** In a process of its own: a process logs in once. */
  static final class Printed {
    private Printed() {}

    public static void main(String[] arguments) throws IOException {
      LoginUser.nameIfNameless();
      System.out.println(UserGroupInformation.getLoginUser().getShortUserName());
    }
  }

  @Test
  void aUserWithoutANameIsNamed() throws Exception {
    assertEquals("koe\n", loggedIn("-Duser.name=?", Map.of()));
    assertEquals("night\n", loggedIn("-Duser.name=?", Map.of("HADOOP_USER_NAME", "night")));
  }

  @Test
  void aUserWithANameKeepsIt() throws Exception {
    String own = UserGroupInformation.getLoginUser().getShortUserName();
    assertEquals(own + "\n", loggedIn("-Duser.name=" + own, Map.of()));
  }

  private static String loggedIn(String option, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-cp",
            System.getProperty("java.class.path"),
            Printed.class.getName());
    builder.environment().remove("HADOOP_USER_NAME");
    builder.environment().putAll(environment);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }
}
