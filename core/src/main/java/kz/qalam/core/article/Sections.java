package kz.qalam.core.article;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import kz.qalam.core.audit.Act;
import kz.qalam.core.audit.Trail;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
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

    /** All of them, in the order of the site's masthead. */
    @Transactional
    public List<Section> all() {
        List<?> rows = entities.createNativeQuery(
                "select slug, name_kk, name_ru, name_en from section order by position, slug", Tuple.class)
                .getResultList();
        return rows.stream().map(Tuple.class::cast)
                .map(row -> new Section(row.get("slug", String.class), row.get("name_kk", String.class),
                        row.get("name_ru", String.class), row.get("name_en", String.class)))
                .toList();
    }

    /**
     * Starts a section, or renames the one at that slug. The slug is its address and its name in every copy, so it stays for
     * good. An admin's act.
     *
     * @throws Invalid when the slug or a name is none, the slug is reserved, there are {@value #MOST} already, or nothing
     *         goes out at present
     */
    @Transactional
    public void establish(Actor admin, Section section) {
        requireAdmin(admin);
        if (!SLUG.matcher(section.slug()).matches()) {
            throw Invalid.of("/slug", "not-section");
        }
        if (RESERVED.contains(section.slug())) {
            throw Invalid.of("/slug", "reserved");
        }
        String kazakh = named("/kazakh", section.kazakh());
        String russian = named("/russian", section.russian());
        String english = named("/english", section.english());
        trail.keepOthersOff(CHAIN);
        List<Section> others = all().stream().filter(one -> !one.slug().equals(section.slug())).toList();
        if (others.size() >= MOST) {
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
     * Puts the sections in the order of the site's masthead. An admin's act.
     *
     * @param slugs all of them, each once
     * @throws Invalid when they are not, or nothing goes out at present
     */
    @Transactional
    public void order(Actor admin, List<String> slugs) {
        requireAdmin(admin);
        trail.keepOthersOff(CHAIN);
        Set<String> known = all().stream().map(Section::slug).collect(Collectors.toSet());
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

    private static String named(String pointer, String name) {
        String line = PlainText.line(pointer, name, NAME);
        if (line == null) {
            throw Invalid.of(pointer, "required");
        }
        return line;
    }

    /** @throws Invalid when the copy names a section that there is not */
    void check(Copy copy) {
        String named = copy.section();
        if (named != null && all().stream().noneMatch(section -> section.slug().equals(named))) {
            throw Invalid.of("/section", "unknown-section");
        }
    }
}
