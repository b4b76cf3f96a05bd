package kz.qalam.launcher;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;

/** Sets a process apart, in a session of its own, so that Ctrl-C at our terminal reaches us alone and we stop it in order. */
final class Apart {

    private static final List<String> COMMAND = onPath("setsid") ? List.of("setsid") : List.of();

    private Apart() {
    }

    /** What stands before the program's own command; the process keeps its number. */
    static List<String> command() {
        return COMMAND;
    }

    private static boolean onPath(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }
}
