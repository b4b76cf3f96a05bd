package kz.qalam.publishing.relay;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import kz.qalam.core.language.script.Exceptions;
import kz.qalam.publishing.page.Spelling;

/** The newsroom's approved spellings in other scripts. */
@ApplicationScoped
public class Lexicons {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager database;
    private volatile Spelling live = Spelling.PLAIN;

    Lexicons(EntityManager database) {
        this.database = database;
    }

    /** The live one, as this process last heard: at most seconds ago. */
    public Spelling known() {
        return live;
    }

    /** Asks for the live one. Costs next to nothing while it is the same. */
    @Transactional
    Spelling live() {
        var number = ((Number) database.createNativeQuery("select coalesce(max(number), 0) from site.lexicon")
                .getSingleResult()).intValue();
        if (number != live.version()) {
            var exceptions = of(number);
            live = Spelling.of(number, exceptions == null ? Exceptions.NONE : exceptions);
        }
        return live;
    }

    /** The exceptions of a version; null when there was no such one, none for number 0. */
    @Transactional
    @Nullable
    Exceptions of(int number) {
        if (number == 0) {
            return Exceptions.NONE;
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database
                .createNativeQuery("select entries from site.lexicon where number = :number", Tuple.class)
                .setParameter("number", number).getResultList();
        return rows.isEmpty() ? null : read(rows.get(0).get(0, String.class));
    }

    /** Those that were live after one version and before another. */
    @Transactional
    List<Exceptions> between(int from, int to) {
        @SuppressWarnings("unchecked")
        List<String> rows = database
                .createNativeQuery("select entries from site.lexicon where number > :from and number < :to")
                .setParameter("from", from).setParameter("to", to).getResultList();
        return rows.stream().map(Lexicons::read).toList();
    }

    private static Exceptions read(String json) {
        try {
            var entries = new ArrayList<Exceptions.Entry>();
            for (var one : JSON.readTree(json)) {
                entries.add(new Exceptions.Entry(one.path("stem").asText(), one.path("latin").textValue(),
                        one.path("arabic").textValue(), one.path("asIs").asBoolean()));
            }
            return Exceptions.of(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a lexicon cannot be read");
        }
    }
}
