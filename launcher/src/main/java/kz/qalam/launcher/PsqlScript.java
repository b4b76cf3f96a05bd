package kz.qalam.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A psql script of ours, run over JDBC: an operator gives the same file to psql. Understands what those scripts use, and
 * refuses the rest: statements ended by semicolons, quoted words, «--» comments, and psql's {@code :'variable'}, which becomes
 * a quoted literal.
 */
record PsqlScript(List<String> statements) {

    // duplicate_object and duplicate_database: the script was run before, perhaps cut short.
    private static final Set<String> ALREADY_THERE = Set.of("42710", "42P04");

    static PsqlScript resource(String name, Map<String, String> variables) {
        try (InputStream in = Objects.requireNonNull(PsqlScript.class.getResourceAsStream(name), name)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8), variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PsqlScript of(String script, Map<String, String> variables) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        int at = 0;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (script.startsWith("--", at)) {
                int end = script.indexOf('\n', at);
                at = end < 0 ? script.length() : end;
            } else if (script.startsWith(":'", at)) {
                int end = closing(script, at + 2, '\'');
                String name = script.substring(at + 2, end);
                String value = variables.get(name);
                if (value == null) {
                    throw new IllegalArgumentException("the script wants a value for " + name);
                }
                statement.append(literal(value));
                at = end + 1;
            } else if (c == '\'' || c == '"') {
                int end = closing(script, at + 1, c);
                statement.append(script, at, end + 1);
                at = end + 1;
            } else if (c == '$' || c == '\\') {
                throw new IllegalArgumentException("the script uses " + c + ", which is not understood here");
            } else if (c == ';') {
                statements.add(statement.toString().strip());
                statement.setLength(0);
                at++;
            } else {
                statement.append(c);
                at++;
            }
        }
        if (!statement.toString().isBlank()) {
            throw new IllegalArgumentException("the script's last statement has no end");
        }
        return new PsqlScript(List.copyOf(statements));
    }

    private static int closing(String script, int from, char quote) {
        int end = script.indexOf(quote, from);
        if (end < 0) {
            throw new IllegalArgumentException("the script has an open quote");
        }
        return end;
    }

    private static String literal(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no value holds a zero byte");
        }
        // A backslash means itself only in E'' literals or with standard_conforming_strings; E'' is right either way.
        return "E'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Runs the statements one by one; what is there already stays as it is. */
    void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // A password must not reach the server's log because its statement failed.
            statement.execute("set log_min_error_statement = 'panic'");
            for (String text : statements) {
                try {
                    statement.execute(text);
                } catch (SQLException e) {
                    if (!ALREADY_THERE.contains(String.valueOf(e.getSQLState()))) {
                        throw e;
                    }
                }
            }
        }
    }
}
