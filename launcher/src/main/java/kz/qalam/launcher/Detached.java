package kz.qalam.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ./qalam start --detach}: another launcher does the work in the background, and this one returns when all is up. */
record Detached(Checkout checkout, DataFolder data, Settings settings, Voice voice) {

    private static final String CHILD = "qalam.detached";

    /** Whether we are the one in the background. */
    static boolean isChild() {
        return Boolean.getBoolean(CHILD);
    }

    int start() throws InterruptedException {
        // What can be refused at once is refused here, in one sentence.
        data.settle(settings.demo());
        Path log = data.log("launcher");
        try {
            long read = Files.exists(log) ? Files.size(log) : 0;
            Process launcher = launcher(log);
            Thread giveUp = new Thread(launcher::destroy, "give up");
            Runtime.getRuntime().addShutdownHook(giveUp);
            while (true) {
                boolean gone = !launcher.isAlive();
                Optional<Instance> ready = Instance.read(data).filter(Instance::ready)
                        .filter(instance -> instance.launcher().pid() == launcher.pid());
                read = repeat(log, read);
                if (ready.isPresent()) {
                    Runtime.getRuntime().removeShutdownHook(giveUp);
                    new Greeting(ready.get(), new Secrets(data.secrets()), voice, settings.environment()).say();
                    return 0;
                }
                if (gone) {
                    Runtime.getRuntime().removeShutdownHook(giveUp);
                    return launcher.exitValue() == 0 ? 1 : launcher.exitValue();
                }
                Thread.sleep(200);
            }
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    private Process launcher(Path log) throws IOException {
        List<String> command = new ArrayList<>(Apart.command());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + CHILD + "=true");
        command.add("-Dqalam.terminal=false");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Qalam.class.getName(), "start", "--data",
                data.path().toString()));
        if (!settings.demo()) {
            command.add("--no-demo");
        }
        ProcessBuilder launcher = new ProcessBuilder(command).directory(data.path().toFile())
                .redirectInput(Path.of("/dev/null").toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // It works in another folder than whoever named this one; all others are meant from the data folder anyway.
        settings.text("QALAM_PICTURES_FOLDER").ifPresent(
                named -> launcher.environment().put("QALAM_PICTURES_FOLDER", data.pictures(settings).toString()));
        return launcher.start();
    }

    /** Says again what the launcher in the background has said since; returns how far that was. */
    private long repeat(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long end = file.length();
            if (end <= from) {
                return from;
            }
            byte[] said = new byte[(int) (end - from)];
            file.seek(from);
            file.readFully(said);
            int whole = said.length;
            while (whole > 0 && said[whole - 1] != '\n') {
                whole--;
            }
            if (whole > 0) {
                voice.line(new String(said, 0, whole - 1, StandardCharsets.UTF_8));
            }
            return from + whole;
        }
    }
}
