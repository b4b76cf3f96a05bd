package kz.qalam.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Fills a house with live stories: their rows are made by the database in sets, their pages by the site itself, anew. */
final class Filling {

    private Filling() {
    }

    /** @param stories that readers have when it ends */
    static void publish(House house, int stories, long seed) throws IOException, InterruptedException, SQLException {
        try (Connection owner = house.database("qalam_owner")) {
            release(house, owner, stories, seed);
        }
        rebuild(house);
    }

    /**
     * The rows alone: to the site all of these are printed already. It is killed before, so that it follows none of them.
     *
     * @return their addresses
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
