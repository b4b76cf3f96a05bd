package kz.qalam.publishing.relay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import kz.qalam.publishing.page.Correction;
import kz.qalam.publishing.page.Listing;
import kz.qalam.publishing.page.Listing.Kind;
import kz.qalam.publishing.page.Listing.Turn;
import kz.qalam.publishing.page.Pages;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.page.Summary;
import kz.qalam.publishing.relay.Standing.Place;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Printed;

/**
 * Composes lists of stories, page by page. A page of seats is given its number when the next one is full as well; until
 * then its stories stand at the list's own address, so that this is never short and no story stands on two pages. One
 * release so touches a list's own address and, every so often, two numbered pages, however long the list is. What has been
 * given a number stands for good, even when all of its stories have left: others lead through it.
 */
final class Catalogue {
    /** Seats on a numbered page; up to twice as many at a list's own address. */
    static final int FULL = 30;

    private final Composition composition;
    private final Stories stories;
    private final Map<Script, Pages> pages;
    private final TreeSet<String> days = new TreeSet<>();
    private @Nullable Past past;

    Catalogue(Composition composition, Stories stories) {
        this.composition = composition;
        this.stories = stories;
        this.pages = composition.pages();
    }

    /** From now on the past is read there; null: in the database. */
    void remember(@Nullable Past past) {
        this.past = past;
    }

    /** The number of a list's last seat. */
    private int last(Kind kind, String name, long upTo) {
        return past == null ? composition.archive().seats.last(kind, name, upTo) : past.last(new Leaf(kind, name, 0));
    }

    /** Learns of which days something stands. */
    void learn(long upTo) {
        days.clear();
        days.addAll(composition.archive().seats.days(upTo));
    }

    /** Every page of one list. */
    List<Leaf> pages(Kind kind, String name, long upTo) {
        var own = new Leaf(kind, name, 0);
        var leaves = new ArrayList<Leaf>();
        leaves.add(own);
        for (int page = numbered(composition.archive().seats.last(kind, name, upTo)); page > 0; page--) {
            leaves.add(own.turnedTo(page));
        }
        return leaves;
    }

    /** Every page of every list. */
    List<Leaf> all(long upTo) {
        var leaves = new LinkedHashSet<Leaf>();
        composition.sections().forEach(section -> leaves.add(new Leaf(Kind.SECTION, section.slug(), 0)));
        leaves.add(new Leaf(Kind.CORRECTION, "", 0));
        for (var length : composition.archive().seats.all(upTo)) {
            if (stands(length.kind(), length.name())) {
                var own = new Leaf(length.kind(), length.name(), 0);
                leaves.add(own);
                for (int page = 1; page <= numbered(length.last()); page++) {
                    leaves.add(own.turnedTo(page));
                }
            }
        }
        return List.copyOf(leaves);
    }

    /** The pages on which these stories stand, stood, or will; what readers see most comes first. */
    Set<Leaf> of(Collection<UUID> articles, long upTo) {
        var leaves = new LinkedHashSet<Leaf>();
        var seats = composition.archive().seats.of(articles, upTo);
        var last = new HashMap<Leaf, Integer>();
        for (var kind : Kind.values()) {
            for (var seat : seats) {
                if (seat.kind() == kind && stands(kind, seat.name())) {
                    var own = new Leaf(kind, seat.name(), 0);
                    leaves.add(own);
                    int numbered = numbered(last.computeIfAbsent(own,
                            list -> composition.archive().seats.last(kind, list.name(), upTo)));
                    touched(seat.number(), numbered).forEach(page -> leaves.add(own.turnedTo(page)));
                }
            }
        }
        return leaves;
    }

    /** Its own page; and when its seat fills one, the page that now gets a number, and the one that now leads there. */
    private static List<Integer> touched(int number, int numbered) {
        var touched = new ArrayList<Integer>();
        touched.add((number - 1) / FULL + 1);
        if (number % FULL == 0) {
            touched.add(number / FULL - 1);
            touched.add(number / FULL - 2);
        }
        return touched.stream().filter(page -> page > 0 && page <= numbered).distinct().toList();
    }

    /** How many pages of a list with so many seats have a number. */
    static int numbered(int last) {
        return Math.max(0, last / FULL - 1);
    }

    private boolean stands(Kind kind, String name) {
        return kind != Kind.SECTION || composition.sections().stream().anyMatch(one -> one.slug().equals(name));
    }

    /** Where a page stands, in each script. */
    List<String> paths(Leaf leaf) {
        return Composition.scripts().stream().map(script -> path(script, leaf)).toList();
    }

    private String path(Script script, Leaf leaf) {
        var own = own(leaf);
        return script.prefix() + (leaf.page() == 0 ? own : own + leaf.page() + "/") + Layout.PAGE;
    }

    /** The address of its list. */
    String own(Leaf leaf) {
        return switch (leaf.kind()) {
            case SECTION -> "/" + leaf.name() + "/";
            case TAG, AUTHOR -> composition.archive().topics.of(leaf.kind(), leaf.name()).path();
            case DAY -> "/archive/" + leaf.name().replace('-', '/') + "/";
            case CORRECTION -> "/corrections/";
        };
    }

    /** The page in each script, read and still to be printed; or nothing where nothing stands on it any more. */
    List<Supplier<Printed>> page(Leaf leaf, long upTo) {
        var seats = seats(leaf, upTo);
        var own = own(leaf);
        var last = last(leaf.kind(), leaf.name(), upTo);
        var numbered = numbered(last);
        var turn = turn(own, leaf.page(), numbered);
        if (leaf.kind() == Kind.CORRECTION) {
            var corrections = corrections(seats);
            return printed(leaf, script -> {
                var shown = corrections.stream().filter(one -> composition.stands(script, one.story())).toList();
                return () -> pages(script).corrections(shown, turn);
            }, upTo);
        }
        var places = places(seats);
        var listed = stories.standing(
                seats.stream().map(seat -> places.get(seat.article())).filter(Objects::nonNull).toList());
        var empty = listed.isEmpty() && numbered == 0;
        if (leaf.kind() == Kind.DAY && leaf.page() == 0) {
            if (empty) {
                days.remove(leaf.name());
            } else {
                days.add(leaf.name());
            }
        }
        if (empty && (leaf.kind() != Kind.SECTION || leaf.page() > 0)) {
            return List.of();
        }
        var name = leaf.kind() == Kind.SECTION ? leaf.name() : label(leaf);
        var listing = new Listing(leaf.kind(), own, name, listed, turn);
        return printed(leaf, script -> {
            var shown = listing.only(story -> composition.stands(script, story));
            return () -> pages(script).listing(shown);
        }, upTo);
    }

    /** What the list is called. */
    String label(Leaf leaf) {
        return switch (leaf.kind()) {
            case TAG, AUTHOR -> composition.archive().topics.of(leaf.kind(), leaf.name()).label();
            case SECTION -> {
                var section = composition.section(leaf.name());
                yield section == null ? leaf.name() : section.nameKk();
            }
            default -> leaf.name();
        };
    }

    /** The newest of a list, for its feed. */
    List<Place> newest(Leaf leaf, long upTo, int most) {
        var seats = seats(leaf, upTo);
        var places = places(seats);
        return seats.stream().map(seat -> places.get(seat.article())).filter(Objects::nonNull).limit(most).toList();
    }

    private Map<UUID, Place> places(List<Seat> seats) {
        var articles = seats.stream().map(Seat::article).distinct().toList();
        return (past == null ? composition.archive().standings.places(articles) : past.places(articles)).stream()
                .filter(Place::live).collect(Collectors.toMap(Place::article, Function.identity()));
    }

    private List<Seat> seats(Leaf leaf, long upTo) {
        if (leaf.page() > 0) {
            return composition.archive().seats.between(leaf.kind(), leaf.name(), (leaf.page() - 1) * FULL + 1,
                    leaf.page() * FULL, upTo);
        }
        var last = last(leaf.kind(), leaf.name(), upTo);
        return composition.archive().seats.between(leaf.kind(), leaf.name(), numbered(last) * FULL + 1, last, upTo);
    }

    private static Turn turn(String own, int page, int numbered) {
        if (page == 0) {
            return new Turn(0, null, numbered == 0 ? null : own + numbered + "/");
        }
        return new Turn(page, page == numbered ? own : own + (page + 1) + "/",
                page == 1 ? null : own + (page - 1) + "/");
    }

    private List<Correction> corrections(List<Seat> seats) {
        var places = places(seats);
        var lines = composition.archive().releases.numbered(seats.stream().map(Seat::release).toList()).stream()
                .collect(Collectors.toMap(Release.Line::number, Function.identity()));
        var summaries = stories.standing(List.copyOf(places.values())).stream()
                .collect(Collectors.toMap(Summary::article, Function.identity()));
        var corrections = new ArrayList<Correction>();
        for (var seat : seats) {
            var line = lines.get(seat.release());
            var summary = summaries.get(seat.article());
            if (line != null && summary != null && line.notice() != null) {
                corrections.add(new Correction(summary, line.notice(), line.releasedAt()));
            }
        }
        return corrections;
    }

    /** The way to the days: each month that has one, and the page of all months. */
    List<Printed> calendar(Collection<YearMonth> months, long upTo) {
        var printed = new ArrayList<Printed>();
        for (var month : months) {
            var of = days.subSet(month + "-", month + "-~").stream().map(LocalDate::parse).toList();
            if (!of.isEmpty()) {
                Composition.scripts().forEach(
                        script -> printed.add(Printed.list(path(script, month), pages(script).month(month, of), upTo)));
            }
        }
        var standing = months();
        Composition.scripts().forEach(script -> printed.add(Printed
                .list(script.prefix() + "/archive/" + Layout.PAGE, pages(script).archive(standing), upTo)));
        return printed;
    }

    /** The months of which something stands, oldest first. */
    List<YearMonth> months() {
        return days.stream().map(Catalogue::month).distinct().toList();
    }

    static YearMonth month(String day) {
        return YearMonth.from(LocalDate.parse(day));
    }

    List<String> paths(YearMonth month) {
        return Composition.scripts().stream().map(script -> path(script, month)).toList();
    }

    private static String path(Script script, YearMonth month) {
        return script.prefix() + "/archive/" + month.toString().replace('-', '/') + "/" + Layout.PAGE;
    }

    /** @param page looks at once at what stands in the folder, and prints later, when others may be writing there */
    private List<Supplier<Printed>> printed(Leaf leaf, Function<Script, Supplier<byte[]>> page, long upTo) {
        return Composition.scripts().stream().<Supplier<Printed>>map(script -> {
            var path = path(script, leaf);
            var bytes = page.apply(script);
            return () -> Printed.list(path, bytes.get(), upTo);
        }).toList();
    }

    private Pages pages(Script script) {
        return Objects.requireNonNull(pages.get(script));
    }
}
