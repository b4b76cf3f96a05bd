package kz.qalam.core.media;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import com.fasterxml.uuid.Generators;

import io.quarkus.narayana.jta.QuarkusTransaction;
import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.darkroom.Darkroom;
import kz.qalam.core.darkroom.Digests;
import kz.qalam.core.darkroom.Frame;
import kz.qalam.core.darkroom.Inscription;
import kz.qalam.core.darkroom.Negative;
import kz.qalam.core.darkroom.Print;
import kz.qalam.core.darkroom.Vault.Shelf;
import kz.qalam.core.refusal.Busy;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.refusal.PicturesAway;
import kz.qalam.core.refusal.UnreadablePicture;
import kz.qalam.core.refusal.VersionMoved;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Role;

/**
 * Bringing pictures and saying what is to be known of them. Developing takes seconds, so it comes before the transaction:
 * files first, then, at once, the rows that name them. What a crash leaves between is a file that nobody names.
 */
@ApplicationScoped
public class Picturing {

    private static final int NAME = 255;

    private final Session entities;
    private final Pictures pictures;
    private final Shelves shelves;
    private final Trail trail;

    Picturing(Session entities, Pictures pictures, Shelves shelves, Trail trail) {
        this.entities = entities;
        this.pictures = pictures;
        this.shelves = shelves;
        this.trail = trail;
    }

    /** A frame of which nothing was printed yet is printed; the rest is there. */
    private record Printed(Print print, String digest) {}

    /**
     * Takes a picture. The same bytes again are the same picture to whoever may see it; to all others they are a picture of
     * their own, and nothing tells that the newsroom has them.
     *
     * @param bytes at most {@link Negative#MOST_BYTES}; JPEG, PNG or WebP of at most {@link Negative#MOST_PIXELS}
     * @param name the file's, for search
     * @param desk whose editors and reviewers see it; absent: the person's first
     * @throws UnreadablePicture with the reason
     * @throws NotPermitted to someone who is neither author, editor nor reviewer at the desk that they name; without one,
     *         neither author nor editor anywhere
     * @throws PicturesAway when the storage cannot keep it: nothing was kept
     * @throws Busy when the darkroom has too much to do
     */
    public Taken take(Actor actor, byte[] bytes, @Nullable String name, @Nullable UUID desk) {
        // Who may change a desk's stories may show pictures in them
        UUID at = desk == null
                ? actor.deskFor(null, Role.AUTHOR, Role.EDITOR)
                : actor.deskFor(desk, Role.AUTHOR, Role.EDITOR, Role.REVIEWER);
        Negative negative = Negative.judge(bytes);
        byte[] digest = Digests.of(bytes);
        if (Boolean.TRUE.equals(inTransaction(() -> pictures.isRedacted(digest)))) {
            throw new UnreadablePicture(UnreadablePicture.Reason.REDACTED);
        }
        Taken known = inTransaction(() -> pictures.known(actor, digest));
        if (known != null) {
            return known;
        }
        Inscription said = Inscription.of(negative);
        int width = said.isOnItsSide() ? negative.height() : negative.width();
        int height = said.isOnItsSide() ? negative.width() : negative.height();
        Description description = new Description(null, null, null, said.caption(), said.credit(),
                said.credit().isEmpty() ? Licence.OWN : Licence.AGENCY, null, null).checked();
        Frame wide = Frame.WHOLE.wide(width, height, Frame.WHOLE_SIDE / 2, Frame.WHOLE_SIDE / 2);
        // Decoded before it is kept: what cannot be read is not even stored
        List<Print> prints = Darkroom.print(negative, said.orientation(), frames(Frame.WHOLE, wide));
        shelves.keep(Shelf.ORIGINALS, bytes);
        List<Printed> printed = keep(prints);
        String called = requireNonNullElse(line(name), "");
        return requireNonNull(inTransaction(() -> {
            Taken meanwhile = pictures.known(actor, digest);
            if (meanwhile != null) {
                return meanwhile;
            }
            UUID id = Generators.timeBasedEpochGenerator().generate();
            int made = entities.createNativeQuery(
                    """
                            insert into picture (id, desk, digest, kind, bytes, width, height, name, uploaded_by)
                            values (:id, :desk, :digest, :kind, :bytes, :width, :height, :name, :me)
                            on conflict (digest, uploaded_by) do nothing""")
                    .setParameter("id", id).setParameter("desk", at).setParameter("digest", digest)
                    .setParameter("kind", negative.format().name()).setParameter("bytes", bytes.length)
                    .setParameter("width", width).setParameter("height", height).setParameter("name", called)
                    .setParameter("me", actor.person()).executeUpdate();
            if (made == 0) {
                return requireNonNull(pictures.known(actor, digest));
            }
            hold(actor, id);
            name(id, printed);
            int version = say(actor, id, description, wide);
            trail.record(id, actor.person(), Act.PICTURE_TAKEN,
                    Map.of("digest", Digests.hex(digest), "width", width, "height", height));
            return new Taken(id, version, false);
        }));
    }

    /** A name is only for search: what copy would refuse in it is left out. */
    private static @Nullable String line(@Nullable String name) {
        String plain = name == null ? "" : name.replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{P} ]", " ");
        try {
            return PlainText.line("name", plain.length() > NAME ? plain.substring(plain.length() - NAME) : plain, NAME);
        } catch (Invalid strange) {
            return null;
        }
    }

    private void hold(Actor actor, UUID id) {
        entities.createNativeQuery(
                "insert into picture_holder (person, picture) values (:me, :id) on conflict do nothing")
                .setParameter("me", actor.person()).setParameter("id", id).executeUpdate();
    }

    /** Says anew what is to be known, over whatever was said last. */
    public int describe(Actor actor, UUID id, Description said) {
        return describe(actor, id, null, said, null).version();
    }

    /**
     * Says anew what is to be known of a picture: a new version. Stories go on showing the versions that they name. Of what
     * is only shown to a person, by readers' pages or another's story, they say it in a picture of their own with the same
     * bytes: what they say for a story that is not out yet is nobody else's to see. What the newest version says already, and
     * they said it, is said: whoever did not get the answer may ask again.
     *
     * @param base the version that the person had before them; absent: whichever is the newest
     * @param desk whose editors and reviewers see a picture of their own; absent: the person's first
     * @return the picture and the version's number
     * @throws VersionMoved when somebody has described it anew meanwhile
     * @throws NotFound also when the picture is not open to this person
     * @throws NotPermitted to someone who neither writes nor judges
     * @throws Invalid where something breaks its limits
     */
    public Taken describe(Actor actor, UUID id, @Nullable Integer base, Description said, @Nullable UUID desk) {
        Description description = said.checked();
        Tuple row = requireNonNull(inTransaction(() -> {
            pictures.requireVisible(actor, id);
            if (!Pictures.mayDescribe(actor)) {
                throw new NotPermitted();
            }
            return (Tuple) entities.createNativeQuery("select width, height, digest from picture where id = :id",
                    Tuple.class).setParameter("id", id).getSingleResult();
        }));
        Frame frame = requireNonNull(description.frame());
        Frame wide = frame.wide(row.get("width", Integer.class), row.get("height", Integer.class),
                requireNonNull(description.focusX()), requireNonNull(description.focusY()));
        Set<Frame> missing = requireNonNull(inTransaction(() -> missing(id, frames(frame, wide))));
        List<Printed> printed = List.of();
        if (!missing.isEmpty()) {
            Negative negative = Negative
                    .judge(shelves.fetch(Shelf.ORIGINALS, Digests.hex(row.get("digest", byte[].class))));
            printed = keep(Darkroom.print(negative, Inscription.of(negative).orientation(), missing));
        }
        List<Printed> fresh = printed;
        return requireNonNull(inTransaction(() -> {
            boolean has = pictures.has(actor, id);
            UUID described = has ? id : own(actor, id, desk, frame, wide);
            trail.keepOthersOff(described);
            int newest = (Integer) entities
                    .createNativeQuery("select version from picture where id = :id")
                    .setParameter("id", described).getSingleResult();
            if (isSaid(actor, described, newest, description)) {
                return new Taken(described, newest, true);
            }
            if (has && base != null && base != newest) {
                throw new VersionMoved(newest);
            }
            name(described, fresh);
            int version = say(actor, described, description, wide);
            Map<String, Object> facts = new HashMap<>();
            facts.put("version", version);
            facts.put("licence", description.licence().name());
            if (description.licenceEnd() != null) {
                facts.put("until", description.licenceEnd());
            }
            trail.record(described, actor.person(), Act.PICTURE_DESCRIBED, facts);
            return new Taken(described, version, has);
        }));
    }

    /**
     * A picture of their own with the bytes of another, and what is printed of these frames. Its first version is what the file
     * said, as with any that is brought: to others of the newsroom that one is open, and what somebody writes is not.
     */
    private UUID own(Actor actor, UUID id, @Nullable UUID desk, Frame frame, Frame wide) {
        UUID made = Generators.timeBasedEpochGenerator().generate();
        boolean isNew = entities.createNativeQuery("""
                insert into picture (id, desk, digest, kind, bytes, width, height, name, uploaded_by)
                select :made, :desk, digest, kind, bytes, width, height, name, :me from picture where id = :id
                on conflict (digest, uploaded_by) do nothing""").setParameter("made", made)
                .setParameter("desk", actor.deskFor(desk, Role.AUTHOR, Role.EDITOR, Role.REVIEWER))
                .setParameter("me", actor.person()).setParameter("id", id).executeUpdate() > 0;
        UUID own = (UUID) entities.createNativeQuery("""
                select o.id from picture p join picture o on o.digest = p.digest and o.uploaded_by = :me
                where p.id = :id""").setParameter("me", actor.person()).setParameter("id", id)
                .getSingleResult();
        hold(actor, own);
        for (Frame one : frames(frame, wide)) {
            entities.createNativeQuery("""
                    insert into rendition (picture, x, y, w, h, width, height, format, digest, bytes)
                    select :own, x, y, w, h, width, height, format, digest, bytes from rendition
                    where picture = :id and x = :x and y = :y and w = :w and h = :h on conflict do nothing""")
                    .setParameter("own", own).setParameter("id", id).setParameter("x", one.x())
                    .setParameter("y", one.y()).setParameter("w", one.w()).setParameter("h", one.h()).executeUpdate();
        }
        if (isNew) {
            repeatWhatTheFileSaid(actor, own, id);
        }
        return own;
    }

    /** Who brought these bytes first brought them as a file. */
    private void repeatWhatTheFileSaid(Actor actor, UUID own, UUID id) {
        String first = """
                with first as (select v.* from picture p join picture o on o.digest = p.digest
                    join picture_version v on v.picture = o.id and v.number = 1
                  where p.id = :id order by o.uploaded_at, o.id limit 1)
                """;
        entities.createNativeQuery(
                first + """
                        insert into rendition (picture, x, y, w, h, width, height, format, digest, bytes)
                        select :own, r.x, r.y, r.w, r.h, r.width, r.height, r.format, r.digest, r.bytes
                        from first f join rendition r on r.picture = f.picture
                          and (r.x, r.y, r.w, r.h) in ((f.frame_x, f.frame_y, f.frame_w, f.frame_h), (f.wide_x, f.wide_y, f.wide_w, f.wide_h))
                        on conflict do nothing""")
                .setParameter("own", own).setParameter("id", id).executeUpdate();
        entities.createNativeQuery(first + """
                insert into picture_version (picture, number, focus_x, focus_y, frame_x, frame_y, frame_w, frame_h,
                  wide_x, wide_y, wide_w, wide_h, alt, credit, licence, terms, licence_end, made_by)
                select :own, 0, focus_x, focus_y, frame_x, frame_y, frame_w, frame_h,
                  wide_x, wide_y, wide_w, wide_h, alt, credit, licence, terms, licence_end, :me from first""")
                .setParameter("own", own).setParameter("id", id).setParameter("me", actor.person()).executeUpdate();
    }

    private static Set<Frame> frames(Frame frame, Frame wide) {
        Set<Frame> frames = new LinkedHashSet<>();
        frames.add(frame);
        frames.add(wide);
        return frames;
    }

    private Set<Frame> missing(UUID id, Set<Frame> wanted) {
        Set<Frame> missing = new LinkedHashSet<>();
        for (Frame frame : wanted) {
            if (entities.createNativeQuery(
                    "select 1 from rendition where picture = :id and x = :x and y = :y and w = :w and h = :h limit 1")
                    .setParameter("id", id).setParameter("x", frame.x()).setParameter("y", frame.y())
                    .setParameter("w", frame.w()).setParameter("h", frame.h()).getResultList().isEmpty()) {
                missing.add(frame);
            }
        }
        return missing;
    }

    private List<Printed> keep(List<Print> prints) {
        List<Printed> printed = new ArrayList<>();
        for (Print print : prints) {
            printed.add(new Printed(print, shelves.keep(Shelf.RENDITIONS, print.bytes())));
        }
        return printed;
    }

    /** Two who printed the same frame at once name the same one: the first. */
    private void name(UUID id, List<Printed> printed) {
        for (Printed one : printed) {
            Print print = one.print();
            Frame frame = print.frame();
            entities.createNativeQuery("""
                    insert into rendition (picture, x, y, w, h, width, height, format, digest, bytes)
                    values (:id, :x, :y, :w, :h, :width, :height, :format, :digest, :bytes) on conflict do nothing""")
                    .setParameter("id", id).setParameter("x", frame.x()).setParameter("y", frame.y())
                    .setParameter("w", frame.w()).setParameter("h", frame.h()).setParameter("width", print.width())
                    .setParameter("height", print.height()).setParameter("format", print.format().name())
                    .setParameter("digest", Digests.of(print.bytes())).setParameter("bytes", print.bytes().length)
                    .executeUpdate();
        }
    }

    private boolean isSaid(Actor actor, UUID id, int version, Description said) {
        Frame frame = requireNonNull(said.frame());
        return (Boolean) entities
                .createNativeQuery(
                        """
                                select exists (select from picture_version where picture = :id and number = :version and made_by = :me
                                  and focus_x = :fx and focus_y = :fy and frame_x = :x and frame_y = :y and frame_w = :w and frame_h = :h
                                  and alt = :alt and credit = :credit and licence = :licence and terms = :terms
                                  and licence_end is not distinct from :end)""")
                .setParameter("id", id).setParameter("version", version).setParameter("me", actor.person())
                .setParameter("fx", said.focusX()).setParameter("fy", said.focusY()).setParameter("x", frame.x())
                .setParameter("y", frame.y()).setParameter("w", frame.w()).setParameter("h", frame.h())
                .setParameter("alt", said.alt()).setParameter("credit", said.credit())
                .setParameter("licence", said.licence().name()).setParameter("terms", said.terms())
                .setParameter("end", said.licenceEnd(), Instant.class).getSingleResult();
    }

    private int say(Actor actor, UUID id, Description said, Frame wide) {
        Frame frame = requireNonNull(said.frame());
        return ((Number) entities
                .createNativeQuery(
                        """
                                insert into picture_version (picture, number, focus_x, focus_y, frame_x, frame_y, frame_w, frame_h,
                                  wide_x, wide_y, wide_w, wide_h, alt, credit, licence, terms, licence_end, made_by)
                                values (:id, 0, :fx, :fy, :x, :y, :w, :h, :wx, :wy, :ww, :wh, :alt, :credit, :licence, :terms, :end, :me)
                                returning number""")
                .setParameter("id", id).setParameter("fx", said.focusX())
                .setParameter("fy", said.focusY()).setParameter("x", frame.x()).setParameter("y", frame.y())
                .setParameter("w", frame.w()).setParameter("h", frame.h()).setParameter("wx", wide.x())
                .setParameter("wy", wide.y()).setParameter("ww", wide.w()).setParameter("wh", wide.h())
                .setParameter("alt", said.alt()).setParameter("credit", said.credit())
                .setParameter("licence", said.licence().name()).setParameter("terms", said.terms())
                .setParameter("end", said.licenceEnd(), Instant.class).setParameter("me", actor.person())
                .getSingleResult()).intValue();
    }

    private static <T> @Nullable T inTransaction(Callable<@Nullable T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
