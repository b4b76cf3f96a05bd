package kz.qalam.core.article;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.staff.Desk;

/** What a desk asks of a text before it is submitted, and how this text answers. What is required stands first. */
public record Checklist(List<Item> items) {

    /**
     * One thing that is asked for.
     *
     * @param name of {@link Desk#REQUIRABLE}
     * @param required whether the text cannot be submitted without it; else it is advised
     */
    public record Item(String name, boolean required, boolean done) {}

    public Checklist {
        items = List.copyOf(items);
    }

    /**
     * A headline is always required.
     *
     * @param lacks of what is no field of a copy, whether it is still to be done
     */
    static Checklist of(Desk desk, Copy copy, Predicate<String> lacks) {
        Set<String> required = new LinkedHashSet<>(List.of("headline"));
        required.addAll(desk.required());
        Set<String> asked = new LinkedHashSet<>(required);
        asked.addAll(desk.advised());
        Set<String> missing = new HashSet<>(
                copy.missing(asked.stream().filter(name -> !Desk.BESIDE_FIELDS.contains(name)).toList()));
        asked.stream().filter(Desk.BESIDE_FIELDS::contains).filter(lacks).forEach(missing::add);
        return new Checklist(asked.stream()
                .map(name -> new Item(name, required.contains(name), !missing.contains(name))).toList());
    }

    /** What keeps the text from being submitted. */
    public List<String> missing() {
        return open(true).map(Item::name).toList();
    }

    /** Nothing that is asked for lacks, not even what is only advised. */
    public boolean isDone() {
        return items.stream().allMatch(Item::done);
    }

    private Stream<Item> open(boolean required) {
        return items.stream().filter(item -> item.required() == required && !item.done());
    }
}
