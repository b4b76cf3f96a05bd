package kz.qalam.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.postgresql.PGConnection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Rows out of a database and into another, by PostgreSQL's own COPY in its text form, which every version reads. Out: in one
 * snapshot, while everybody works on. In: in one transaction, whole or not at all, every constraint checked.
 */
final class TableCopies {

    /** Where the rows of a table go. */
    interface Out {
        OutputStream member(String table) throws IOException;

        void done(String table, long rows) throws IOException;
    }

    /** Where the rows of a table come from. */
    interface In {
        InputStream member(String table) throws IOException;
    }

    private TableCopies() {
    }

    /** Opens the one snapshot in which everything is read. */
    static void freeze(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            // The first query takes the snapshot.
            statement.execute("select 1");
            statement.execute("set local timezone = 'UTC'");
        }
    }

    /** Copies all rows out of a frozen connection, and the sequences' values into their description. */
    static void out(Connection connection, Catalogue catalogue, Out to) throws SQLException, IOException {
        for (JsonNode table : catalogue.tables()) {
            String name = table.path("name").asText();
            try (OutputStream member = to.member(name)) {
                long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(
                        "copy " + name + " (" + String.join(", ", Catalogue.columns(table)) + ") to stdout", member);
                member.flush();
                to.done(name, rows);
            }
        }
        try (Statement statement = connection.createStatement()) {
            ObjectNode values = catalogue.description().putObject("values");
            for (JsonNode sequence : catalogue.description().path("sequences")) {
                try (ResultSet row = statement
                        .executeQuery("select last_value, is_called from " + sequence.asText())) {
                    row.next();
                    values.putObject(sequence.asText()).put("last", row.getLong(1)).put("called", row.getBoolean(2));
                }
            }
        }
    }

    /**
     * Puts rows into tables that are there already, instead of what a new database begins with. The connection's role owns the
     * tables; it is left in the transaction, to be committed when all else is well.
     */
    static void into(Connection connection, Catalogue catalogue, In from) throws SQLException, IOException {
        connection.setAutoCommit(false);
        List<JsonNode> tables = catalogue.inOrderOfReference();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_catalog.set_config('search_path', '', true)");
            for (JsonNode table : tables) {
                statement.execute("alter table " + table.path("name").asText() + " disable trigger user");
            }
            if (!tables.isEmpty()) {
                statement.execute("truncate " + String.join(", ",
                        tables.stream().map(table -> table.path("name").asText()).toList()));
            }
            Set<String> placed = new HashSet<>();
            for (JsonNode table : tables) {
                String name = table.path("name").asText();
                // Where tables refer to each other in a ring, one of them is looked at when all rows are in.
                for (String late : Catalogue.backwards(table, placed)) {
                    statement.execute("alter table " + name + " alter constraint " + late
                            + " deferrable initially deferred");
                }
                copy(connection, table, from);
                placed.add(name);
            }
            statement.execute("set constraints all immediate");
            placed.clear();
            for (JsonNode table : tables) {
                String name = table.path("name").asText();
                for (String late : Catalogue.backwards(table, placed)) {
                    statement.execute("alter table " + name + " alter constraint " + late + " not deferrable");
                }
                statement.execute("alter table " + name + " enable trigger user");
                placed.add(name);
            }
            setSequences(statement, catalogue);
        }
    }

    /** Makes the tables and puts the rows in. */
    static void anew(Connection connection, Catalogue catalogue, In from) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_catalog.set_config('search_path', '', true)");
            catalogue.create(statement);
            for (JsonNode table : catalogue.tables()) {
                copy(connection, table, from);
            }
            catalogue.tie(statement);
        }
    }

    private static void copy(Connection connection, JsonNode table, In from) throws SQLException, IOException {
        String name = table.path("name").asText();
        try (InputStream member = from.member(name)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "copy " + name + " (" + String.join(", ", Catalogue.columns(table)) + ") from stdin", member);
        }
    }

    private static void setSequences(Statement statement, Catalogue catalogue) throws SQLException {
        for (JsonNode sequence : catalogue.description().path("sequences")) {
            JsonNode value = catalogue.description().path("values").path(sequence.asText());
            statement.execute("select pg_catalog.setval('" + sequence.asText().replace("'", "''") + "', "
                    + value.path("last").asLong() + ", " + value.path("called").asBoolean() + ")");
        }
    }
}
