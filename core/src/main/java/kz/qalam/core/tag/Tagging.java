package kz.qalam.core.tag;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import com.fasterxml.uuid.Generators;

import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.language.Slug;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Outgoing;
import kz.qalam.core.staff.Role;

/**
 * Starting, renaming and merging tags. No text changes by it: each goes on saying what was written, and the names and
 * addresses that a tag had go on meaning it. The database keeps who may, and that nothing is renamed while nothing goes out.
 */
@ApplicationScoped
public class Tagging {

    private final Session entities;
    private final Tags tags;
    private final Trail trail;
    private final Outgoing outgoing;

    Tagging(Session entities, Tags tags, Trail trail, Outgoing outgoing) {
        this.entities = entities;
        this.tags = tags;
        this.trail = trail;
        this.outgoing = outgoing;
    }

    /** Whether they may start tags, which shows nothing to readers. */
    public static boolean startsTags(Actor actor) {
        return namesTags(actor) || !actor.desks(Role.EDITOR).isEmpty();
    }

    /** Whether they may rename and merge: what they say stands on the site at once. */
    public static boolean namesTags(Actor actor) {
        return actor.isAdmin() || !actor.desks(Role.PUBLISHER).isEmpty();
    }

    /**
     * Starts a tag.
     *
     * @param name 1 to {@value Tags#LONGEST} characters, without a comma
     * @return its id
     * @throws Invalid when it is no name, or a tag has it already
     * @throws NotPermitted to who is neither editor nor publisher somewhere, nor an admin
     */
    @Transactional
    public UUID start(Actor actor, String name) {
        if (!startsTags(actor)) {
            throw new NotPermitted();
        }
        String called = called(name);
        // One after another, so that two who start the same are told so.
        trail.keepOthersOff(new UUID(0, 5));
        tags.named(called).ifPresent(Tagging::refuse);
        UUID id = Generators.timeBasedEpochGenerator().generate();
        run("start_tag", id, called, Slug.of(called), actor.person());
        trail.record(id, actor.person(), Act.TAG_STARTED, Map.of("name", called));
        return id;
    }

    /**
     * Gives a tag another name. Its list moves to the name's address, what links to the old one is led there; texts that
     * carry the old name still mean it.
     *
     * @throws Invalid when it is no name, another tag has it, or nothing goes out at present
     * @throws NotFound when there is no such tag
     * @throws NotPermitted to who is neither a publisher somewhere nor an admin
     */
    @Transactional
    public void rename(Actor actor, UUID id, String name) {
        requirePower(actor);
        String called = called(name);
        trail.keepOthersOff(id);
        Tag tag = standing(id);
        if (tag.name().equals(called)) {
            return;
        }
        tags.named(called).filter(other -> !other.id().equals(id)).ifPresent(Tagging::refuse);
        outgoing.require();
        trail.record(id, actor.person(), Act.TAG_RENAMED, Map.of("from", tag.name(), "to", called));
        run("rename_tag", id, called, Slug.of(called), actor.person());
    }

    /**
     * Makes two tags one: the names, addresses and stories of the first become the second's. It cannot be undone.
     *
     * @throws Invalid when they are one already, or nothing goes out at present
     * @throws NotFound when there is no such tag
     * @throws NotPermitted to who is neither a publisher somewhere nor an admin
     */
    @Transactional
    public void merge(Actor actor, UUID gone, UUID kept) {
        requirePower(actor);
        // In one order, whoever merges what with what.
        for (UUID chain : gone.compareTo(kept) < 0 ? List.of(gone, kept) : List.of(kept, gone)) {
            trail.keepOthersOff(chain);
        }
        Tag ending = standing(gone);
        Tag staying = standing(kept);
        if (gone.equals(kept)) {
            throw Invalid.of("/into", "same-tag");
        }
        outgoing.require();
        trail.record(gone, actor.person(), Act.TAG_MERGED, Map.of("name", ending.name(), "into", staying.name()));
        trail.record(kept, actor.person(), Act.TAG_MERGED, Map.of("name", ending.name(), "into", staying.name()));
        entities.createNativeQuery("select cast(merge_tags(:gone, :kept, :who) as text)").setParameter("gone", gone)
                .setParameter("kept", kept).setParameter("who", actor.person()).getSingleResult();
    }

    private static void requirePower(Actor actor) {
        if (!namesTags(actor)) {
            throw new NotPermitted();
        }
    }

    /** One that was not merged into another. */
    private Tag standing(UUID id) {
        return Optional.of(tags.find(id)).filter(tag -> tag.id().equals(id)).orElseThrow(NotFound::new);
    }

    private void run(String function, UUID id, String name, String stem, UUID who) {
        entities.createNativeQuery("select cast(" + function + "(:id, :name, :stem, :who) as text)")
                .setParameter("id", id).setParameter("name", name).setParameter("stem", stem).setParameter("who", who)
                .getSingleResult();
    }

    private static String called(String name) {
        String line = PlainText.line("/name", name, Tags.LONGEST);
        if (line == null) {
            throw Invalid.of("/name", "required");
        }
        if (line.contains(",")) {
            throw Invalid.of("/name", "comma");
        }
        return line;
    }

    private static void refuse(Tag other) {
        throw Invalid.of("/name", "tag-known", other.name());
    }
}
