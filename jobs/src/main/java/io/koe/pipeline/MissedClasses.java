package io.koe.pipeline;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which classes are not there. Janino, compiling a query, asks for the same few hundred
 * names that no class has, again for each query, and for each of them all jars are searched.
 */
final class MissedClasses extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Set<String> missed = ConcurrentHashMap.newKeySet();

  private MissedClasses(ClassLoader parent) {
    super(parent);
  }

  /** From now on the thread, and the threads it starts, look classes up through one of these. */
  static void remember(Thread thread) {
    ClassLoader present = thread.getContextClassLoader();
    if (!(present instanceof MissedClasses)) {
      thread.setContextClassLoader(new MissedClasses(present));
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (missed.contains(name)) {
      throw new ClassNotFoundException(name);
    }
    try {
      return getParent().loadClass(name);
    } catch (ClassNotFoundException e) {
      missed.add(name);
      throw e;
    }
  }
}
