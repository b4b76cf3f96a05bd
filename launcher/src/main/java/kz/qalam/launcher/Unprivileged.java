package kz.qalam.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL runs: it refuses to be root. An ordinary user runs it as themselves; root runs it as the user to whom its
 * folder belongs, at first «nobody».
 *
 * @param uid and gid as whom, or -1 for whoever we are
 */
record Unprivileged(int uid, int gid) {

    private static final Unprivileged OURSELVES = new Unprivileged(-1, -1);

    static Unprivileged forFolder(Path folder) {
        if (!weAreRoot()) {
            return OURSELVES;
        }
        if (Files.isDirectory(folder)) {
            try {
                int owner = (Integer) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
                if (owner != 0) {
                    return new Unprivileged(owner, (Integer) Files.getAttribute(folder, "unix:gid"));
                }
            } catch (IOException e) {
                throw Trouble.of(e);
            }
        }
        return new Unprivileged(number("-u"), number("-g"));
    }

    static boolean weAreRoot() {
        try {
            Path self = Path.of("/proc/self");
            return Files.exists(self)
                    ? (Integer) Files.getAttribute(self, "unix:uid") == 0
                    : System.getProperty("user.name").equals("root");
        } catch (IOException e) {
            throw Trouble.of(e);
        }
    }

    /** Gives them a file or folder. */
    void give(Path file) throws IOException {
        if (uid >= 0) {
            Files.setAttribute(file, "unix:uid", uid);
            Files.setAttribute(file, "unix:gid", gid);
        }
    }

    /**
     * What stands before the command of a program that is to run as them. They must reach its folders; where they can't (a
     * checkout below /root), the program gets leave to pass every folder, and no more of root's powers than that.
     */
    List<String> command(Path... folders) {
        if (uid < 0) {
            return List.of();
        }
        List<String> plain = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--no-new-privs");
        if (reach(plain, folders)) {
            return plain;
        }
        List<String> passing = new ArrayList<>(plain);
        // Without the secure bit, access(2), by which PostgreSQL looks at its own programs, would not count that leave.
        passing.addAll(List.of("--securebits=+no_setuid_fixup", "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override"));
        if (reach(passing, folders)) {
            return passing;
        }
        throw new Trouble("root-cannot-step-down", folders[0]);
    }

    private static boolean reach(List<String> as, Path... folders) {
        try {
            for (Path folder : folders) {
                List<String> test = new ArrayList<>(as);
                test.addAll(List.of("sh", "-c", "cd \"$1\" && test -r .", "sh", folder.toString()));
                Process process = new ProcessBuilder(test).redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                if (process.waitFor() != 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException noSetpriv) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int number(String which) {
        try {
            Process id = new ProcessBuilder("id", which, "nobody").start();
            String answer = new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Integer.parseInt(answer.strip());
        } catch (IOException | NumberFormatException e) {
            throw new Trouble("root-cannot-step-down", "nobody");
        }
    }
}
