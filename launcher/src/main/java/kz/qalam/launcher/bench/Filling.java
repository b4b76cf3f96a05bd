package kz.qalam.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Fills a house with live stories: their rows are made by the database in sets, their pages by the site itself. */
final class Filling {

    private Filling() {
    }

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** The site is built anew with what it lacks, and has come to rest. @param stories that readers have when it ends */
    static void publish(House house, int stories, long seed) throws IOException, InterruptedException, SQLException {
        String oldest;
        try (Connection owner = house.database("qalam_owner")) {
            oldest = release(house, owner, stories, seed).get(0);
        }
        rebuild(house);
        Reader reader = new Reader(house);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!stands(reader, oldest)) {
            if (System.nanoTime() > end) {
                throw new IOException("not printed after " + PATIENCE + ": " + oldest);
            }
            Thread.sleep(1_000);
        }
        Cpu.rest(house, "site");
    }

    private static boolean stands(Reader reader, String path) throws InterruptedException {
        try {
            return reader.get(path).status() == 200;
        } catch (IOException down) {
            return false;
        }
    }

    /**
     * The rows alone: to the site all of these are printed already. It is killed before, so that it follows none of them.
     *
     * @return their addresses, the oldest first
     */
    static List<String> release(House house, Connection owner, int stories, long seed)
            throws IOException, InterruptedException, SQLException {
        new Desk(house).get("author", "/me");
        Rows.make(owner, (int) Math.ceil(stories / Rows.LIVE), 1, seed);
        house.kill("site");
        return Rows.release(owner);
    }

    static void rebuild(House house) throws IOException, InterruptedException {
        if (house.qalam("rebuild", "--data", house.data().toString()) != 0) {
            throw new IOException("the site was not built anew");
        }
    }
}
