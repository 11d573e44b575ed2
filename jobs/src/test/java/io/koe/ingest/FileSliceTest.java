package io.koe.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileSliceTest {
  private static final long MEGABYTE = 1 << 20;
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  @Test
  void eachTaskHasItsShareOfEveryLargeTable() {
    List<InputFile> files = new ArrayList<>();
    files.addAll(files("inquiries", 1, 20, 4 * MEGABYTE));
    files.addAll(files("transactions", 101, 20, 40 * MEGABYTE));

    List<List<FileSlice>> tasks = FileSlice.tasks(files, 4);

    assertEquals(4, tasks.size());
    for (List<FileSlice> task : tasks) {
      assertEquals(5, of("inquiries", task).size());
      assertEquals(5, of("transactions", task).size(), 1);
    }
  }

  @Test
  void aSmallTableStaysInOneTask() {
    List<InputFile> files = new ArrayList<>();
    files.addAll(files("experiments", 1, 20, MEGABYTE / 10));
    files.addAll(files("inquiries", 101, 20, 4 * MEGABYTE));

    List<List<FileSlice>> tasks = FileSlice.tasks(files, 4);

    assertEquals(1, tasks.stream().filter(task -> !of("experiments", task).isEmpty()).count());
  }

  @Test
  void aLargeFileIsCutIntoSlicesForAllTasks() {
    List<List<FileSlice>> tasks = FileSlice.tasks(files("inquiries", 1, 1, 100 * MEGABYTE), 4);

    assertEquals(
        List.of(List.of(0), List.of(1), List.of(2), List.of(3)),
        tasks.stream().map(task -> task.stream().map(FileSlice::slice).toList()).toList());
  }

  @Test
  void everySliceIsInOneTaskAndThoseOfATableStayInOrder() {
    List<InputFile> files = new ArrayList<>();
    files.addAll(files("help_sessions", 1, 7, 9 * MEGABYTE));
    files.addAll(files("inquiries", 11, 3, 11 * MEGABYTE));
    files.addAll(files("releases", 21, 1, 0));

    List<FileSlice> slices = FileSlice.tasks(files, 5).stream().flatMap(List::stream).toList();

    assertEquals(slices.size(), Set.copyOf(slices).size());
    for (InputFile file : files) {
      List<Integer> cut =
          slices.stream().filter(s -> s.file().equals(file)).map(FileSlice::slice).toList();
      int count = slices.stream().filter(s -> s.file().equals(file)).findAny().get().slices();
      assertEquals(Stream.iterate(0, i -> i + 1).limit(count).toList(), cut);
    }
    List<Integer> numbers =
        of("help_sessions", slices).stream().map(s -> s.file().number()).toList();
    assertEquals(numbers.stream().sorted().toList(), numbers);
  }

  @Test
  void aDropWithoutFilesHasNoTask() {
    assertTrue(FileSlice.tasks(List.of(), 4).isEmpty());
  }

  private static List<FileSlice> of(String table, List<FileSlice> slices) {
    return slices.stream().filter(slice -> slice.file().table().equals(table)).toList();
  }

  private static List<InputFile> files(String table, int first, int count, long bytes) {
    return Stream.iterate(first, i -> i + 1)
        .limit(count)
        .map(i -> new InputFile(i, table, table + i, "/" + table + i, DAY, bytes, 0, null))
        .toList();
  }
}
