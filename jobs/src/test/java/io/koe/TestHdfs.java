package io.koe;

import io.koe.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** A real HDFS in this process, a NameNode and a DataNode, for all tests that want one. */
public final class TestHdfs {
  private static MiniDFSCluster cluster;

  private TestHdfs() {}

  /** A new, empty folder there. */
  public static synchronized Path folder(String name) throws IOException {
    return Files.createDirectories(Storage.path(cluster().getURI() + "/" + name));
  }

  private static MiniDFSCluster cluster() throws IOException {
    if (cluster == null) {
      cluster = start(true);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> cluster.shutdown(true)));
    }
    return cluster;
  }

  /** Another one, to be closed. */
  public static MiniDFSCluster start(boolean isEncrypting) throws IOException {
    HdfsConfiguration settings = new HdfsConfiguration();
    settings.setBoolean("dfs.encrypt.data.transfer", isEncrypting);
    settings.setBoolean("dfs.block.access.token.enable", isEncrypting);
    settings.setInt("dfs.heartbeat.interval", 1);
    Path folder = Files.createTempDirectory("koe-test-hdfs-");
    return new MiniDFSCluster.Builder(settings, folder.toFile()).numDataNodes(1).build();
  }
}
