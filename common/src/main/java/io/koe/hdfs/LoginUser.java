package io.koe.hdfs;

import org.apache.hadoop.security.UserGroupInformation;

/**
 * The user Hadoop takes Koe for, and Spark with it.
 *
 * <p>Hadoop asks the system for the user's name and fails where there is none: containers run as
 * any number, of which their list of users knows nothing.
 */
public final class LoginUser {
  /** What Java calls a user without a name. */
  private static final String NAMELESS = "?";

  private LoginUser() {}

  /** Names a user that the system has no name for: as {@code HADOOP_USER_NAME} says, or koe. */
  public static void nameIfNameless() {
    if (NAMELESS.equals(System.getProperty("user.name"))) {
      String name = System.getenv().getOrDefault("HADOOP_USER_NAME", "koe");
      UserGroupInformation.setLoginUser(UserGroupInformation.createRemoteUser(name));
    }
  }
}
