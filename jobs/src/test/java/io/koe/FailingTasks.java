package io.koe;

import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Makes every third task of Spark fail at its first attempt: at the end, when its blocks are kept,
 * its shuffle files written and its rows committed.
 */
public final class FailingTasks implements SparkPlugin {
  @Override
  public DriverPlugin driverPlugin() {
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new Executor();
  }

  private static final class Executor implements ExecutorPlugin {
    @Override
    public void init(PluginContext context, Map<String, String> settings) {
      System.out.println("every third task fails once");
    }

    @Override
    public void onTaskStart() {
      TaskContext task = TaskContext.get();
      if (task.attemptNumber() == 0 && (task.stageId() + task.partitionId()) % 3 == 0) {
        TaskCompletionListener fail =
            done -> {
              System.out.println("fails once: stage " + done.stageId());
              throw new IllegalStateException("injected");
            };
        task.addTaskCompletionListener(fail);
      }
    }
  }
}
