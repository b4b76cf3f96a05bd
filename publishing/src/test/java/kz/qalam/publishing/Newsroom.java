package kz.qalam.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.language.Slug;

/**
 * The newsroom as the site knows it: as rows that its role writes, through the tables' own triggers. An author writes, a
 * reviewer approves, a publisher withdraws.
 */
public final class Newsroom implements AutoCloseable {
    private static final UUID DESK = UUID.fromString("01931000-0000-7000-8000-000000000001");

    private final Connection connection;
    private final UUID author = UUID.randomUUID();
    private final UUID reviewer = UUID.randomUUID();
    private final UUID publisher = UUID.randomUUID();
    private final UUID admin = UUID.randomUUID();
    private byte[] lastPicture = new byte[0];
    private final Map<UUID, Integer> revisions = new HashMap<>();
    private final Map<UUID, Integer> editions = new HashMap<>();

    public Newsroom(String url) throws SQLException {
        connection = DriverManager.getConnection(url, "qalam_newsroom", Database.PASSWORD);
        join(author, "AUTHOR");
        join(reviewer, "REVIEWER");
        join(publisher, "PUBLISHER");
        join(admin, "ADMIN");
    }

    private void join(UUID person, String role) throws SQLException {
        var name = role.charAt(0) + role.substring(1).toLowerCase(java.util.Locale.ROOT);
        run("insert into newsroom.person (id, subject, username, name) values (?, ?, ?, ?)", person, person.toString(),
                name, name);
        run("insert into newsroom.membership (person, desk, role) values (?, ?, ?)", person,
                role.equals("ADMIN") ? null : DESK, role);
    }

    /** A draft. */
    public synchronized UUID write(Copy copy) throws SQLException {
        return write(copy, null);
    }

    public synchronized UUID write(Copy copy, @Nullable Long importedViews) throws SQLException {
        var article = UUID.randomUUID();
        run("""
                insert into newsroom.article (id, desk, author, started_by, imported_views) values (?, ?, ?, ?, ?)""",
                article, DESK, author, author, importedViews);
        revise(article, copy);
        return article;
    }

    public synchronized void revise(UUID article, Copy draft) throws SQLException {
        var copy = draft.checked();
        var number = revisions.merge(article, 1, Integer::sum);
        run("""
                insert into newsroom.revision (article, number, bytes, digest, author, writers, origin)
                values (?, ?, ?, ?, ?, array[?], 'WRITTEN')""", article, number, copy.canonical(), copy.digest(),
                author, author);
    }

    /** Approves the newest revision, to go out from a time on; what is due goes out with the next release. */
    public void approve(UUID article, Copy copy, String kind, @Nullable String notice, Instant from)
            throws SQLException {
        approve(article, copy.digest(), copy.slug() == null ? Slug.of(copy.headline()) : copy.slug(), kind, notice,
                from);
    }

    private synchronized void approve(UUID article, byte[] digest, String slug, String kind, @Nullable String notice,
            Instant from) throws SQLException {
        var revision = revisions.get(article);
        var review = UUID.randomUUID();
        var approval = UUID.randomUUID();
        connection.setAutoCommit(false);
        run("insert into newsroom.review (id, article, revision, kind, notice, asked_by) values (?, ?, ?, ?, ?, ?)",
                review,
                article, revision, kind, notice, author);
        run("""
                insert into newsroom.approval (id, article, revision, digest, kind, notice, basis, review, decided_by)
                values (?, ?, ?, ?, ?, ?, 'REVIEW', ?, ?)""", approval, article, revision, digest, kind, notice, review,
                reviewer);
        run("""
                insert into newsroom.edition (id, article, number, approval, revision, digest, kind, notice, slug, from_at,
                  planned_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                UUID.randomUUID(), article,
                editions.merge(article, 1, Integer::sum), approval, revision, digest, kind, notice, slug,
                Timestamp.from(from),
                reviewer);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** A picture of one file, 320 by 180, as the darkroom's rows say it; its bytes are whatever one likes. */
    public synchronized UUID picture(String alt, String credit, byte[] bytes, @Nullable String kept)
            throws SQLException {
        var id = UUID.randomUUID();
        lastPicture = bytes;
        if (kept != null && !kept.equals(java.util.HexFormat.of().formatHex(sha256(bytes)))) {
            throw new IllegalStateException("the vault kept something else");
        }
        run("""
                insert into newsroom.picture (id, desk, digest, kind, bytes, width, height, name, uploaded_by)
                values (?, ?, sha256(?), 'JPEG', 1, 320, 180, 'a.jpg', ?)""", id, DESK, id.toString().getBytes(UTF_8),
                author);
        for (var format : java.util.List.of("WEBP", "JPEG")) {
            run("""
                    insert into newsroom.rendition (picture, x, y, w, h, width, height, format, digest, bytes)
                    values (?, 0, 0, 10000, 10000, 320, 180, ?, sha256(?), ?)""", id, format, bytes, bytes.length);
        }
        run("""
                insert into newsroom.picture_version (picture, number, focus_x, focus_y, frame_x, frame_y, frame_w, frame_h,
                  wide_x, wide_y, wide_w, wide_h, alt, credit, licence, terms, made_by)
                values (?, 1, 5000, 5000, 0, 0, 10000, 10000, 0, 0, 10000, 10000, ?, ?, 'OWN', '', ?)""",
                id, alt, credit,
                author);
        return id;
    }

    /** The bytes of the picture made last. */
    public synchronized byte[] lastPicture() {
        return lastPicture.clone();
    }

    /** Has the database release what is due, as web-admin does after an approval. */
    public synchronized void release() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select * from newsroom.release_due()");
        }
    }

    /** Writes, approves and releases. */
    public UUID publish(Copy copy) throws SQLException {
        return publish(copy, null);
    }

    public synchronized UUID publish(Copy copy, @Nullable Long importedViews) throws SQLException {
        var article = write(copy, importedViews);
        approve(article, copy, "FIRST", null, Instant.now());
        release(article);
        if (path(article) == null) {
            throw new AssertionError("not released: " + copy.headline());
        }
        return article;
    }

    /** What is due of a story. The site's own clock may be at it already: then it is not ours to release, and comes at once. */
    private void release(UUID article) throws SQLException {
        release();
        var due = "select count(*) from newsroom.edition where state = 'PLANNED' and from_at <= clock_timestamp() and article = '"
                + article + "'";
        for (int tries = 0; tries < 5_000 && number(due) > 0; tries++) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    public synchronized void change(UUID article, Copy copy, String kind, @Nullable String notice) throws SQLException {
        revise(article, copy);
        approve(article, copy, kind, notice, Instant.now());
        release(article);
    }

    public synchronized void withdraw(UUID article, @Nullable String notice) throws SQLException {
        run("""
                insert into newsroom.edition (id, article, number, revision, digest, kind, notice, reason, from_at, planned_by)
                values (?, ?, ?, 0, '', 'WITHDRAWAL', ?, 'сынақ', clock_timestamp(), ?)""",
                UUID.randomUUID(), article,
                editions.merge(article, 1, Integer::sum), notice, publisher);
        release(article);
    }

    /** Publishes again what was approved last, after a withdrawal. */
    public synchronized void bringBack(UUID article) throws SQLException {
        run("""
                insert into newsroom.edition (id, article, number, approval, revision, digest, kind, notice, slug, from_at, planned_by)
                select ?, article, ?, approval, revision, digest, kind, notice, slug, clock_timestamp(), ?
                from newsroom.edition where article = ? and approval is not null order by number desc limit 1""",
                UUID.randomUUID(), editions.merge(article, 1, Integer::sum), publisher, article);
        release(article);
    }

    /** Approves a lexicon of one spelling, whole and new; an empty stem for none at all. */
    public synchronized void spell(String stem, String latin, String arabic) throws SQLException {
        var number = number("select coalesce(max(number), 0) + 1 from newsroom.lexicon_version");
        run("insert into newsroom.lexicon_version (number, entries, author, writers) values (?, cast(? as jsonb), ?, '{}')",
                (int) number,
                stem.isEmpty()
                        ? "[]"
                        : "[{\"stem\":\"%s\",\"latin\":\"%s\",\"arabic\":\"%s\"}]".formatted(stem, latin, arabic),
                author);
        run("insert into newsroom.lexicon_approval (version, decided_by) values (?, ?)", (int) number, reviewer);
    }

    /** Puts the sections of the masthead in the reverse order. */
    public synchronized void turnSections() throws SQLException {
        run("update newsroom.section set position = -position");
    }

    /** Starts a section, after all the others. */
    public synchronized void section(String slug, String name) throws SQLException {
        run("""
                insert into newsroom.section (slug, name_kk, name_ru, name_en, position)
                  select ?, ?, ?, ?, max(abs(position)) + 1 from newsroom.section""", slug, name, name, name);
    }

    /** Makes two sections one: the second. */
    public synchronized void mergeSections(String gone, String kept) throws SQLException {
        run("select newsroom.merge_sections(?, ?, ?)", gone, kept, admin);
    }

    public synchronized void moveSection(String slug, String address) throws SQLException {
        run("select newsroom.move_section(?, ?, ?)", slug, address, admin);
    }

    public synchronized void closeSection(String slug, boolean closing) throws SQLException {
        run("select newsroom.close_section(?, ?, ?)", slug, closing, admin);
    }

    /** Gives the tag that has one name another. */
    public synchronized void renameTag(String name, String other) throws SQLException {
        run("select newsroom.rename_tag((select tag from newsroom.tag_name where key = newsroom.tag_key(?)), ?, ?, ?)",
                name, other, Slug.of(other), publisher);
    }

    /** Makes the tags of two names one: the second. */
    public synchronized void mergeTags(String gone, String kept) throws SQLException {
        run("""
                select newsroom.merge_tags((select tag from newsroom.tag_name where key = newsroom.tag_key(?)),
                  (select tag from newsroom.tag_name where key = newsroom.tag_key(?)), ?)""", gone, kept, publisher);
    }

    public synchronized void resend(long release, String receiver) throws SQLException {
        run("select newsroom.resend(id) from site.delivery where release = ? and receiver = ?", release, receiver);
    }

    /** The path at which a story stands, or null while it has none. */
    public synchronized @Nullable String path(UUID article) throws SQLException {
        try (var statement = connection.prepareStatement("select path from newsroom.standing where article = ?")) {
            statement.setObject(1, article);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    /** A draft whose bytes no reader of copy understands. */
    public synchronized UUID writeBroken(String headline) throws SQLException {
        var article = UUID.randomUUID();
        run("insert into newsroom.article (id, desk, author, started_by) values (?, ?, ?, ?)", article, DESK, author,
                author);
        var bytes = "{\"headline\":\"%s\",\"surprise\":1}".formatted(headline).getBytes(UTF_8);
        revisions.put(article, 1);
        run("""
                insert into newsroom.revision (article, number, bytes, digest, author, writers, origin)
                values (?, 1, ?, sha256(?), ?, array[?], 'WRITTEN')""", article, bytes, bytes, author, author);
        approve(article, sha256(bytes), Slug.of(headline), "FIRST", null, Instant.now());
        release(article);
        return article;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any one number that the newsroom's role may read. */
    public synchronized long number(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
