package kz.qalam.core.media;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.copy.Picture;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.darkroom.Digests;
import kz.qalam.core.darkroom.Format;
import kz.qalam.core.darkroom.Frame;
import kz.qalam.core.darkroom.Vault.Shelf;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.RightsEnded;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;

/**
 * Reading pictures. A person sees those that they brought, those of the desks where they are editor or reviewer, those that
 * readers have seen, and those shown in a story that they may read. All others do not exist for them.
 */
@ApplicationScoped
public class Pictures {

    /** No list is longer. */
    public static final int MOST = 100;

    /** So many days before its end a licence is told of. */
    public static final int SOON = 30;

    /** No longer history of one picture is read. */
    private static final int MOST_VERSIONS = 200;

    private static final String HAS = """
            (exists (select from picture_holder h where h.picture = p.id and h.person = :me)
              or p.desk = any (cast(:all as uuid[])))""";

    private final Session entities;
    private final Staff staff;
    private final Shelves shelves;

    Pictures(Session entities, Staff staff, Shelves shelves) {
        this.entities = entities;
        this.staff = staff;
        this.shelves = shelves;
    }

    /**
     * The library, newest first; narrowed by licences in their order.
     *
     * @param words within the alternative text, credit or file name; absent: all
     * @param term of the version that this person sees; absent: whatever its licence
     * @param cursor where the last part ended; absent to begin
     * @param size 1 to {@value #MOST}
     * @throws Invalid also for a cursor that is not one that we gave for this order
     */
    @Transactional
    public PicturePage list(Actor actor, @Nullable String words, @Nullable LicenceTerm term, @Nullable String cursor,
            int size) {
        if (size < 1 || size > MOST) {
            throw Invalid.of("size", "out-of-range", 1, MOST);
        }
        Map<String, Object> parameters = new HashMap<>();
        if (cursor != null) {
            Place.read(cursor, term != null).put(parameters);
        }
        String like = PlainText.line("q", words, 200);
        if (like != null) {
            parameters.put("words", "%" + like.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%")
                    .replace("_", "!_") + "%");
        }
        // Each branch goes down its own index and stops; so the list costs the same however many pictures there are.
        String own = part("p.words", "p.licence_end", like, term, cursor);
        String has = HAS.replace(":all", ":desks");
        String branches = "(select p.* from picture_holder h join picture p on p.id = h.picture where h.person = :me"
                + own
                + " union (select p.* from unnest(cast(:desks as uuid[])) d(id) cross join lateral"
                + " (select p.* from picture p where p.desk = d.id" + own + " p)";
        if (!actor.memberships().isEmpty()) {
            branches += " union (select p.* from picture p where p.released" + (term == null ? "" : " and not " + has)
                    + part("p.shown_words", "p.shown_licence_end", like, term, cursor);
        }
        Query query = entities.createNativeQuery(
                """
                        select p.id, v.number as version, p.width, p.height, p.name, v.alt, v.credit, v.licence_end, p.uploaded_at
                        from ("""
                        + branches + ") p join picture_version v on v.picture = p.id and v.number = case when " + has
                        + " then p.version else p.shown_version end"
                        + (term == null ? " order by p.id desc" : term.order("v.licence_end", "p.id"))
                        + " limit :most",
                Tuple.class);
        parameters.forEach(query::setParameter);
        List<?> found = query.setParameter("me", actor.person()).setParameter("desks", desks(actor))
                .setParameter("most", size + 1).getResultList();
        List<PictureLine> lines = found.stream().limit(size).map(Tuple.class::cast)
                .map(row -> new PictureLine(row.get("id", UUID.class), row.get("version", Integer.class),
                        row.get("width", Integer.class), row.get("height", Integer.class),
                        row.get("name", String.class), row.get("alt", String.class), row.get("credit", String.class),
                        row.get("licence_end", Instant.class), row.get("uploaded_at", Instant.class)))
                .toList();
        if (found.size() <= size) {
            return new PicturePage(lines, null);
        }
        PictureLine last = lines.get(size - 1);
        return new PicturePage(lines, new Place(term == null ? null : last.licenceEnd(), last.id()).toString());
    }

    /** The end of a branch: what it is narrowed by, in the list's order, as many as the list shows. */
    private static String part(String words, String end, @Nullable String like, @Nullable LicenceTerm term,
            @Nullable String cursor) {
        String narrowed = " and p.version > 0" + (like == null ? "" : " and " + words + " like :words escape '!'");
        if (term == null) {
            return narrowed + (cursor == null ? "" : " and p.id < :id") + " order by p.id desc limit :most)";
        }
        return narrowed + " and " + term.holds(end) + (cursor == null ? "" : " and " + term.beyond(end, "p.id"))
                + term.order(end, "p.id") + " limit :most)";
    }

    /** Where a part of the library ended. @param end of the last licence, where the list is in that order */
    private record Place(@Nullable Instant end, UUID id) {

        /** Between these the database counts. */
        private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
        private static final Instant FARTHEST = Instant.parse("9999-12-31T23:59:59Z");

        void put(Map<String, Object> parameters) {
            parameters.put("id", id);
            if (end != null) {
                parameters.put("end", end);
            }
        }

        @Override
        public String toString() {
            return end == null ? id.toString() : end + "~" + id;
        }

        static Place read(String text, boolean byEnd) {
            try {
                int mark = text.indexOf('~');
                Instant end = mark < 0 ? null : Instant.parse(text.substring(0, mark));
                if (byEnd == (end != null) && (end == null || (end.isBefore(FARTHEST) && end.isAfter(EARLIEST)))) {
                    return new Place(end, UUID.fromString(text.substring(mark + 1)));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                // as any other that we never gave
            }
            throw Invalid.of("cursor", "bad-cursor");
        }
    }

    /** A picture with the versions that are open to this person. @throws NotFound also when it is not open to this person */
    @Transactional
    public PictureFile find(Actor actor, UUID id) {
        requireVisible(actor, id);
        Tuple row = one(
                """
                        select p.desk, p.kind, p.bytes, p.width, p.height, p.name, w.name as uploaded_by, p.uploaded_at, p.digest
                        from picture p join person w on w.id = p.uploaded_by where p.id = :id""",
                id);
        List<?> versions = who(entities.createNativeQuery(
                """
                        select v.*, w.name as made_by_name, (select string_agg(cast(r.width as text), ',' order by r.width) from rendition r
                            where r.picture = v.picture and r.format = 'WEBP'
                              and (r.x, r.y, r.w, r.h) = (v.frame_x, v.frame_y, v.frame_w, v.frame_h)) as widths
                        from picture p join picture_version v on v.picture = p.id join person w on w.id = v.made_by
                        where p.id = :id and %s order by v.number desc"""
                        .formatted(seen(actor)),
                Tuple.class).setParameter("id", id), actor).setMaxResults(MOST_VERSIONS).getResultList();
        return new PictureFile(id, staff.desk(row.get("desk", UUID.class)),
                Format.valueOf(row.get("kind", String.class)), row.get("bytes", Integer.class),
                row.get("width", Integer.class), row.get("height", Integer.class), row.get("name", String.class),
                row.get("uploaded_by", String.class), row.get("uploaded_at", Instant.class),
                Digests.hex(row.get("digest", byte[].class)),
                versions.stream().map(Tuple.class::cast).map(Pictures::version).toList(), mayDescribe(actor),
                has(actor, id));
    }

    private static PictureVersion version(Tuple row) {
        return new PictureVersion(row.get("number", Integer.class), row.get("focus_x", Integer.class),
                row.get("focus_y", Integer.class), frame(row, "frame"), frame(row, "wide"),
                row.get("alt", String.class), row.get("credit", String.class),
                Licence.valueOf(row.get("licence", String.class)), row.get("terms", String.class),
                row.get("licence_end", Instant.class), row.get("made_by_name", String.class),
                row.get("made_at", Instant.class), Digests.hex(row.get("digest", byte[].class)),
                Arrays.stream(row.get("widths", String.class).split(",")).map(Integer::valueOf).toList());
    }

    private static Frame frame(Tuple row, String name) {
        return new Frame(row.get(name + "_x", Integer.class), row.get(name + "_y", Integer.class),
                row.get(name + "_w", Integer.class), row.get(name + "_h", Integer.class));
    }

    /** Who may say something new of a picture that they see: whoever writes or judges at some desk. */
    static boolean mayDescribe(Actor actor) {
        return actor.writes() || !actor.desks(Role.REVIEWER).isEmpty();
    }

    /**
     * A finished file of a version: the narrowest that is at least so wide, or else the widest.
     *
     * @param wide what lists show, rather than what the story shows
     * @throws NotFound also for a version that is not there
     */
    @Transactional
    public Rendition rendition(Actor actor, UUID id, int version, boolean wide, int width, Format format) {
        String part = wide ? "wide" : "frame";
        List<?> found = who(entities.createNativeQuery("""
                select r.width, r.height, r.digest from picture p join picture_version v on v.picture = p.id
                  join rendition r on r.picture = v.picture
                  and (r.x, r.y, r.w, r.h) = (v.%1$s_x, v.%1$s_y, v.%1$s_w, v.%1$s_h)
                where v.picture = :id and v.number = :version and r.format = :format and %2$s and %3$s
                order by r.width < :width, case when r.width < :width then -r.width else r.width end limit 1"""
                .formatted(part, visible(actor), seen(actor)), Tuple.class).setParameter("id", id)
                .setParameter("version", version).setParameter("format", format.name()).setParameter("width", width),
                actor).getResultList();
        if (found.isEmpty()) {
            throw new NotFound();
        }
        Tuple row = (Tuple) found.get(0);
        String digest = Digests.hex(row.get("digest", byte[].class));
        return new Rendition(row.get("width", Integer.class), row.get("height", Integer.class), format, digest,
                shelves.fetch(Shelf.RENDITIONS, digest));
    }

    /** The stories that show a picture, of those that this person may read; at most {@value #MOST}, newest first. */
    @Transactional
    public List<PictureUse> uses(Actor actor, UUID id) {
        requireVisible(actor, id);
        List<?> found = who(entities.createNativeQuery(
                """
                        select a.id, a.headline, a.language, max(u.revision) as revision, max(u.version) as version,
                          bool_or(u.revision = a.revision) as current,
                          bool_or(coalesce(s.live and u.revision = s.revision, false)) as live,
                          bool_or(exists (select from edition e where e.article = a.id and e.revision = u.revision
                            and e.kind <> 'WITHDRAWAL' and e.state in ('PLANNED', 'HELD'))) as planned,
                          max(case when s.live then s.path end) as path
                        from picture_use u join article a on a.id = u.article left join standing s on s.article = a.id
                        where u.picture = :id and %s
                        group by a.id, a.headline, a.language, a.changed_at order by a.changed_at desc, a.id desc"""
                        .formatted(readable()),
                Tuple.class).setParameter("id", id), actor).setMaxResults(MOST).getResultList();
        return found.stream().map(Tuple.class::cast)
                .map(row -> new PictureUse(row.get("id", UUID.class), row.get("headline", String.class),
                        Language.of(row.get("language", String.class)),
                        row.get("revision", Integer.class), row.get("version", Integer.class),
                        row.get("current", Boolean.class), row.get("live", Boolean.class),
                        row.get("planned", Boolean.class), row.get("path", String.class)))
                .toList();
    }

    /**
     * Live stories with a picture whose licence has ended or ends within {@value #SOON} days, of desks where this person is
     * an editor: what ends last first, so that what is still to come stands above.
     *
     * @param size at most {@value #MOST}
     */
    @Transactional
    public List<LicenceLine> ending(Actor editor, int size) {
        Set<UUID> desks = editor.desks(Role.EDITOR);
        if (desks.isEmpty()) {
            return List.of();
        }
        List<?> found = entities.createNativeQuery("""
                select a.id, coalesce(r.copy ->> 'headline', '') as headline,
                  coalesce(r.copy ->> 'language', 'kk') as language, v.picture, v.number, v.licence_end
                from picture_version v join picture_use u on u.picture = v.picture and u.version = v.number
                  join standing s on s.article = u.article and s.live and s.revision = u.revision
                  join article a on a.id = u.article join revision r on r.article = s.article and r.number = s.revision
                where v.licence_end < now() + make_interval(days => :soon)
                  and a.desk = any (cast(:desks as uuid[]))
                order by v.licence_end desc, a.id, v.picture""", Tuple.class).setParameter("soon", SOON)
                .setParameter("desks", desks.toArray(UUID[]::new)).setMaxResults(Math.min(size, MOST)).getResultList();
        return found.stream().map(Tuple.class::cast)
                .map(row -> new LicenceLine(row.get("id", UUID.class), row.get("headline", String.class),
                        Language.of(row.get("language", String.class)),
                        row.get("picture", UUID.class), row.get("number", Integer.class),
                        row.get("licence_end", Instant.class)))
                .distinct().toList();
    }

    /**
     * Lets a copy pass whose pictures are there and open to its writer; those of the text before it always are.
     *
     * @param before the text that it goes on from; absent at a story's beginning
     * @throws Invalid naming each place
     */
    public void check(Actor actor, Copy copy, @Nullable Copy before) {
        Set<String> known = new HashSet<>();
        if (before != null) {
            before.pictures().forEach(picture -> known.add(picture.reference()));
        }
        for (Picture picture : new LinkedHashSet<>(copy.pictures())) {
            if (!known.contains(picture.reference())
                    && !sees(actor, picture)) {
                throw Invalid.of(picture.equals(copy.picture()) ? "/picture" : "/body", "unknown-picture");
            }
        }
    }

    private boolean sees(Actor actor, Picture picture) {
        return !who(entities
                .createNativeQuery("""
                        select 1 from picture p join picture_version v on v.picture = p.id
                        where p.id = :id and p.version > 0 and v.number = :version and %s and %s"""
                        .formatted(visible(actor), seen(actor)))
                .setParameter("id", picture.id()).setParameter("version", picture.version()), actor).getResultList()
                .isEmpty();
    }

    /**
     * Lets a copy pass whose pictures may be shown at a time.
     *
     * @throws RightsEnded naming those whose licence has ended by then
     * @throws Invalid when one is not there
     */
    public void requireRights(Copy copy, Instant at) {
        List<String> ended = new ArrayList<>();
        for (Picture picture : new LinkedHashSet<>(copy.pictures())) {
            List<?> found = entities
                    .createNativeQuery(
                            """
                                    select coalesce(nullif(v.alt, ''), nullif(v.credit, ''), nullif(p.name, ''), '№ ' || v.number) as name,
                                      v.licence_end, exists (select from picture_redaction d where d.picture = p.id) as gone
                                    from picture_version v join picture p on p.id = v.picture
                                    where v.picture = :id and v.number = :version""",
                            Tuple.class)
                    .setParameter("id", picture.id())
                    .setParameter("version", picture.version()).getResultList();
            if (found.isEmpty()) {
                throw Invalid.of(picture.equals(copy.picture()) ? "/picture" : "/body", "unknown-picture");
            }
            Tuple row = (Tuple) found.get(0);
            Instant end = row.get("licence_end", Instant.class);
            boolean over = row.get("gone", Boolean.class) || (end != null && !end.isAfter(at));
            if (over && !ended.contains(row.get("name", String.class))) {
                ended.add(row.get("name", String.class));
            }
        }
        if (!ended.isEmpty()) {
            throw new RightsEnded(ended);
        }
    }

    /** What the versions say that a copy shows, by {@link Picture#reference}; for who may read the copy. */
    @Transactional
    public Map<String, PictureShown> shown(Copy copy) {
        return shown(copy.pictures());
    }

    /** The same of some of its pictures. */
    @Transactional
    public Map<String, PictureShown> shown(Collection<Picture> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
        List<?> found = entities.createNativeQuery(
                """
                        select v.picture, v.number, v.alt, v.credit, v.terms, v.licence_end,
                          (select string_agg(cast(r.width as text), ',' order by r.width) from rendition r
                            where r.picture = v.picture and r.format = 'WEBP'
                              and (r.x, r.y, r.w, r.h) = (v.frame_x, v.frame_y, v.frame_w, v.frame_h)) as widths
                        from (select distinct * from unnest(cast(:ids as uuid[]), cast(:numbers as integer[])) n(id, number)) n
                          join picture_version v on v.picture = n.id and v.number = n.number""",
                Tuple.class).setParameter("ids", all.stream().map(Picture::id).toArray(UUID[]::new))
                .setParameter("numbers", all.stream().mapToInt(Picture::version).toArray()).getResultList();
        Map<String, PictureShown> shown = new HashMap<>();
        for (Object one : found) {
            Tuple row = (Tuple) one;
            String widths = row.get("widths", String.class);
            shown.put(new Picture(row.get("picture", UUID.class), row.get("number", Integer.class), "").reference(),
                    new PictureShown(row.get("alt", String.class), row.get("credit", String.class),
                            row.get("terms", String.class), row.get("licence_end", Instant.class),
                            widths == null
                                    ? List.of()
                                    : Arrays.stream(widths.split(",")).map(Integer::valueOf).toList()));
        }
        return shown;
    }

    /** The pictures of a copy that say nothing to those who cannot see them: for the checklist. */
    @Transactional
    public List<Picture> withoutAlt(Copy copy) {
        return copy.pictures().stream().distinct()
                .filter(picture -> entities
                        .createNativeQuery(
                                "select 1 from picture_version where picture = :id and number = :version and alt <> ''")
                        .setParameter("id", picture.id()).setParameter("version", picture.version()).getResultList()
                        .isEmpty())
                .toList();
    }

    void requireVisible(Actor actor, UUID id) {
        if (!isVisible(actor, id)) {
            throw new NotFound();
        }
    }

    private boolean isVisible(Actor actor, UUID id) {
        return !who(entities.createNativeQuery("select 1 from picture p where p.version > 0 and p.id = :id and "
                + visible(actor)).setParameter("id", id), actor).getResultList().isEmpty();
    }

    /** The picture of these bytes that this person has or may see. */
    @Nullable
    Taken known(Actor actor, byte[] digest) {
        List<?> found = who(entities.createNativeQuery(
                """
                        select p.id, (select max(v.number) from picture_version v where v.picture = p.id and %s) as version
                        from picture p where p.version > 0 and p.digest = :digest and %s
                        order by exists (select from picture_holder h where h.picture = p.id and h.person = :me) desc, p.id limit 1"""
                        .formatted(seen(actor), visible(actor)),
                Tuple.class).setParameter("digest", digest), actor).getResultList();
        if (found.isEmpty()) {
            return null;
        }
        Tuple row = (Tuple) found.get(0);
        return new Taken(row.get("id", UUID.class), row.get("version", Integer.class), true);
    }

    /** Whether these bytes were taken out by court or law. */
    boolean isRedacted(byte[] digest) {
        return !entities.createNativeQuery("select 1 from picture_redaction where digest = :digest")
                .setParameter("digest", digest).getResultList().isEmpty();
    }

    /** Whether it is this person's to describe: brought by them, or of a desk where they are editor or reviewer. */
    boolean has(Actor actor, UUID id) {
        return !entities.createNativeQuery("select 1 from picture p where p.id = :id and " + HAS)
                .setParameter("id", id).setParameter("me", actor.person()).setParameter("all", desks(actor))
                .getResultList().isEmpty();
    }

    /** Of a picture that one has, every version; of others those that readers have seen or a story shows that one may read. */
    private static String seen(Actor actor) {
        return """
                (v.number = 1 or %s %s or exists (select from picture_use u join article a on a.id = u.article
                  where u.picture = v.picture and u.version = v.number and %s))""".formatted(HAS,
                actor.memberships().isEmpty()
                        ? ""
                        : "or exists (select from version_shown s where s.picture = v.picture and s.version = v.number)",
                readable());
    }

    private static String visible(Actor actor) {
        return """
                (%s %s
                  or exists (select from picture_use u join article a on a.id = u.article where u.picture = p.id and %s))"""
                .formatted(HAS, actor.memberships().isEmpty() ? "" : "or p.released", readable());
    }

    /** {@code Move.READ}, said in SQL; a test holds the two against each other. */
    private static String readable() {
        return """
                (a.desk = any (cast(:all as uuid[]))
                  or a.desk = any (cast(:own as uuid[])) and (a.author = :me or a.author is null)
                  or a.desk = any (cast(:approved as uuid[])) and a.approved_revision is not null)""";
    }

    private static Query who(Query query, Actor actor) {
        return query.setParameter("me", actor.person()).setParameter("all", desks(actor))
                .setParameter("own", actor.desks(Role.AUTHOR).toArray(UUID[]::new))
                .setParameter("approved", actor.desks(Role.PUBLISHER).toArray(UUID[]::new));
    }

    private static UUID[] desks(Actor actor) {
        Set<UUID> all = new HashSet<>(actor.desks(Role.EDITOR));
        all.addAll(actor.desks(Role.REVIEWER));
        return all.toArray(UUID[]::new);
    }

    private Tuple one(String sql, UUID id) {
        return (Tuple) entities.createNativeQuery(sql, Tuple.class).setParameter("id", id).getSingleResult();
    }
}
