package kz.qalam.core.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Looks whether everything is as it was written: each digest against its text, each revision and approval against the
 * trail, each entry against its chain, each chain against the seals outside the database. Says each thing in SQL of its
 * own and trusts no function that lives in the database.
 */
public final class Verification {

    /** No more findings of one kind than this are told one by one. */
    public static final int MOST = 100;

    private final Connection connection;
    private final List<Finding> findings = new ArrayList<>();

    private Verification(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param connection of a role that may read the newsroom
     * @param seals the folder of seals
     * @return what is not as it was written; empty when all is well
     */
    public static List<Finding> of(Connection connection, Path seals) throws SQLException, IOException {
        Verification verification = new Verification(connection);
        verification.trail();
        verification.revisions();
        verification.approvals();
        verification.releases();
        verification.seals(seals);
        return List.copyOf(verification.findings);
    }

    /**
     * What was taken out by court or law: a line for each, with the story and the revision, or the picture, the digest, the
     * time and the order.
     */
    public static List<String> redactions(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                Statement second = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                                select d.article || ' ' || d.revision || ' sha256:' || encode(r.digest, 'hex') || ' '
                                  || to_char(d.at at time zone 'Asia/Almaty', 'YYYY-MM-DD HH24:MI') || ' ' || d.ordered
                                from newsroom.redaction d join newsroom.revision r on r.article = d.article and r.number = d.revision
                                order by d.at, d.article, d.revision""");
                ResultSet pictures = second.executeQuery(
                        """
                                select picture || ' sha256:' || encode(digest, 'hex') || ' '
                                  || to_char(at at time zone 'Asia/Almaty', 'YYYY-MM-DD HH24:MI') || ' ' || ordered
                                from newsroom.picture_redaction order by at, picture""")) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
            while (pictures.next()) {
                lines.add(pictures.getString(1));
            }
        }
        return lines;
    }

    private void trail() throws SQLException {
        look(Finding.Kind.TRAIL_BROKEN,
                """
                        select t.chain || ' ' || t.seq from newsroom.trail t
                          left join newsroom.trail p on p.chain = t.chain and p.seq = t.seq - 1
                        where t.previous is distinct from p.hash or (t.seq > 1 and p.seq is null)
                          or t.hash is distinct from sha256(coalesce(t.previous, '') || convert_to(
                            concat_ws('|', t.chain, t.seq, extract(epoch from t.at), t.actor, t.act, t.details, t.gesture), 'UTF8'))""");
    }

    private void revisions() throws SQLException {
        look(Finding.Kind.REVISION_CHANGED, """
                select r.article || ' ' || r.number from newsroom.revision r
                  left join newsroom.redaction d on d.article = r.article and d.revision = r.number
                where case when r.bytes is null then d.article is null
                  else r.digest <> sha256(r.bytes) or r.copy <> convert_from(r.bytes, 'UTF8')::jsonb end""");
        look(Finding.Kind.REVISION_UNRECORDED, """
                select coalesce(r.article, t.chain) || ' ' || coalesce(r.number, (t.details ->> 'revision')::int)
                from newsroom.revision r full join (
                  select chain, details, actor from newsroom.trail
                  where act in ('article.started', 'article.imported', 'revision.saved', 'revision.restored',
                    'revision.merged')) t
                on t.chain = r.article and (t.details ->> 'revision')::int = r.number
                  and t.details ->> 'digest' = encode(r.digest, 'hex') and t.actor = r.author
                where r.article is null or t.chain is null""");
    }

    private void approvals() throws SQLException {
        look(Finding.Kind.APPROVAL_UNRECORDED,
                """
                        select coalesce(a.article, t.chain) || ' ' || coalesce(a.revision, (t.details ->> 'revision')::int)
                        from newsroom.approval a full join (
                          select chain, details, actor from newsroom.trail where act = 'revision.approved') t
                        on t.chain = a.article and t.details ->> 'approval' = a.id::text and (t.details ->> 'revision')::int = a.revision
                          and t.details ->> 'digest' = encode(a.digest, 'hex') and t.details ->> 'kind' = a.kind and t.actor = a.decided_by
                        where a.id is null or t.chain is null""");
    }

    private void releases() throws SQLException {
        look(Finding.Kind.RELEASE_BROKEN,
                """
                        select 'release ' || r.number from newsroom.release r
                          left join newsroom.release p on p.number = r.number - 1
                          left join newsroom.edition e on e.id = r.edition
                          left join newsroom.approval a on a.id = e.approval
                          left join newsroom.revision v on v.article = r.article and v.number = r.revision
                        where r.previous is distinct from p.hash or (r.number > 1 and p.number is null)
                          or not exists (select from newsroom.redaction d where d.article = r.article and d.revision = r.revision)
                            and r.hash is distinct from sha256(coalesce(r.previous, '') || convert_to(
                            concat_ws('|', r.number, r.article, r.edition, r.revision, encode(r.digest, 'hex'), r.kind, r.notice, r.path,
                              extract(epoch from r.released_at)), 'UTF8'))
                          or v.digest is distinct from r.digest
                          or (r.kind <> 'WITHDRAWAL' and (a.id is null or a.digest <> r.digest or a.revision <> r.revision))""");
        look(Finding.Kind.RELEASE_BROKEN,
                """
                        select 'article ' || s.article from newsroom.standing s left join newsroom.release r on r.number = s.last_release
                        where r.number is null or r.article <> s.article or r.revision <> s.revision or r.path <> s.path
                          or s.live <> (r.kind <> 'WITHDRAWAL')
                          or exists (select from newsroom.release later where later.article = s.article and later.number > s.last_release)""");
    }

    private void seals(Path folder) throws SQLException, IOException {
        Map<UUID, Map<Integer, String>> sealed = new HashMap<>();
        Set<String> releases = new LinkedHashSet<>();
        Consumer<Seal> gather = seal -> {
            seal.heads().forEach(
                    head -> sealed.computeIfAbsent(head.chain(), chain -> new HashMap<>()).put(head.seq(),
                            head.hash()));
            if (!seal.release().startsWith("0 ")) {
                releases.add(seal.release());
            }
        };
        new SealFile(folder).read(gather, findings::add);
        try (PreparedStatement entry = connection.prepareStatement(
                "select encode(hash, 'hex') from newsroom.trail where chain = ? and seq = ?")) {
            for (Map.Entry<UUID, Map<Integer, String>> chain : sealed.entrySet()) {
                for (Map.Entry<Integer, String> head : chain.getValue().entrySet()) {
                    entry.setObject(1, chain.getKey());
                    entry.setInt(2, head.getKey());
                    compare(entry, head.getValue(), chain.getKey() + " " + head.getKey());
                }
            }
        }
        try (PreparedStatement release = connection.prepareStatement(
                "select encode(hash, 'hex') from newsroom.release where number = ?")) {
            for (String sealedRelease : releases) {
                String[] parts = sealedRelease.split(" ", 2);
                release.setLong(1, Long.parseLong(parts[0]));
                compare(release, parts[1], "release " + parts[0]);
            }
        }
    }

    private void compare(PreparedStatement found, String sealed, String what) throws SQLException {
        try (ResultSet row = found.executeQuery()) {
            if (!row.next() || !sealed.equals(row.getString(1))) {
                findings.add(new Finding(Finding.Kind.SEALED_CHANGED, what));
            }
        }
    }

    private void look(Finding.Kind kind, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql + " limit " + MOST)) {
            while (row.next()) {
                findings.add(new Finding(kind, row.getString(1)));
            }
        }
    }
}
