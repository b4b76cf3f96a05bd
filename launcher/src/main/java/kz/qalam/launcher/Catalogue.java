package kz.qalam.launcher;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The tables of some schemas as PostgreSQL's own catalogue describes them: columns, constraints, indexes, sequences. Two
 * databases with equal descriptions take the same rows and refuse the same ones.
 *
 * @param description {@code tables} and {@code sequences}, in a fixed order, names qualified
 */
record Catalogue(ObjectNode description) {

    /** Reads the catalogue; the connection's search path is emptied, so that every name comes out whole. */
    static Catalogue read(Connection connection, List<String> schemas) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_catalog.set_config('search_path', '', true)");
        }
        ObjectNode description = Json.object();
        Map<String, ObjectNode> tables = new LinkedHashMap<>();
        ArrayNode list = description.putArray("tables");
        each(connection, schemas, """
                select pg_catalog.format('%I.%I', n.nspname, c.relname), c.relpersistence
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname = any (?) order by 1""", row -> {
            ObjectNode table = list.addObject().put("name", row.getString(1));
            if (!row.getString(2).equals("p")) {
                table.put("persistence", row.getString(2));
            }
            table.putArray("columns");
            table.putArray("constraints");
            table.putArray("indexes");
            tables.put(row.getString(1), table);
        });
        each(connection, schemas,
                """
                        select pg_catalog.format('%I.%I', n.nspname, c.relname), pg_catalog.quote_ident(a.attname),
                          pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
                          pg_catalog.pg_get_expr(d.adbin, d.adrelid), a.attgenerated, a.attidentity
                        from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
                          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                          left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                        where c.relkind = 'r' and n.nspname = any (?) and a.attnum > 0 and not a.attisdropped
                        order by 1, a.attnum""",
                row -> {
                    ObjectNode column = ((ArrayNode) Objects.requireNonNull(tables.get(row.getString(1)))
                            .path("columns")).addObject();
                    column.put("name", row.getString(2)).put("type", row.getString(3)).put("required",
                            row.getBoolean(4));
                    if (row.getString(5) != null) {
                        column.put("default", row.getString(5));
                    }
                    column.put("generated", row.getString(6)).put("identity", row.getString(7));
                });
        // Not-null constraints stand with the columns.
        each(connection, schemas,
                """
                        select pg_catalog.format('%I.%I', n.nspname, c.relname), pg_catalog.quote_ident(k.conname), k.contype,
                          pg_catalog.pg_get_constraintdef(k.oid), case when r.oid is null then '' else pg_catalog.format('%I.%I', rn.nspname, r.relname) end
                        from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid
                          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                          left join pg_catalog.pg_class r on r.oid = k.confrelid
                          left join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
                        where c.relkind = 'r' and k.contype <> 'n' and k.contype <> 't' and n.nspname = any (?) order by 1, 2""",
                row -> ((ArrayNode) Objects.requireNonNull(tables.get(row.getString(1))).path("constraints"))
                        .addObject()
                        .put("name", row.getString(2)).put("kind", row.getString(3)).put("says", row.getString(4))
                        .put("to", row.getString(5)));
        each(connection, schemas,
                """
                        select pg_catalog.format('%I.%I', n.nspname, c.relname), pg_catalog.pg_get_indexdef(i.indexrelid)
                        from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indrelid
                          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname = any (?)
                          and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
                        order by 1, 2""",
                row -> ((ArrayNode) Objects.requireNonNull(tables.get(row.getString(1))).path("indexes"))
                        .add(row.getString(2)));
        ArrayNode sequences = description.putArray("sequences");
        each(connection, schemas, """
                select pg_catalog.format('%I.%I', n.nspname, c.relname)
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and n.nspname = any (?) order by 1""", row -> sequences.add(row.getString(1)));
        return new Catalogue(description);
    }

    /** What there is beside plain tables: names that {@link #create} would lose. */
    static List<String> strangers(Connection connection, String schema) throws SQLException {
        List<String> found = new ArrayList<>();
        each(connection, List.of(schema),
                """
                        select o.name from (
                          select c.relname::text as name, c.relnamespace as space from pg_catalog.pg_class c
                            where c.relkind not in ('r', 'i', 't') or c.relispartition
                          union all select p.proname, p.pronamespace from pg_catalog.pg_proc p
                          union all select y.typname, y.typnamespace from pg_catalog.pg_type y where y.typtype in ('e', 'd', 'r')
                          union all select g.tgname, c.relnamespace from pg_catalog.pg_trigger g
                            join pg_catalog.pg_class c on c.oid = g.tgrelid where not g.tgisinternal
                          union all select l.polname, c.relnamespace from pg_catalog.pg_policy l
                            join pg_catalog.pg_class c on c.oid = l.polrelid
                        ) o join pg_catalog.pg_namespace n on n.oid = o.space where n.nspname = any (?) order by 1""",
                row -> found.add(row.getString(1)));
        return found;
    }

    private interface Take {
        void row(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, List<String> schemas, String sql, Take take) throws SQLException {
        Array names = connection.createArrayOf("text", schemas.toArray());
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, names);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    take.row(rows);
                }
            }
        }
    }

    JsonNode tables() {
        return description.path("tables");
    }

    /** The columns of a table that rows bring along: a generated one computes itself. */
    static List<String> columns(JsonNode table) {
        List<String> columns = new ArrayList<>();
        for (JsonNode column : table.path("columns")) {
            if (column.path("generated").asText().isEmpty()) {
                columns.add(column.path("name").asText());
            }
        }
        return columns;
    }

    /** Makes the tables, with what keeps their rows apart; what ties rows of several tables comes after the rows. */
    void create(Statement statement) throws SQLException {
        for (JsonNode table : tables()) {
            StringBuilder sql = new StringBuilder("create table ").append(table.path("name").asText()).append(" (");
            String between = "";
            for (JsonNode column : table.path("columns")) {
                sql.append(between).append(column.path("name").asText()).append(' ')
                        .append(column.path("type").asText());
                if (column.has("default")) {
                    sql.append(" default ").append(column.path("default").asText());
                }
                if (column.path("required").asBoolean()) {
                    sql.append(" not null");
                }
                between = ", ";
            }
            statement.execute(sql.append(')').toString());
        }
    }

    /** After the rows: keys first, then what refers to them, then indexes. */
    void tie(Statement statement) throws SQLException {
        for (String kinds : List.of("puxc", "f")) {
            for (JsonNode table : tables()) {
                for (JsonNode constraint : table.path("constraints")) {
                    if (kinds.contains(constraint.path("kind").asText())) {
                        statement.execute("alter table " + table.path("name").asText() + " add constraint "
                                + constraint.path("name").asText() + " " + constraint.path("says").asText());
                    }
                }
            }
        }
        for (JsonNode table : tables()) {
            for (JsonNode index : table.path("indexes")) {
                statement.execute(index.asText());
            }
        }
    }

    /** The tables so that each comes after those that it refers to, as far as there is such an order. */
    List<JsonNode> inOrderOfReference() {
        List<JsonNode> left = new ArrayList<>();
        tables().forEach(left::add);
        List<JsonNode> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (!left.isEmpty()) {
            JsonNode next = left.stream().filter(table -> backwards(table, placed).isEmpty()).findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            ordered.add(next);
            placed.add(next.path("name").asText());
        }
        return ordered;
    }

    /** The foreign keys of a table to tables that are not among these yet. */
    static List<String> backwards(JsonNode table, Set<String> placed) {
        List<String> names = new ArrayList<>();
        for (JsonNode constraint : table.path("constraints")) {
            String to = constraint.path("to").asText();
            if (constraint.path("kind").asText().equals("f") && !to.equals(table.path("name").asText())
                    && !placed.contains(to)) {
                names.add(constraint.path("name").asText());
            }
        }
        return names;
    }
}
