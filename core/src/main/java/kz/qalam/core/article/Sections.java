package kz.qalam.core.article;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;
import kz.qalam.core.refusal.NotPermitted;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Outgoing;

/** The sections of the public site. */
@ApplicationScoped
public class Sections {

    /** No newsroom has more. */
    public static final int MOST = 40;

    /** What stands at the root of the site already; a year is no slug, because a slug begins with a letter. */
    public static final Set<String> RESERVED = Set.of("latn", "arab", "tag", "tags", "search", "feed", "atom",
            "sitemap",
            "robots", "assets", "author", "authors", "archive", "corrections");

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int NAME = 60;

    /** The chain of the trail that tells of sections, and what keeps two admins apart. */
    private static final UUID CHAIN = new UUID(0, 3);

    private final EntityManager entities;
    private final Trail trail;
    private final Outgoing outgoing;

    Sections(EntityManager entities, Trail trail, Outgoing outgoing) {
        this.entities = entities;
        this.trail = trail;
        this.outgoing = outgoing;
    }

    /** All that stand, in the order of the site's masthead; after them those that are closed. */
    @Transactional
    public List<Section> all() {
        List<?> rows = entities.createNativeQuery("""
                select s.slug, s.name_kk, s.name_ru, s.name_en, s.closed_at is not null as closed,
                  array(select o.slug from section o where o.merged_into = s.slug order by o.slug) as others
                from section s where s.merged_into is null order by s.closed_at is not null, s.position, s.slug""",
                Tuple.class).getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new Section(row.get("slug", String.class), row.get("name_kk", String.class),
                        row.get("name_ru", String.class), row.get("name_en", String.class),
                        row.get("closed", Boolean.class), List.of(row.get("others", String[].class))))
                .toList();
    }

    /** The section that a slug means: of one that was merged or has moved, the one into which it went. */
    @Transactional
    public Section find(String slug) {
        return meant(slug).orElseThrow(NotFound::new);
    }

    private Optional<Section> meant(String slug) {
        return all().stream().filter(section -> section.means(slug)).findFirst();
    }

    /** All slugs that mean the same as this one; it alone when there is no such section. */
    Set<String> saying(String slug) {
        return meant(slug).map(Section::said).orElse(Set.of(slug));
    }

    /**
     * Starts a section, or renames the one at that slug. The slug is its address and its name in every copy. An admin's act.
     *
     * @throws Invalid when the slug or a name is none, the slug is reserved or leads to another section, there are
     *         {@value #MOST} already, or nothing goes out at present
     */
    @Transactional
    public void establish(Actor admin, Section section) {
        requireAdmin(admin);
        requireAddress("/slug", section.slug());
        String kazakh = named("/kazakh", section.kazakh());
        String russian = named("/russian", section.russian());
        String english = named("/english", section.english());
        trail.keepOthersOff(CHAIN);
        Optional<Section> before = meant(section.slug());
        before.filter(one -> !one.slug().equals(section.slug())).ifPresent(one -> {
            throw Invalid.of("/slug", "address-known", one.kazakh());
        });
        if (before.isEmpty() && all().size() >= MOST) {
            throw Invalid.of("", "too-many", MOST);
        }
        outgoing.require();
        entities.createNativeQuery("""
                insert into section (slug, name_kk, name_ru, name_en, position)
                  values (:slug, :kk, :ru, :en, (select coalesce(max(position), 0) + 1 from section))
                on conflict (slug) do update set name_kk = excluded.name_kk, name_ru = excluded.name_ru,
                  name_en = excluded.name_en""").setParameter("slug", section.slug()).setParameter("kk", kazakh)
                .setParameter("ru", russian).setParameter("en", english).executeUpdate();
        trail.record(CHAIN, admin.person(), Act.SECTION_ESTABLISHED, Map.of("slug", section.slug()));
    }

    /**
     * Makes two sections one: what is in the first, live, planned or being written, is in the second from now on, and its
     * address leads there for good. No text changes by it, and none needs another approval. It cannot be undone. An admin's
     * act.
     *
     * @throws Invalid when they are one already, the second is closed, or nothing goes out at present
     * @throws NotFound when there is no such section
     */
    @Transactional
    public void merge(Actor admin, String gone, String kept) {
        requireAdmin(admin);
        trail.keepOthersOff(CHAIN);
        Section ending = standing(gone);
        Section staying = meant(kept).orElseThrow(() -> Invalid.of("/into", "unknown-section"));
        if (ending.equals(staying)) {
            throw Invalid.of("/into", "same-section");
        }
        if (staying.closed()) {
            throw Invalid.of("/into", "section-closed", staying.kazakh());
        }
        outgoing.require();
        trail.record(CHAIN, admin.person(), Act.SECTION_MERGED,
                Map.of("name", ending.kazakh(), "slug", gone, "section", staying.kazakh()));
        run("merge_sections(:one, :other, :who)", gone, staying.slug(), admin);
    }

    /**
     * Gives a section another address; the one that it had leads there for good, and copies that say it still mean it. An
     * admin's act.
     *
     * @throws Invalid when it is no address, a section has it or had it, it is reserved, or nothing goes out at present
     * @throws NotFound when there is no such section
     */
    @Transactional
    public void move(Actor admin, String slug, String address) {
        requireAdmin(admin);
        requireAddress("/address", address);
        trail.keepOthersOff(CHAIN);
        standing(slug);
        meant(address).ifPresent(one -> {
            throw Invalid.of("/address", "address-known", one.kazakh());
        });
        outgoing.require();
        trail.record(CHAIN, admin.person(), Act.SECTION_MOVED, Map.of("slug", slug, "address", address));
        run("move_section(:one, :other, :who)", slug, address, admin);
    }

    /**
     * Closes a section, or opens it again. A closed one takes no story that has not been in it; what stands on the site stays
     * under its address, which the masthead no longer names. It is so already: nothing changes. An admin's act.
     *
     * @throws Invalid when nothing goes out at present
     * @throws NotFound when there is no such section
     */
    @Transactional
    public void close(Actor admin, String slug, boolean closing) {
        requireAdmin(admin);
        trail.keepOthersOff(CHAIN);
        Section section = standing(slug);
        if (section.closed() == closing) {
            return;
        }
        outgoing.require();
        trail.record(CHAIN, admin.person(), closing ? Act.SECTION_CLOSED : Act.SECTION_OPENED,
                Map.of("name", section.kazakh(), "slug", slug));
        entities.createNativeQuery("select cast(close_section(:slug, :closing, :who) as text)")
                .setParameter("slug", slug).setParameter("closing", closing).setParameter("who", admin.person())
                .getSingleResult();
    }

    /** How many stories stand on the site in a section. */
    @Transactional
    public long live(Section section) {
        return ((Number) entities.createNativeQuery("select count(*) from standing where section = :slug and live")
                .setParameter("slug", section.slug()).getSingleResult()).longValue();
    }

    private Section standing(String slug) {
        return all().stream().filter(section -> section.slug().equals(slug)).findFirst()
                .orElseThrow(NotFound::new);
    }

    private void run(String function, String one, String other, Actor who) {
        entities.createNativeQuery("select cast(" + function + " as text)").setParameter("one", one)
                .setParameter("other", other).setParameter("who", who.person()).getSingleResult();
    }

    /**
     * Puts the sections in the order of the site's masthead. An admin's act.
     *
     * @param slugs all that take stories, each once
     * @throws Invalid when they are not, or nothing goes out at present
     */
    @Transactional
    public void order(Actor admin, List<String> slugs) {
        requireAdmin(admin);
        trail.keepOthersOff(CHAIN);
        Set<String> known = all().stream().filter(section -> !section.closed()).map(Section::slug)
                .collect(Collectors.toSet());
        if (slugs.size() != known.size() || !known.equals(new HashSet<>(slugs))) {
            throw Invalid.of("/order", "not-all-sections");
        }
        outgoing.require();
        for (int i = 0; i < slugs.size(); i++) {
            entities.createNativeQuery("update section set position = :position where slug = :slug")
                    .setParameter("position", i + 1).setParameter("slug", slugs.get(i)).executeUpdate();
        }
        trail.record(CHAIN, admin.person(), Act.SECTIONS_ORDERED, Map.of("order", slugs));
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw new NotPermitted();
        }
    }

    private static void requireAddress(String pointer, String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw Invalid.of(pointer, "not-section");
        }
        if (RESERVED.contains(slug)) {
            throw Invalid.of(pointer, "reserved");
        }
    }

    private static String named(String pointer, String name) {
        String line = PlainText.line(pointer, name, NAME);
        if (line == null) {
            throw Invalid.of(pointer, "required");
        }
        return line;
    }

    /**
     * @param story absent: one that begins
     * @throws Invalid when the copy names a section that there is not, or one that takes no more stories and in which this
     *         one has never been
     */
    void check(Copy copy, @Nullable UUID story) {
        String said = copy.section();
        if (said == null) {
            return;
        }
        Section meant = meant(said).orElseThrow(() -> Invalid.of("/section", "unknown-section"));
        boolean takes = meant.slug().equals(said) && !meant.closed();
        if (!takes && (story == null || !wasIn(story, meant))) {
            throw meant.closed()
                    ? Invalid.of("/section", "section-closed", meant.kazakh())
                    : Invalid.of("/section", "section-gone", meant.kazakh());
        }
    }

    private boolean wasIn(UUID story, Section section) {
        return !entities
                .createNativeQuery("select 1 from revision where article = :story"
                        + " and copy ->> 'section' = any (cast(:said as text[])) limit 1")
                .setParameter("story", story).setParameter("said", section.said().toArray(String[]::new))
                .getResultList().isEmpty();
    }
}
