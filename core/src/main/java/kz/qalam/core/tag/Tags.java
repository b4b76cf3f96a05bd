package kz.qalam.core.tag;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.PlainText;
import kz.qalam.core.refusal.Invalid;
import kz.qalam.core.refusal.NotFound;

/** Reading tags: everybody in the newsroom may. What only drafts carry is no tag yet, and is not here. */
@ApplicationScoped
public class Tags {

    /** No list is longer. */
    public static final int MOST = 100;

    /** Characters of a name, as in a copy. */
    public static final int LONGEST = 60;

    private static final String TAG = """
            select t.id, t.name, t.slug, t.stories,
              array(select n.name from tag_name n where n.tag = t.id and n.key <> tag_key(t.name)
                order by n.name collate "kk-x-icu", n.key limit 50) as others
            from tag t where t.merged_into is null""" + " ";

    private final EntityManager entities;

    Tags(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Tags by the Kazakh alphabet.
     *
     * @param words only those one of whose names has this in it; absent: all
     * @param cursor where the last part ended; absent to begin
     * @param size 1 to {@value #MOST}
     */
    @Transactional
    public TagPage list(@Nullable String words, @Nullable String cursor, int size) {
        if (size < 1 || size > MOST) {
            throw Invalid.of("size", "out-of-range", 1, MOST);
        }
        String asked = PlainText.line("q", words, MOST);
        Place after = cursor == null ? new Place("", new UUID(0, 0)) : Place.read(cursor);
        String where = asked == null
                ? ""
                : "and t.id in (select n.tag from tag_name n where n.key like :words escape '!') ";
        var query = entities.createNativeQuery(TAG + where + """
                and (t.name collate "kk-x-icu", t.id) > (:name collate "kk-x-icu", :id)
                order by t.name collate "kk-x-icu", t.id""", Tuple.class)
                .setParameter("name", after.name()).setParameter("id", after.id());
        if (asked != null) {
            query.setParameter("words", "%" + escaped(asked) + "%");
        }
        List<?> rows = query.setMaxResults(size + 1).getResultList();
        List<Tag> tags = rows.stream().limit(size).map(Tuple.class::cast).map(Tags::tag).toList();
        if (rows.size() <= size) {
            return new TagPage(tags, null);
        }
        Tag last = tags.get(size - 1);
        return new TagPage(tags, new Place(last.name(), last.id()).toString());
    }

    /** Where a part of the list ended; opaque to the outside. */
    private record Place(String name, UUID id) {

        static Place read(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                if (parts[1].length() > MOST || parts[1].indexOf('\0') >= 0) {
                    throw Invalid.of("cursor", "bad-cursor");
                }
                return new Place(parts[1], UUID.fromString(parts[0]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw Invalid.of("cursor", "bad-cursor");
            }
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString((id + " " + name).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A tag; of one that was merged, the one into which it went. */
    @Transactional
    public Tag find(UUID id) {
        List<?> rows = entities.createNativeQuery(TAG
                + "and t.id = coalesce((select merged_into from tag where id = :id), :id)", Tuple.class)
                .setParameter("id", id).getResultList();
        return rows.stream().map(Tuple.class::cast).map(Tags::tag).findFirst().orElseThrow(NotFound::new);
    }

    /** The tag that has this name, whatever its capitals. */
    @Transactional
    public Optional<Tag> named(String name) {
        List<?> rows = entities
                .createNativeQuery(TAG + "and t.id = (select tag from tag_name where key = tag_key(:name))",
                        Tuple.class)
                .setParameter("name", name).getResultList();
        return rows.stream().map(Tuple.class::cast).map(Tags::tag).findFirst();
    }

    /**
     * What someone who types may mean: first what begins so, then what has it within; of each, first what most live stories
     * carry.
     *
     * @param typed at most {@value #LONGEST} characters count; fewer than three find only beginnings
     * @param size at most 20
     */
    @Transactional
    public List<Tag> suggest(@Nullable String typed, int size) {
        String asked = PlainText.line("q", typed, MOST);
        if (asked == null) {
            return List.of();
        }
        String escaped = escaped(asked);
        List<?> rows = entities.createNativeQuery(TAG + """
                and t.id in (select n.tag from tag_name n where n.key like :words escape '!')
                order by (select min(case when n.key like :beginning escape '!' then 0 else 1 end)
                  from tag_name n where n.tag = t.id), t.stories desc, t.name collate "kk-x-icu", t.id""", Tuple.class)
                .setParameter("words",
                        asked.codePointCount(0, asked.length()) < 3 ? escaped + "%" : "%" + escaped + "%")
                .setParameter("beginning", escaped + "%").setMaxResults(Math.min(size, 20)).getResultList();
        return rows.stream().map(Tuple.class::cast).map(Tags::tag).toList();
    }

    private static String escaped(String words) {
        return words.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Tag tag(Tuple row) {
        return new Tag(row.get("id", UUID.class), row.get("name", String.class), row.get("slug", String.class),
                row.get("stories", Integer.class), Arrays.asList(row.get("others", String[].class)));
    }
}
