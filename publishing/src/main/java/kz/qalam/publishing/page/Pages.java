package kz.qalam.publishing.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Language;
import kz.qalam.core.language.Figures;
import kz.qalam.core.language.NewsTime;

/**
 * Prints pages in one script. The same input gives the same bytes: nothing here knows the time of day, the machine or the
 * reader.
 */
public final class Pages {
    private static final int DESCRIPTION = 200;
    /** Of the seconds so many stand below the lead, the others beside it; all below where there are no more. */
    private static final int BELOW = 2;
    /** As many seconds beside a lead without a picture are higher than it, unless one more stands below it. */
    private static final int MANY = 6;

    /** Long lists tell the same headlines again and again. */
    private static final int MOST_REMEMBERED = 5_000;

    private static final int MOST_NAMED = 2_000;

    /** Stories look like others of their section; readers ask with few sections and hardly ever with days. */
    private static final int MOST_MOULDS = 200;

    private final Cache<String, String> written = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final Cache<Summary, Summary> summaries = Caffeine.newBuilder().weakKeys().maximumSize(MOST_NAMED).build();
    private final Map<Belonging, Frame.Fixed> fixed = new ConcurrentHashMap<>();
    private final Map<String, RawString> options = new ConcurrentHashMap<>();
    private final Cache<Looks, Mould<StoryGap>> stories = Caffeine.newBuilder().maximumSize(MOST_MOULDS).build();
    private final Cache<Results, Mould<ResultsGap>> results = Caffeine.newBuilder().maximumSize(MOST_MOULDS).build();
    private final Cache<Item.Looks, Mould<ItemGap>> items = Caffeine.newBuilder().maximumSize(MOST_MOULDS).build();
    private final Map<Count, String> counts = new ConcurrentHashMap<>();
    private final Lettering lettering;
    private final Site site;
    private final Script script;
    private final Locale kazakh;
    private final Assets assets;
    private final List<Section> sections;

    public Pages(Site site, Script script, Spelling spelling, Assets assets, List<Section> sections) {
        this.lettering = new Lettering(script, spelling);
        this.site = new Site(lettering.of(site.name()), site.url());
        this.script = script;
        this.assets = assets;
        this.sections = sections.stream().map(lettering::of).toList();
        this.kazakh = script.locale(Language.KK);
    }

    /**
     * A story's own page.
     */
    public byte[] story(Story told, Around around) {
        var story = lettering.of(told);
        var copy = story.copy();
        var language = locale(copy.language());
        var section = section(copy.section());
        var dates = Dates.asOf(story.publishedAt(), language);
        var fillings = new Fillings<>(StoryGap.class);
        tell(fillings, story, around, section == null ? null : section.name(language), dates);
        about(fillings, story, around, dates);
        fillings.line(StoryGap.HEADLINE, copy.headline());
        fillings.line(StoryGap.LEAD, copy.lead());
        if (!story.notes().isEmpty()) {
            fillings.html(StoryGap.NOTES, part(Templates.notes(
                    story.notes().stream().map(note -> noted(note, dates)).toList()), language));
        }
        var main = copy.picture();
        var pictured = main == null ? null : Typesetting.pictured(main, story.pictures(), "", true);
        if (pictured != null) {
            fillings.html(StoryGap.FIGURE, part(Templates.figure(pictured), language));
        }
        fillings.html(StoryGap.BODY, Binding.part(
                new Typesetting(language, script.prefix(), "", linked(around.linked()), story.pictures())
                        .body(copy.body()).getValue()));
        fillings.html(StoryGap.TAGS,
                Binding.part(links(linked(around.tags()), "<li><a href=\"", "\" rel=\"tag\">")));
        fillings.html(StoryGap.BEFORE, Binding.part(items(around.before(), dates).stream()
                .map(item -> "<li>" + item.set(false, false, 3).getValue() + "</li>")
                .collect(Collectors.joining("\n"))));
        var age = copy.notices().age();
        var looks = new Looks(copy.language(), section == null ? null : section.slug(),
                age == null ? null : age.label(), copy.notices().advertising(), copy.notices().ai(),
                fillings.filled());
        return stories.get(looks, this::mould).filled(fillings).getBytes(UTF_8);
    }

    /** What the page says of the story to those who share it and to search engines. */
    private void tell(Fillings<StoryGap> fillings, Story story, Around around, @Nullable String section, Dates dates) {
        var copy = story.copy();
        var seo = copy.seo();
        fillings.text(StoryGap.TITLE,
                (seo == null || seo.title() == null ? copy.headline() : seo.title()) + " – " + site.name());
        fillings.text(StoryGap.DESCRIPTION,
                seo == null || seo.description() == null ? description(copy) : seo.description());
        fillings.text(StoryGap.PATH, story.path());
        fillings.html(StoryGap.RELEASE, Long.toString(story.release()));
        fillings.text(StoryGap.SHARED, copy.headline());
        fillings.html(StoryGap.MACHINE, dates.moment(story.publishedAt()).machine());
        fillings.html(StoryGap.TOPICS, linked(around.tags()).stream()
                .map(tag -> "<meta property=\"article:tag\" content=\"" + Line.escaped(tag.label()) + "\">")
                .collect(Collectors.joining("\n")));
        var shown = Shown.of(story.pictures(), copy.picture());
        var wide = shown == null ? null : shown.wideSet(site.url());
        if (shown != null && wide != null) {
            fillings.text(StoryGap.WIDE, wide.src());
            fillings.html(StoryGap.WIDE_WIDTH, Integer.toString(wide.width()));
            fillings.html(StoryGap.WIDE_HEIGHT, Integer.toString(wide.height()));
            fillings.text(StoryGap.WIDE_ALT, shown.alt());
        }
        fillings.text(StoryGap.CARD, around.card() == null ? null : site.address(around.card()));
        fillings.html(StoryGap.JSON_LD, JsonLd.story(site, site.address(script.prefix() + story.path()), story,
                script.tag(copy.language()), section, around.card()).getValue());
    }

    /** Who wrote it, where it is from and when, and who read it. */
    private void about(Fillings<StoryGap> fillings, Story story, Around around, Dates dates) {
        fillings.html(StoryGap.BYLINES, Binding.part(
                links(linked(around.authors()), "<li class=\"byline\"><a href=\"", "\" rel=\"author\">")));
        var source = story.copy().source();
        if (source != null) {
            fillings.line(StoryGap.SOURCE, source.name());
            fillings.text(StoryGap.SOURCE_URL, source.url());
        }
        fillings.line(StoryGap.TIME, dates.moment(story.publishedAt()).full());
        if (story.changedAt() != null) {
            fillings.line(StoryGap.CHANGED, changed(story, words(dates.language()), dates));
        }
        if (story.views() != null) {
            fillings.line(StoryGap.VIEWS, Figures.grouped(story.views()));
        }
    }

    /**
     * What decides how a story's page looks, whatever it tells.
     *
     * @param section the slug of the one that it stands in now
     */
    record Looks(Language language, @Nullable String section, @Nullable String age, boolean advertising, boolean ai,
            Set<StoryGap> filled) {

        public boolean has(StoryGap gap) {
            return filled.contains(gap);
        }
    }

    private Mould<StoryGap> mould(Looks looks) {
        var section = section(looks.section());
        var language = locale(looks.language());
        var frame = frame(looks.language(), StoryGap.TITLE.sign(),
                looks.has(StoryGap.DESCRIPTION) ? StoryGap.DESCRIPTION.sign() : "", StoryGap.PATH.sign(),
                section == null ? null : section.path(), false);
        return new Mould<>(StoryGap.class, page(Templates.story(frame, looks,
                section == null ? null : tab(section, language, section.path())), language));
    }

    private static String links(List<Topic> topics, String before, String behind) {
        return topics.stream().map(topic -> before + Line.escaped(topic.path()) + behind + Line.escaped(topic.label())
                + "</a></li>").collect(Collectors.joining("\n"));
    }

    /** A part of a page's body, without the end of its last line. */
    private static String part(TemplateInstance part, Locale language) {
        return Binding.part(raw(part, language).getValue().stripTrailing());
    }

    /** In this script. */
    private List<Topic> linked(List<Topic> topics) {
        return topics.stream().map(topic -> new Topic(lettering.of(topic.label()), script.prefix() + topic.path()))
                .toList();
    }

    /** In this script; by their own addresses. */
    private Map<UUID, Summary> linked(Map<UUID, Summary> stories) {
        return stories.values().stream().map(this::written)
                .collect(Collectors.toMap(Summary::article, Function.identity()));
    }

    /** The story as this script tells it. */
    public Story written(Story story) {
        return lettering.of(story);
    }

    /** A story as lists in this script name it: each of them names it in the same words. */
    public Summary written(Summary story) {
        return lettering.leaves(story.language()) ? story : summaries.get(story, lettering::of);
    }

    /** A headline or a name in this script. */
    public String written(String text) {
        return script == Script.CYRILLIC ? text : written.get(text, lettering::of);
    }

    /**
     * The story's body as feeds carry it: every address whole.
     *
     * @param story as this script tells it
     */
    public String feedBody(Story story, Map<UUID, Summary> linked) {
        var language = locale(story.copy().language());
        return new Typesetting(language, site.url() + script.prefix(), site.url(), linked(linked), story.pictures())
                .body(story.copy().body()).getValue();
    }

    public byte[] front(Front front) {
        var frame = frame(Language.KK, description(), description(), "/", null, true);
        var dates = dates(front.top());
        var shelves = front.sections().stream().filter(shelf -> !shelf.stories().isEmpty())
                .map(shelf -> new Shelf(tab(lettering.of(shelf.section()), kazakh, null),
                        items(shelf.stories(), dates)))
                .toList();
        var top = items(front.top(), dates);
        var low = top.size() > MANY && top.get(0).picture() == null ? BELOW + 1 : BELOW;
        var below = top.stream().skip(1).limit(low).toList();
        var beside = top.stream().skip(1L + low).toList();
        return bytes(Templates.front(frame, shared(top), top.isEmpty() ? null : top.get(0), below, beside, shelves,
                items(front.mostRead(), dates)), kazakh);
    }

    /** One page of a list. */
    public byte[] listing(Listing listing) {
        var words = words(kazakh);
        var turn = listing.turn();
        var section = listing.kind() == Listing.Kind.SECTION ? section(listing.name()) : null;
        var name = switch (listing.kind()) {
            case SECTION -> section == null ? listing.name() : section.name(kazakh);
            case DAY -> date(LocalDate.parse(listing.name()));
            default -> lettering.of(listing.name());
        };
        var kicker = switch (listing.kind()) {
            case TAG -> words.tag();
            case AUTHOR -> words.author();
            case DAY -> words.archive();
            default -> null;
        };
        var frame = frame(Language.KK, titled(name, turn), words.about(name),
                listing.path() + (turn.page() == 0 ? "" : turn.page() + "/"),
                section == null ? null : section.path(), false);
        var feed = turn.page() == 0 && hasFeed(listing.kind()) && !listing.stories().isEmpty()
                ? script.prefix() + listing.path() + "feed.xml"
                : null;
        var stories = items(listing.stories(), dates(listing.stories()));
        return bytes(Templates.listing(frame, shared(stories), name, kicker, stories, feed, leading(turn)), kazakh);
    }

    /** Whose picture is shown where the page is shared: the first that has one. */
    private static @Nullable Item shared(List<Item> stories) {
        return stories.stream().filter(story -> story.picture() != null).findFirst().orElse(null);
    }

    /** Whether a list of this kind has a feed of its own. */
    public static boolean hasFeed(Listing.Kind kind) {
        return kind == Listing.Kind.SECTION || kind == Listing.Kind.TAG || kind == Listing.Kind.AUTHOR;
    }

    private String titled(String name, Listing.Turn turn) {
        return name + (turn.page() == 0 ? "" : ", " + words(kazakh).page(turn.page())) + " – " + site.name();
    }

    private Leading leading(Listing.Turn turn) {
        return new Leading(turn.page(), turn.newer() == null ? null : script.prefix() + turn.newer(),
                turn.older() == null ? null : script.prefix() + turn.older());
    }

    /** The archive of corrections: what was wrong, and how it was put right. */
    public byte[] corrections(List<Correction> corrections, Listing.Turn turn) {
        var words = words(kazakh);
        var frame = frame(Language.KK, titled(words.corrections(), turn), words.correctionsText(),
                "/corrections/" + (turn.page() == 0 ? "" : turn.page() + "/"), null, false);
        var dates = Dates.asOf(corrections.isEmpty() ? Instant.EPOCH : corrections.get(0).at(), kazakh);
        return bytes(
                Templates
                        .corrections(frame,
                                corrections.stream()
                                        .map(one -> new Corrected(item(one.story(), dates),
                                                lettering.leaves(one.story().language())
                                                        ? one.text()
                                                        : lettering.of(one.text()),
                                                dates.moment(one.at())))
                                        .toList(),
                                leading(turn)),
                kazakh);
    }

    /** The days of a month of which something stands. */
    public byte[] month(YearMonth month, List<LocalDate> days) {
        var name = month(month);
        var path = "/archive/" + month.toString().replace('-', '/') + "/";
        var frame = frame(Language.KK, name + " – " + site.name(), words(kazakh).about(name), path, null, false);
        var links = days.stream()
                .map(day -> new Frame.Tab(script.prefix() + "/archive/" + day.toString().replace('-', '/') + "/",
                        date(day), false))
                .toList();
        return bytes(Templates.calendar(frame, name, links, script.prefix() + "/archive/"), kazakh);
    }

    /** The months of which something stands, newest first. */
    public byte[] archive(List<YearMonth> months) {
        var name = words(kazakh).archive();
        var frame = frame(Language.KK, name + " – " + site.name(), words(kazakh).about(name), "/archive/", null,
                false);
        var links = months.stream().sorted(Comparator.reverseOrder())
                .map(month -> new Frame.Tab(script.prefix() + "/archive/" + month.toString().replace('-', '/') + "/",
                        month(month), false))
                .toList();
        return bytes(Templates.calendar(frame, name, links, null), kazakh);
    }

    private String date(LocalDate day) {
        return Dates.asOf(Instant.EPOCH, kazakh).told().date(day.atStartOfDay(NewsTime.ALMATY).toInstant(), kazakh);
    }

    private String month(YearMonth month) {
        return Dates.asOf(Instant.EPOCH, kazakh).told().month(month, kazakh);
    }

    /** What was found. It is made for one reader, and no robot keeps it. */
    public byte[] search(Sought sought) {
        var asked = sought.words();
        var meant = sought.meant();
        var dates = Dates.asOf(Instant.EPOCH, kazakh);
        var found = new StringBuilder();
        sought.hits().forEach(hit -> add(found, hit, dates));
        var fillings = new Fillings<>(ResultsGap.class);
        fillings.text(ResultsGap.WORDS, asked);
        fillings.line(ResultsGap.SAID, said(sought));
        fillings.html(ResultsGap.FOUND, Binding.part(found.toString()));
        if (meant != null) {
            fillings.text(ResultsGap.MEANT, searched(sought, meant, 1));
            fillings.line(ResultsGap.OFFERED, lettering.of(meant));
        }
        if (sought.page() > 1 && !asked.isEmpty()) {
            fillings.text(ResultsGap.PREVIOUS, searched(sought, asked, sought.page() - 1));
        }
        if (sought.next()) {
            fillings.text(ResultsGap.NEXT, searched(sought, asked, sought.page() + 1));
        }
        var looks = new Results(sought.section(), sought.from(), sought.to(), sought.state(), sought.filling(),
                fillings.filled());
        return results.get(looks, this::mould).filled(fillings).getBytes(UTF_8);
    }

    /** What pages of results have in common with others: whose words they answer is no part of it. */
    record Results(@Nullable String section, @Nullable LocalDate from, @Nullable LocalDate to, Sought.State state,
            boolean filling, Set<ResultsGap> filled) {

        public boolean has(ResultsGap gap) {
            return filled.contains(gap);
        }
    }

    private Mould<ResultsGap> mould(Results results) {
        var words = words(kazakh);
        var title = results.has(ResultsGap.WORDS)
                ? "«" + ResultsGap.WORDS.sign() + "» – " + words.search()
                : words.search();
        var frame = frame(Language.KK, title + " – " + site.name(), "", null, null, false);
        return new Mould<>(ResultsGap.class,
                page(Templates.search(frame, results, options(results.section())), kazakh));
    }

    private String said(Sought sought) {
        var words = words(kazakh);
        return switch (sought.state()) {
            case TOO_LONG -> words.searchTooLong();
            case UNCLEAR -> words.searchUnclear();
            case BUSY -> words.searchBusy();
            case AWAY -> words.searchAway();
            case NONE -> words.searchNone();
            case EMPTY -> "";
            case FOUND -> counts.computeIfAbsent(new Count(sought.total(), sought.more()), count -> count.more()
                    ? words.searchMany(Figures.inflected(count.total(), "ABL", kazakh))
                    : words.searchFound(count.total()));
        };
    }

    /** So many, or more than so many; a hundred at most. */
    private record Count(int total, boolean more) {}

    /** Set by hand: of a page of results this is the most, and it is made for each reader. */
    private void add(StringBuilder html, Sought.Hit hit, Dates dates) {
        var lang = hit.language() == Language.KK
                ? ""
                : " lang=\"" + script.tag(hit.language()) + "\" dir=\"auto\"";
        var prefix = Script.of(hit.language()).contains(script) ? script.prefix() : "";
        html.append("<li>\n<h2").append(lang).append("><a href=\"").append(Line.escaped(prefix + hit.path()))
                .append("\">");
        add(html, hit.language(), hit.headline());
        html.append("</a></h2>\n<p class=\"gist\"").append(lang).append('>');
        add(html, hit.language(), hit.passage());
        html.append("</p>\n<p class=\"when\">");
        var section = section(hit.section());
        if (section != null) {
            html.append("<span class=\"in\">").append(Line.escaped(section.name(kazakh))).append("</span> ");
        }
        var at = dates.moment(hit.at());
        html.append("<time datetime=\"").append(at.machine()).append("\">").append(Line.escaped(at.full()))
                .append("</time></p>\n</li>\n");
    }

    private void add(StringBuilder html, Language language, List<Sought.Piece> pieces) {
        for (var piece : pieces) {
            var text = Line.escaped(lettering.leaves(language) ? piece.text() : lettering.of(piece.text()));
            html.append(piece.found() ? "<mark>" : "").append(text).append(piece.found() ? "</mark>" : "");
        }
    }

    /** @param chosen a section's slug, or null */
    private RawString options(@Nullable String chosen) {
        var known = section(chosen);
        return options.computeIfAbsent(known == null ? "" : known.slug(), slug -> raw(Templates.options(
                sections.stream().filter(section -> !section.closed() || section.slug().equals(slug))
                        .map(section -> new Frame.Tab(section.slug(), section.name(kazakh),
                                section.slug().equals(slug)))
                        .toList()),
                kazakh));
    }

    private String searched(Sought sought, String words, int page) {
        return script.prefix() + "/search?q=" + URLEncoder.encode(words, UTF_8)
                + (sought.section() == null ? "" : "&section=" + sought.section())
                + (sought.from() == null ? "" : "&from=" + sought.from())
                + (sought.to() == null ? "" : "&to=" + sought.to()) + (page == 1 ? "" : "&page=" + page);
    }

    /** What stands where nothing ever stood. */
    public byte[] notFound() {
        var frame = frame(Language.KK, words(kazakh).notFound() + " – " + site.name(), "", null, null, false);
        return bytes(Templates.notFound(frame), kazakh);
    }

    /**
     * What stands in a withdrawn story's place.
     *
     * @param path the story's, without the script's prefix
     * @param notice what the newsroom says to readers of it, if anything
     */
    public byte[] withdrawn(Language language, String path, @Nullable String notice, Instant at) {
        var locale = locale(language);
        var frame = frame(language, words(locale).withdrawn() + " – " + site.name(), "", path, null, false).hidden();
        var told = notice == null || lettering.leaves(language) ? notice : lettering.of(notice);
        return bytes(Templates.withdrawn(frame, told, Dates.asOf(at, locale).moment(at)), locale);
    }

    /** What the site is, in a line. */
    public String description() {
        return words(kazakh).about(site.name());
    }

    /** As of the first of a list, which is its newest. */
    private Dates dates(List<Summary> stories) {
        return Dates.asOf(stories.isEmpty() ? Instant.EPOCH : stories.get(0).publishedAt(), kazakh);
    }

    /** @param path without the script's prefix; null for a page that has no address */
    private Frame frame(Language language, String title, String description, @Nullable String path,
            @Nullable String here, boolean front) {
        var locale = locale(language);
        var scripts = Script.of(language);
        // What stands once leads to its section in the other scripts
        var there = path == null ? "/" : scripts.contains(Script.LATIN) ? path : here == null ? "/" : here;
        var switches = Script.of(Language.KK).stream().map(one -> {
            var to = one.prefix() + (one == script && path != null ? path : there);
            return new Frame.Edition(one.label(), one.tag(Language.KK), one.alternate(), one.direction(), to,
                    site.address(to), one == script);
        }).toList();
        return new Frame(site, assets, script.prefix(), script.tag(language), script.direction(), title, description,
                path == null ? null : site.address(script.prefix() + path), front, fixed(locale, here), switches,
                path != null && scripts.size() > 1);
    }

    /** @param here the path of the section that a page belongs to */
    private record Belonging(Locale language, @Nullable String here) {}

    private Frame.Fixed fixed(Locale language, @Nullable String here) {
        return fixed.computeIfAbsent(new Belonging(language, here), page -> new Frame.Fixed(
                raw(Templates.head(assets, script.prefix(), script == Script.ARABIC), language),
                raw(Templates.finder(script.prefix()), language),
                raw(Templates.sections(sections.stream().filter(section -> !section.closed())
                        .map(section -> tab(section, language, here)).toList()),
                        language),
                raw(Templates.foot(script.prefix(), site.name()), language)));
    }

    private static RawString raw(TemplateInstance part, Locale language) {
        return new RawString(part.setLocale(language).render());
    }

    private Frame.Tab tab(Section section, Locale language, @Nullable String here) {
        return new Frame.Tab(script.prefix() + section.path(), section.name(language), section.path().equals(here));
    }

    private @Nullable Section section(@Nullable String slug) {
        return Section.meant(sections, slug);
    }

    private List<Item> items(List<Summary> stories, Dates dates) {
        return stories.stream().map(story -> item(story, dates)).toList();
    }

    private Item item(Summary told, Dates dates) {
        var story = written(told);
        var language = dates.language();
        var section = section(story.section());
        var lang = script.tag(story.language());
        return new Item((stands(story) ? script.prefix() : "") + story.path(), story.headline(), story.lead(),
                locale(story.language()).equals(language) ? null : lang,
                section == null ? null : section.name(language),
                dates.moment(story.publishedAt()), story.views() == null ? null : Figures.grouped(story.views()),
                story.picture() == null ? null : story.picture().wideSet(""),
                story.picture() == null ? "" : story.picture().alt(),
                looks -> items.get(looks, Pages::mould));
    }

    private static @Nullable String changed(Story story, Words words, Dates dates) {
        var last = story.notes().isEmpty() ? null : story.notes().get(story.notes().size() - 1);
        var at = Objects.requireNonNull(story.changedAt());
        var corrected = last != null && last.kind() == Note.Kind.CORRECTION && last.at().equals(at);
        var time = dates.told().full(at, dates.language());
        return corrected ? words.corrected(time) : words.updated(time);
    }

    private static Noted noted(Note note, Dates dates) {
        return new Noted(note.kind() == Note.Kind.CORRECTION, note.text(), dates.moment(note.at()));
    }

    /** What search engines and those who share the story are shown: its lead, or how it begins. */
    private static String description(Copy copy) {
        if (!copy.lead().isEmpty()) {
            return copy.lead();
        }
        var text = copy.body().stream().map(block -> block.text().replace('\n', ' ')).filter(line -> !line.isBlank())
                .limit(3).collect(Collectors.joining(" "));
        if (text.length() <= DESCRIPTION) {
            return text;
        }
        var space = text.lastIndexOf(' ', DESCRIPTION);
        return text.substring(0, space > 0 ? space : text.offsetByCodePoints(0, DESCRIPTION / 2)) + "…";
    }

    /** Whether a story stands in this script; otherwise it is led to where it stands. */
    private boolean stands(Summary story) {
        return Script.of(story.language()).contains(script);
    }

    private Locale locale(Language language) {
        return script.locale(language);
    }

    private static Words words(Locale language) {
        return MessageBundles.get(Words.class, Localized.Literal.of(language.toLanguageTag()));
    }

    private static byte[] bytes(TemplateInstance page, Locale language) {
        return page(page, language).getBytes(UTF_8);
    }

    private static String page(TemplateInstance page, Locale language) {
        return Binding.of(page.setLocale(language).render());
    }

    private static Mould<ItemGap> mould(Item.Looks looks) {
        return new Mould<>(ItemGap.class, Templates.item(looks).setLocale(looks.language()).render());
    }

    record Shelf(Frame.Tab section, List<Item> stories) {}

    /** Where the other pages of a list are. */
    record Leading(int page, @Nullable String newer, @Nullable String older) {}

    record Corrected(Item story, String text, Dates.Moment at) {}

    record Noted(boolean correction, String text, Dates.Moment at) {}

    @CheckedTemplate(basePath = "page", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        static native TemplateInstance story(Frame frame, Looks looks, Frame.@Nullable Tab section);

        static native TemplateInstance notes(List<Noted> notes);

        static native TemplateInstance figure(Typesetting.Pictured picture);

        static native TemplateInstance front(Frame frame, @Nullable Item shared, @Nullable Item lead, List<Item> below,
                List<Item> beside, List<Shelf> shelves,
                List<Item> mostRead);

        static native TemplateInstance item(Item.Looks looks);

        static native TemplateInstance listing(Frame frame, @Nullable Item shared, String name, @Nullable String kicker,
                List<Item> stories, @Nullable String feed, Leading leading);

        static native TemplateInstance corrections(Frame frame, List<Corrected> corrections, Leading leading);

        static native TemplateInstance calendar(Frame frame, String name, List<Frame.Tab> links, @Nullable String up);

        static native TemplateInstance search(Frame frame, Results results, RawString options);

        static native TemplateInstance options(List<Frame.Tab> sections);

        static native TemplateInstance notFound(Frame frame);

        static native TemplateInstance head(Assets assets, String prefix, boolean rightToLeft);

        static native TemplateInstance finder(String prefix);

        static native TemplateInstance sections(List<Frame.Tab> sections);

        static native TemplateInstance foot(String prefix, String name);

        static native TemplateInstance withdrawn(Frame frame, @Nullable String notice, Dates.Moment at);

        private Templates() {
        }
    }
}
