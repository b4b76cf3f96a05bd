package kz.qalam.launcher.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A newsroom of many stories, made by the database itself in sets, by its owner: seeded, so that the same seed gives the
 * same rows. What triggers would derive one by one is written as they would derive it.
 */
final class Rows {

    static final int AUTHORS = 40;

    private Rows() {
    }

    private static final List<String> SECTIONS = List.of("saiasat", "qogam", "ekonomika", "alem", "madeniet", "sport");
    private static final List<String> TOWNS = List.of("Астанада", "Алматыда", "Шымкентте", "Қарағандыда", "Ақтөбеде");
    private static final List<String> THINGS = List.of("жаңа мектеп", "көпір", "аурухана", "кітапхана", "зауыт",
            "стадион");
    private static final List<String> DONE = List.of("ашылды", "салынды", "жөнделді", "іске қосылды");

    /** What stood before the current text: short, as drafts begin. */
    private static final String EARLIER = """
            '{"headline":"' || h.headline || ' ' || n.number || '","language":"kk","lead":"Облыстық әкімдіктің баспасөз қызметі хабарлады.",'
            || '"section":"' || h.section || '","tags":["' || h.tag || '"],'
            || '"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"'
            || repeat('Жиында өңір басшысы биылғы жоспардың орындалу барысын баяндады. ', 4) || '"}]}]}}'""";

    static void make(Connection owner, int stories, int revisions, long seed) throws SQLException {
        owner.setAutoCommit(false);
        try (Statement sql = owner.createStatement()) {
            sql.execute("set search_path = newsroom, public");
            for (String table : List.of("revision", "article", "standing", "review")) {
                sql.execute("alter table " + table + " disable trigger user");
            }
            sql.execute(
                    """
                            insert into person (id, subject, username, name)
                              select md5('person' || i)::uuid, 'bench-' || i, 'bench' || i, 'Тілші ' || i from generate_series(1, %d) i"""
                            .formatted(AUTHORS));
            sql.execute(
                    """
                            create temp table h (id uuid, i integer, author uuid, headline text, section text, tag text, stage text,
                              at timestamptz, current text) on commit preserve rows""");
            fill(owner, stories, seed);
            sql.execute("create unique index on h (id)");
            sql.execute(
                    """
                            insert into article (id, desk, author, started_by, started_at, revision, stage, headline, section, language, changed_at, approved_revision, tags)
                              select id, '01931000-0000-7000-8000-000000000001', author, author, at - interval '1 day', %1$d, stage,
                                headline, section, 'kk', at, case when stage = 'APPROVED' then %1$d end, array[tag] from h"""
                            .formatted(revisions));
            sql.execute(
                    """
                            insert into revision (article, number, bytes, copy, digest, author, writers, origin, written_at)
                              select id, number, bytes, convert_from(bytes, 'UTF8')::jsonb, sha256(bytes), author, array[author], 'WRITTEN', at
                              from (select h.id, n.number, convert_to(%s, 'UTF8') as bytes, h.author, h.at - (%d - n.number) * interval '1 hour' as at
                                    from h cross join generate_series(1, %d) n(number)) made"""
                            .formatted(EARLIER, revisions, revisions - 1));
            sql.execute(
                    """
                            insert into revision (article, number, bytes, copy, digest, author, writers, origin, written_at)
                              select id, %d, bytes, convert_from(bytes, 'UTF8')::jsonb, sha256(bytes), author, array[author], 'WRITTEN', at
                              from (select id, convert_to(current, 'UTF8') as bytes, author, at from h) made"""
                            .formatted(revisions));
            sql.execute(
                    """
                            insert into standing (article, path, live, section, language, revision, first_release, last_release, first_at, last_at)
                              select id, to_char(at, '"/"YYYY/MM/DD/"bench-') || i || '/', true, section, 'kk', %d, i, i, at, at
                              from h where stage = 'APPROVED'"""
                            .formatted(revisions));
            sql.execute("""
                    insert into review (id, article, revision, kind, asked_by, asked_at)
                      select gen_random_uuid(), id, %d, 'FIRST', author, at from h where stage = 'IN_REVIEW'"""
                    .formatted(revisions));
            for (String table : List.of("revision", "article", "standing", "review")) {
                sql.execute("alter table " + table + " enable trigger user");
            }
        }
        owner.commit();
        owner.setAutoCommit(true);
        try (Statement sql = owner.createStatement()) {
            sql.execute("vacuum analyze");
            sql.execute("checkpoint");
        } catch (SQLException e) {
            if (!"42501".equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** This share of the stories is live. */
    static final double LIVE = .85;

    /**
     * Gives the live stories of {@link #make} their releases, as one who reads the log would find them, and calls them
     * printed: whoever measures something else than printing does not wait for it.
     *
     * @return their addresses, the oldest first
     */
    static List<String> release(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        List<String> paths = new ArrayList<>();
        try (Statement sql = owner.createStatement()) {
            sql.execute("set search_path = newsroom, public");
            for (String table : List.of("approval", "edition", "release", "standing", "permalink")) {
                sql.execute("alter table " + table + " disable trigger user");
            }
            sql.execute(
                    """
                            create temp table r on commit preserve rows as
                            select s.article, s.revision, s.path, v.digest, s.first_at, row_number() over (order by s.first_at, s.article) as number,
                              gen_random_uuid() as approval, gen_random_uuid() as edition, a.author
                            from standing s join article a on a.id = s.article
                            join revision v on v.article = s.article and v.number = s.revision""");
            sql.execute("""
                    insert into approval (id, article, revision, digest, kind, basis, decided_by, decided_at)
                      select approval, article, revision, digest, 'FIRST', 'REVIEW', author, first_at from r""");
            sql.execute(
                    """
                            insert into edition (id, article, number, approval, revision, digest, kind, slug, from_at, planned_by, changed_by, state)
                              select edition, article, 1, approval, revision, digest, 'FIRST', 'bench', first_at, author, author, 'RELEASED' from r""");
            sql.execute(
                    """
                            insert into release (number, article, edition, revision, digest, kind, path, released_at, hash)
                              select number, article, edition, revision, digest, 'FIRST', path, first_at, sha256('bench') from r""");
            sql.execute(
                    """
                            update standing s set first_release = r.number, last_release = r.number from r where r.article = s.article""");
            sql.execute("insert into permalink (path, article) select path, article from r");
            sql.execute(
                    """
                            with begun as (
                              select gen_random_uuid() as id, tag as name from (
                                select distinct unnest(a.tags) as tag from article a join r on r.article = a.id) named),
                            started as (insert into tag (id, name) select id, name from begun)
                            insert into tag_name (key, name, tag) select tag_key(name), name, id from begun""");
            sql.execute(
                    """
                            insert into seat (kind, name, number, article, release)
                              select l.kind, l.name, row_number() over (partition by l.kind, l.name order by r.number), r.article, r.number
                              from r join revision v on v.article = r.article and v.number = r.revision
                              cross join lateral lists_of(v.copy, v.copy ->> 'section', r.first_at) l""");
            for (String table : List.of("approval", "edition", "release", "standing", "permalink")) {
                sql.execute("alter table " + table + " enable trigger user");
            }
            sql.execute("update site.target set position = (select max(number) from r)");
            try (ResultSet rows = sql.executeQuery("select path from r order by number")) {
                while (rows.next()) {
                    paths.add(rows.getString(1));
                }
            }
        }
        owner.commit();
        owner.setAutoCommit(true);
        try (Statement sql = owner.createStatement()) {
            sql.execute("analyze");
        }
        return paths;
    }

    /** What is random of the stories, and their current text: made of real paragraphs, so that they have their own words. */
    private static void fill(Connection owner, int stories, long seed) throws SQLException {
        Paragraphs paragraphs = new Paragraphs(seed);
        Random random = new Random(seed);
        long now = System.currentTimeMillis();
        CopyIn rows = owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy h from stdin");
        try {
            for (int i = 1; i <= stories; i++) {
                double lot = random.nextDouble();
                String stage = lot < LIVE
                        ? "APPROVED"
                        : lot < .925 ? "DRAFT" : lot < .9625 ? "CHANGES_REQUESTED" : "IN_REVIEW";
                String headline = one(TOWNS, random) + " " + one(THINGS, random) + " " + one(DONE, random) + " №" + i;
                String section = one(SECTIONS, random);
                String tag = "тег " + random.nextInt(500);
                ObjectNode copy = paragraphs.copy(i, "qor" + i);
                copy.put("headline", headline).put("section", section).putArray("tags").add(tag);
                long at = now - (long) (random.nextDouble() * 1000 * 86_400_000L);
                String row = String.join("\t", id("story" + i + "/" + seed).toString(), Integer.toString(i),
                        id("person" + (1 + random.nextInt(AUTHORS))).toString(), headline, section, tag, stage,
                        Instant.ofEpochMilli(at).toString(),
                        copy.toString().replace("\\", "\\\\").replace("\t", " ").replace("\n", " ")) + "\n";
                byte[] bytes = row.getBytes(UTF_8);
                rows.writeToCopy(bytes, 0, bytes.length);
            }
            rows.endCopy();
        } finally {
            if (rows.isActive()) {
                rows.cancelCopy();
            }
        }
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** As {@code md5(name)::uuid} makes it. */
    private static UUID id(String name) throws SQLException {
        try {
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(name.getBytes(UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new SQLException(e);
        }
    }

    /** A save as bare SQL would make it: the same rows, with the same triggers, by the application's own role. */
    static void save(Connection newsroom, PreparedStatement revision, PreparedStatement trail, String article,
            int number,
            String author, byte[] copy) throws SQLException {
        revision.setObject(1, article);
        revision.setInt(2, number);
        revision.setBytes(3, copy);
        revision.setBytes(4, copy);
        revision.setObject(5, author);
        revision.setObject(6, author);
        revision.executeUpdate();
        trail.setObject(1, article);
        trail.setObject(2, author);
        trail.setInt(3, number);
        trail.executeUpdate();
        newsroom.commit();
    }

    static final String REVISION = """
            insert into newsroom.revision (article, number, bytes, digest, author, writers, drawn_from, origin)
            values (cast(? as uuid), ?, ?, sha256(?), cast(? as uuid), array[cast(? as uuid)], '{}', 'WRITTEN')""";

    static final String TRAIL = """
            insert into newsroom.trail (chain, actor, act, details)
            values (cast(? as uuid), cast(? as uuid), 'revision.saved', jsonb_build_object('revision', cast(? as integer)))""";
}
