package kz.qalam.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A newsroom of many stories, made by the database itself in sets, by its owner: seeded, so that the same seed gives the
 * same rows. What triggers would derive one by one is written as they would derive it.
 */
final class Rows {

    static final int AUTHORS = 40;

    private Rows() {
    }

    private static final String BODY = """
            '{"headline":"' || h.headline || ' ' || n.number || '","language":"kk","lead":"Облыстық әкімдіктің баспасөз қызметі хабарлады.",'
            || '"section":"' || h.section || '","tags":["' || h.tag || '"],'
            || '"body":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"'
            || repeat('Жиында өңір басшысы биылғы жоспардың орындалу барысын баяндады. ', 4) || '"}]}]}}'""";

    static void make(Connection owner, int stories, int revisions, long seed) throws SQLException {
        owner.setAutoCommit(false);
        try (Statement sql = owner.createStatement()) {
            sql.execute("set search_path = newsroom, public");
            sql.execute("alter table revision disable trigger user");
            sql.execute("alter table article disable trigger user");
            sql.execute("select setseed(" + (seed % 1000) / 1000.0 + ")");
            sql.execute(
                    """
                            insert into person (id, subject, username, name)
                              select md5('person' || i)::uuid, 'bench-' || i, 'bench' || i, 'Тілші ' || i from generate_series(1, %d) i"""
                            .formatted(AUTHORS));
            sql.execute(
                    """
                            create temp table h on commit preserve rows as
                            select md5('story' || i || '/%1$d')::uuid as id, i, md5('person' || (1 + floor(random() * %2$d))::int)::uuid as author,
                              (array['Астанада', 'Алматыда', 'Шымкентте', 'Қарағандыда', 'Ақтөбеде'])[1 + floor(random() * 5)::int] || ' ' ||
                              (array['жаңа мектеп', 'көпір', 'аурухана', 'кітапхана', 'зауыт', 'стадион'])[1 + floor(random() * 6)::int] || ' ' ||
                              (array['ашылды', 'салынды', 'жөнделді', 'іске қосылды'])[1 + floor(random() * 4)::int] || ' №' || i as headline,
                              (array['saiasat', 'qogam', 'ekonomika', 'alem', 'madeniet', 'sport'])[1 + floor(random() * 6)::int] as section,
                              'тег ' || floor(random() * 500)::int as tag,
                              case when random() < .85 then 'APPROVED' when random() < .5 then 'DRAFT'
                                when random() < .5 then 'CHANGES_REQUESTED' else 'IN_REVIEW' end as stage,
                              now() - random() * interval '1000 days' as at
                            from generate_series(1, %3$d) i"""
                            .formatted(seed, AUTHORS, stories));
            sql.execute("create unique index on h (id)");
            sql.execute(
                    """
                            insert into article (id, desk, author, started_by, started_at, revision, stage, headline, section, language, changed_at, approved_revision, tags)
                              select id, '01931000-0000-7000-8000-000000000001', author, author, at - interval '1 day', %1$d, stage,
                                headline || ' %1$d', section, 'kk', at, case when stage = 'APPROVED' then %1$d end, array[tag] from h"""
                            .formatted(revisions));
            sql.execute(
                    """
                            insert into revision (article, number, bytes, copy, digest, author, writers, origin, written_at)
                              select id, number, bytes, convert_from(bytes, 'UTF8')::jsonb, sha256(bytes), author, array[author], 'WRITTEN', at
                              from (select h.id, n.number, convert_to(%s, 'UTF8') as bytes, h.author, h.at - (%d - n.number) * interval '1 hour' as at
                                    from h cross join generate_series(1, %d) n(number)) made"""
                            .formatted(BODY, revisions, revisions));
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
            sql.execute("alter table revision enable trigger user");
            sql.execute("alter table article enable trigger user");
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
