package film.finalsay;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.system.ApplicationHome;

/**
 * The command {@code install}: unpacks the product into a folder and keeps there what Java has
 * worked out about its classes, so that each start takes less time and memory.
 */
final class Installation {

  private static final String NAME = "install";
  private static final String JAR = "final-say.jar";
  private static final String ARCHIVE = "final-say.jsa";
  private static final String OPTIONS = "start";
  private static final String TRIAL = "jdbc:h2:mem:trial;DB_CLOSE_DELAY=-1";

  /** A small heap that gives back what it does not need. */
  private static final List<String> MEMORY =
      List.of("-XX:+UseSerialGC", "-Xms64m", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40");

  private final Path jar;
  private final Path folder;

  private Installation(Path jar, Path folder) {
    this.jar = jar;
    this.folder = folder;
  }

  static boolean isAskedFor(String... args) {
    return args.length > 0 && args[0].equals(NAME);
  }

  /**
   * @return the exit code: 0 if it is installed
   */
  static int run(String... args) {
    File jar = new ApplicationHome(FinalSayApplication.class).getSource();
    if (args.length != 2 || jar == null || !jar.isFile()) {
      System.err.println("Usage: java -jar final-say.jar install FOLDER");
      return 2;
    }
    try {
      new Installation(jar.toPath(), Path.of(args[1]).toAbsolutePath().normalize())
          .install(System.out);
      return 0;
    } catch (IOException failed) {
      System.err.println("Not installed: " + failed.getMessage());
      return 1;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void install(PrintStream out) throws IOException, InterruptedException {
    out.println("Unpacking into " + folder);
    java(
        jar.toAbsolutePath().getParent(),
        List.of("-Djarmode=tools"),
        jar.toString(),
        "extract",
        "--force",
        "--destination",
        folder.toString(),
        "--application-filename",
        JAR);
    out.println("Starting it once, on a database in memory, to see which classes it needs");
    Files.deleteIfExists(folder.resolve(ARCHIVE));
    List<String> trial = new ArrayList<>(MEMORY);
    trial.add("-XX:ArchiveClassesAtExit=" + folder.resolve(ARCHIVE));
    trial.add("-Dspring.context.exit=onRefresh");
    java(
        folder,
        trial,
        folder.resolve(JAR).toString(),
        "--spring.profiles.active=default",
        "--spring.datasource.url=" + TRIAL);
    Files.write(folder.resolve(OPTIONS), options());
    out.println("Installed. Start it with: java @" + folder.resolve(OPTIONS));
  }

  private List<String> options() {
    return Stream.of(
            Stream.of("-XX:SharedArchiveFile=" + folder.resolve(ARCHIVE), "-Duser.timezone=UTC"),
            MEMORY.stream(),
            Stream.of("-jar", folder.resolve(JAR).toString()))
        .flatMap(options -> options)
        .map(option -> '"' + option.replace("\\", "\\\\") + '"')
        .toList();
  }

  /** With no settings of the product that this process has: the trial touches nothing of theirs. */
  private static void java(Path where, List<String> options, String jar, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-jar", jar));
    command.addAll(List.of(args));
    ProcessBuilder java =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    java.environment()
        .keySet()
        .removeIf(name -> name.matches("(SPRING|FINAL_?SAY|SERVER|CAMUNDA)_.*"));
    int exit = java.start().waitFor();
    if (exit != 0) {
      throw new IOException("%s ended with %d".formatted(String.join(" ", command), exit));
    }
  }
}
