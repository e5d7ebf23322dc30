import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.attribute.FileTime;
import javax.tools.ToolProvider;

/// The loop behind bin/dev: looks at the sources, and when one has changed generates the templates, compiles and starts anew.
/// One JVM does it all the time, so that its compiler is warm; Error Prone has its say when Maven builds.
/// It has its own folder, target/dev, and so stays out of the way of Maven's.
final Path dev = Path.of("target/dev");

final Path classes = dev.resolve("classes");
final Path templates = dev.resolve("jte");
final Map<Path, FileTime> seen = new HashMap<>();

void main(String[] arguments) throws Exception {
    Process running = null;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ProcessHandle.current().children().forEach(ProcessHandle::destroy)));
    Set<Path> changed = new TreeSet<>(); // since it was last built well
    while (true) {
        if (more(changed)) {
            long start = System.nanoTime();
            resources(changed);
            if (generate(changed) && compile(changed)) {
                long compiled = System.nanoTime();
                stop(running);
                running = start(arguments);
                System.err.printf(
                        "dev: %s; built in %.1f s, stopped and started anew after %.1f s%n",
                        changed.size() == 1 ? changed.iterator().next() : changed.size() + " files",
                        (compiled - start) / 1e9,
                        (System.nanoTime() - start) / 1e9);
                changed.clear();
            }
        }
        Thread.sleep(200);
    }
}

/// What was added, changed or removed since it was last asked.
Set<Path> changed() throws IOException {
    Map<Path, FileTime> now = new HashMap<>();
    for (Path top : List.of(Path.of("src/main"), Path.of("programmes"))) {
        if (Files.isDirectory(top)) {
            try (Stream<Path> all = Files.walk(top)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    try {
                        now.put(file, Files.getLastModifiedTime(file));
                    } catch (NoSuchFileException _) {
                        // Editors write a file beside and rename it.
                    }
                }
            }
        }
    }
    Set<Path> changed = new TreeSet<>();
    now.forEach((file, time) -> {
        if (!time.equals(seen.get(file))) changed.add(file);
    });
    seen.keySet().stream().filter(file -> !now.containsKey(file)).forEach(changed::add);
    seen.clear();
    seen.putAll(now);
    return changed;
}

/// Adds what has changed, waiting until a run of changes (a branch checked out, say) is over.
boolean more(Set<Path> changed) throws Exception {
    boolean any = false;
    for (Set<Path> now = changed(); !now.isEmpty(); now = changed()) {
        any = true;
        changed.addAll(now);
        Thread.sleep(100);
    }
    return any;
}

boolean generate(Set<Path> changed) throws IOException {
    if (changed.stream().noneMatch(file -> file.startsWith("src/main/jte"))) return true;
    delete(templates);
    try {
        var engine = TemplateEngine.create(
                new DirectoryCodeResolver(Path.of("src/main/jte")), templates, ContentType.Html, null, "org.glasnik");
        engine.setBinaryStaticContent(true);
        engine.setTargetResourceDirectory(classes);
        engine.setTrimControlStructures(true);
        engine.generateAll();
        return true;
    } catch (RuntimeException e) {
        System.err.println("dev: " + e.getMessage());
        return false;
    }
}

boolean compile(Set<Path> changed) throws IOException {
    if (changed.stream().noneMatch(file -> file.startsWith("src/main/java") || file.startsWith("src/main/jte"))) return true;
    var compiler = ToolProvider.getSystemJavaCompiler();
    Path fresh = dev.resolve("classes.new");
    delete(fresh);
    Files.createDirectories(fresh);
    List<Path> sources = new ArrayList<>();
    for (Path top : List.of(Path.of("src/main/java"), templates)) {
        if (Files.isDirectory(top)) {
            try (Stream<Path> all = Files.walk(top)) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
    }
    try (var files = compiler.getStandardFileManager(null, null, null)) {
        List<String> options = List.of(
                "-d", fresh.toString(), "-cp", System.getProperty("java.class.path"), "-parameters", "-proc:none", "-nowarn", "-g");
        boolean done = compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                .call();
        if (!done) return false;
    }
    delete(dev.resolve("compiled"));
    Files.move(fresh, dev.resolve("compiled"));
    return true;
}

void resources(Set<Path> changed) throws IOException {
    Path top = Path.of("src/main/resources");
    for (Path file : changed) {
        if (file.startsWith(top)) {
            Path target = classes.resolve(top.relativize(file));
            if (Files.exists(file)) {
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(target);
            }
        }
    }
}

/// The first compiler level only: a JVM that lives for minutes never earns back the second.
Process start(String[] arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "-Djava.awt.headless=true",
            "-Dglasnik.home=" + Path.of("").toAbsolutePath(),
            "-cp",
            dev.resolve("compiled") + File.pathSeparator + classes + File.pathSeparator + System.getProperty("java.class.path"),
            "org.glasnik.Glasnik"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).inheritIO().start();
}

void stop(Process running) throws InterruptedException {
    if (running == null) return;
    running.destroy();
    if (!running.waitFor(10, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
    }
}

void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
}
