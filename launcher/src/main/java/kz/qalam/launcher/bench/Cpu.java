package kz.qalam.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What processes have used of the processors, as the system counts it. */
final class Cpu {

    private static final double TICKS_A_SECOND = 100;
    private static final int LOOK = 3_000;
    private static final int LONGEST = 100;
    /** Less than this much of one core: a twentieth of it a site uses to read its files over, for as long as there are any. */
    private static final double AT_REST = .1;

    private Cpu() {
    }

    /** Seconds, in user and kernel. */
    static double of(List<Long> pids) throws IOException {
        double ticks = 0;
        for (long pid : pids) {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.UTF_8);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        }
        return ticks / TICKS_A_SECOND;
    }

    /** Waits until a part has done what it had to do, at most five minutes. */
    static void rest(House house, String part) throws IOException, InterruptedException {
        for (int i = 0; i < LONGEST; i++) {
            double before = of(List.of(house.pid(part)));
            Thread.sleep(LOOK);
            if ((of(List.of(house.pid(part))) - before) * 1000 / LOOK < AT_REST) {
                return;
            }
        }
        throw new IOException(part + " does not come to rest");
    }
}
