package kz.qalam.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import kz.qalam.api.Client.Answer;
import kz.qalam.api.Description.Call;
import kz.qalam.core.article.Articles;
import kz.qalam.core.article.Drafting;
import kz.qalam.core.article.Section;
import kz.qalam.core.article.Sections;
import kz.qalam.core.article.Story;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.darkroom.Photos;
import kz.qalam.core.language.script.Exceptions;
import kz.qalam.core.media.Picturing;
import kz.qalam.core.publication.Freezing;
import kz.qalam.core.review.Noting;
import kz.qalam.core.review.Proposal;
import kz.qalam.core.review.Reviewing;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Role;
import kz.qalam.core.staff.Staff;
import kz.qalam.core.style.ExceptionLexicon;
import kz.qalam.core.style.HouseRule;
import kz.qalam.core.style.HouseRules;
import kz.qalam.core.style.LexiconVersion;
import kz.qalam.core.tag.Tagging;

/** Sets the scenes of docs/access.csv: someone, and a story at a desk in a state, made through the acts. */
@ApplicationScoped
class AccessScenes {

    private static final AtomicLong COUNTER = new AtomicLong();

    private static final Set<String> DESK_ROLES = Set.of("author", "editor", "reviewer", "publisher");

    @Inject
    People people;

    @Inject
    Staff staff;

    @Inject
    Drafting drafting;

    @Inject
    Reviewing reviewing;

    @Inject
    Noting noting;

    @Inject
    Articles articles;

    @Inject
    Picturing picturing;

    @Inject
    Freezing freezing;

    @Inject
    Sections sections;

    @Inject
    HouseRules houseRules;

    @Inject
    ExceptionLexicon lexicon;

    @Inject
    Tagging tagging;

    private final Map<String, Someone> cast = new HashMap<>();
    private Desk here;
    private Desk elsewhere;
    private Someone writer;
    private Someone editor;
    private Someone judge;
    private int number;

    /** Someone before a story, with what has to be known to ask anything about it. */
    record Scene(Client client, UUID article, int revision, Supplier<UUID> note, UUID author, UUID heir) {

        Scene about(UUID other) {
            return new Scene(client, other, revision, note, author, heir);
        }

        Scene by(Client other) {
            return new Scene(other, article, revision, note, author, heir);
        }

        Answer ask(Call call) {
            String path = call.path().replace("{id}", article.toString()).replace("{number}", "1")
                    .replace("{window}", article.toString());
            boolean tagged = Set.of("saveCopy", "restoreRevision").contains(call.id());
            Client asker = tagged ? client.with("If-Match", RevisionTag.of(revision)) : client;
            // What is not let stand can be marked again as well
            path = path.replace("{stet}", UUID.randomUUID().toString());
            if (path.contains("{note}")) {
                path = path.replace("{note}", note.get().toString());
            }
            if (call.id().equals("getWorkingText")) {
                asker.send("PUT", typed(), path);
            }
            return asker.send(call.method(), body(call), path);
        }

        /** What becomes of this story in a batch, among others that are not there. */
        Answer inABatch(String move) {
            return client.put(
                    "{\"move\":\"%s\",\"articles\":[\"%s\",\"%s\"],\"reason\":\"Себебі бар\",\"tag\":\"тег\",\"from\":\"%s\"}"
                            .formatted(move, UUID.randomUUID(), article, Instant.now().plus(Duration.ofDays(2))),
                    "/batches/%s", UUID.randomUUID());
        }

        private static String typed() {
            return "{\"counter\":" + COUNTER.incrementAndGet()
                    + ",\"base\":1,\"copy\":{\"headline\":\"Терілуде\"}}";
        }

        private String body(Call call) {
            return switch (call.id()) {
                case "saveCopy" -> "{\"headline\":\"Өзгерген " + UUID.randomUUID() + "\"}";
                case "restoreRevision" -> "{\"revision\":1}";
                case "keepWorkingText" -> typed();
                case "letStand" -> "{\"revision\":" + revision
                        + ",\"pointer\":\"/headline\",\"start\":0,\"end\":6,\"kind\":\"scripts\"}";
                case "writeNote" -> "{\"revision\":1,\"said\":\"Қараңыз\"}";
                case "attend" -> "{\"unsaved\":true}";
                case "submit" -> "{}";
                case "approve", "requestChanges" -> "{\"revision\":" + revision + ",\"note\":\"Оқыдым\"}";
                case "planEdition" ->
                    "{\"revision\":" + revision + ",\"from\":\"" + Instant.now().plus(Duration.ofDays(2)) + "\"}";
                case "setExpiry" -> "{\"until\":\"" + Instant.now().plus(Duration.ofDays(3)) + "\"}";
                case "handOver" -> "{\"author\":\"" + heir + "\",\"from\":"
                        + (author == null ? "null" : "\"" + author + "\"") + "}";
                case "hold", "withdraw" -> "{\"reason\":\"Себебі бар\"}";
                default -> null;
            };
        }
    }

    /** @param desk whether whoever asks holds their role at the story's desk */
    Scene scene(String who, String story, String desk, String state) {
        open();
        Someone asker = asker(who, story, desk);
        Someone owner = story.equals("own") ? asker : writer;
        boolean lent = story.equals("own") && !holds(who, desk, "author");
        if (lent) {
            people.appoint(owner, here, Role.AUTHOR);
        }
        UUID article = make(story.equals("nobodys") ? null : people.now(owner).actor(), state);
        if (lent) {
            people.dismiss(owner, here, Role.AUTHOR);
        }
        Story made = articles.find(judge.actor(), article);
        int revision = made.revision().number();
        return new Scene(who.equals("stranger") ? Client.stranger() : Client.of(asker), article, revision,
                () -> noting.write(judge.actor(), article, revision, null, null, null, "Дереккөзі қайда?").id(),
                story.equals("nobodys") ? null : people.now(owner).actor().person(), writer.actor().person());
    }

    private void open() {
        if (here == null) {
            here = people.desk();
            elsewhere = people.desk();
            writer = people.at(here, Role.AUTHOR);
            editor = people.at(here, Role.EDITOR);
            judge = people.at(here, Role.REVIEWER);
        }
    }

    private static boolean holds(String who, String desk, String role) {
        return who.equals(role) && desk.equals("same");
    }

    private Someone asker(String who, String story, String desk) {
        return cast.computeIfAbsent(who + story.equals("own") + desk, unknown -> {
            if (who.equals("admin")) {
                return people.admin();
            }
            if (!DESK_ROLES.contains(who)) {
                return people.nobody();
            }
            return people.at(desk.equals("same") ? here : elsewhere, Role.valueOf(who.toUpperCase(Locale.ROOT)));
        });
    }

    private UUID make(Actor owner, String state) {
        Copy copy = Copy.draft("Мaқала " + ++number);
        Actor hand = owner == null ? editor.actor() : owner;
        UUID article = owner == null
                ? drafting.bring(hand, copy, here.id(), null, null).article()
                : drafting.start(hand, copy, here.id(), null).article();
        if (state.equals("DRAFT")) {
            return article;
        }
        Instant from = state.equals("PLANNED") ? Instant.now().plus(Duration.ofDays(1)) : null;
        reviewing.submit(hand, article, null, new Proposal(null, null, from));
        if (state.equals("CHANGES_REQUESTED")) {
            reviewing.requestChanges(judge.actor(), article, 1, "Қайта қараңыз");
        } else if (!state.equals("IN_REVIEW")) {
            reviewing.approve(judge.actor(), article, 1, null);
        }
        if (state.equals("LIVE_DRAFT")) {
            drafting.save(hand, article, 1, copy.withLead("Жаңа дерек"));
        }
        return article;
    }

    /** All the ways of asking for something that is no story's: a desk may be named or not. */
    List<Answer> askWithoutStory(Call call, String who, String desk) throws SQLException {
        open();
        Someone asker = asker(who, "-", "same");
        Client client = who.equals("stranger") ? Client.stranger() : Client.of(asker);
        List<String> desks = new ArrayList<>();
        if (desk.equals("other")) {
            desks.add(elsewhere.slug());
        } else {
            desks.add("");
            if (DESK_ROLES.contains(who)) {
                desks.add(here.slug());
            }
        }
        List<Answer> answers = new ArrayList<>();
        for (String named : desks) {
            answers.add(ask(call, client, named));
        }
        return answers;
    }

    /** Anything, asked by someone who may do much and was suspended. */
    Answer askSuspended(Call call) throws SQLException {
        open();
        Client client = Client.of(cast.computeIfAbsent("suspended", unknown -> {
            Someone admin = people.admin();
            staff.suspend(people.admin().actor(), admin.id());
            return admin;
        }));
        return call.isAboutAStory()
                ? scene("author", "own", "same", "DRAFT").by(client).ask(call)
                : ask(call, client, "");
    }

    private Answer ask(Call call, Client client, String desk) throws SQLException {
        String named = desk.isEmpty() ? "" : "?desk=" + desk;
        return switch (call.id()) {
            case "createArticle" -> client.post("{\"copy\":{\"headline\":\"Жаңа\"}"
                    + (desk.isEmpty() ? "" : ",\"desk\":\"" + desk + "\"") + "}", "/articles");
            case "importDocument" ->
                client.send("POST", ("Тақырып " + UUID.randomUUID() + "\n\nМәтін.").getBytes(StandardCharsets.UTF_8),
                        "text/plain", "/imports" + named);
            case "runLanguageTool" -> client.post("{\"lines\":[\"қазақ\"]}", "/language/latin");
            case "proofread" -> client.post("{\"headline\":\"Қазақстан\"}", "/proofreading");
            case "createTag" -> client.post("{\"name\":\"Тег %s\"}".formatted(UUID.randomUUID()), "/tags");
            case "getTag" -> client.send("GET", null, "/tags/" + tag());
            case "renameTag" -> client.put("{\"name\":\"Тег %s\"}".formatted(UUID.randomUUID()), "/tags/%s", tag());
            case "mergeTag" -> client.post("{\"into\":\"%s\"}".formatted(tag()), "/tags/%s/merger", tag());
            case "findMentions" -> client.post("{\"headline\":\"Астанада\"}", "/tags/mentions");
            case "ignoreWord", "heedWord" -> client.send(call.method(), null,
                    "/ignored-words/%D1%85%D0%B0%D0%B9%D0%BF");
            case "getStyleRule", "putStyleRule", "enforceStyleRule", "retireStyleRule" -> {
                String word = "ереже" + "абвгдежзик".charAt(++number % 10) + "абвгдежзик".charAt(number / 10 % 10);
                HouseRule rule = houseRules.propose(people.admin().actor(), word, "қағида", "Бізде осылай");
                yield client.send(call.method(), switch (call.id()) {
                    case "putStyleRule" -> "{\"instead\":\"тәртіп\",\"reason\":\"Сынақ\"}";
                    case "enforceStyleRule" -> "{\"version\":" + rule.newest().number() + "}";
                    default -> null;
                }, call.path().replace("{word}", URLEncoder.encode(word, StandardCharsets.UTF_8)));
            }
            case "getLexiconVersion", "putLexicon", "approveLexicon", "returnLexicon" -> {
                int newest = lexicon.newest().number();
                LexiconVersion draft = lexicon.write(people.admin().actor(), newest,
                        List.of(new Exceptions.Entry("сөз" + "абвгдежзик".charAt(++number % 10)
                                + "абвгдежзик".charAt(number / 10 % 10), "x", null, false)));
                yield client.send(call.method(), switch (call.id()) {
                    case "putLexicon" -> "{\"base\":" + draft.number()
                            + ",\"entries\":[{\"stem\":\"жаңа\",\"latin\":\"jana\"}]}";
                    case "approveLexicon" -> "{\"version\":" + draft.number() + "}";
                    case "returnLexicon" -> "{\"version\":" + draft.number() + ",\"remark\":\"Түзетіңіз\"}";
                    default -> null;
                }, call.path().replace("{number}", Integer.toString(draft.number())));
            }
            case "keepView", "dropView" -> client.send(call.method(),
                    call.method().equals("PUT") ? "{\"query\":\"stage=DRAFT\"}" : null, "/views/menin");
            case "tryLexicon" -> client.post("{\"text\":\"Байденге\"}", "/lexicon/trials");
            case "putBatch" -> client.put(
                    "{\"move\":\"RECALL\",\"articles\":[\"%s\"]}".formatted(UUID.randomUUID()), "/batches/%s",
                    UUID.randomUUID());
            case "tryStyleRule" -> client.post("{\"word\":\"ереже\"}", "/style-trials");
            case "takePicture" -> client.send("POST", Photos.jpeg(330, 220, 40_000 + ++number), "image/jpeg",
                    "/pictures" + named);
            case "getPicture", "listPictureUses", "describePicture", "getRendition" ->
                client.send(call.method(), call.method().equals("POST") ? "{\"alt\":\"Тау\"}" : null,
                        call.path().replace("{id}", picture(desk).toString()).replace("{version}", "1")
                                .replace("{width}", "320"));
            // lifted again by the next: nothing else of this run may stay frozen
            case "freeze" -> {
                Answer answer = client.put("{\"reason\":\"Сынақ\"}", "/freeze");
                freezing.unfreeze(people.admin().actor());
                yield answer;
            }
            case "getLeftover", "discardLeftover" ->
                client.send(call.method(), null, "/working-texts/" + UUID.randomUUID());
            case "resendDelivery" -> client.post("", "/deliveries/%s/resend", delivery());
            case "putDesk" -> {
                UUID id = UUID.randomUUID();
                yield client.put("{\"slug\":\"a" + id.toString().substring(0, 8) + "\",\"name\":\"Жаңа бөлім\"}",
                        "/desks/%s", id);
            }
            case "closeDesk", "openDesk" -> client.send(call.method(), null,
                    call.path().replace("{id}", disposable().toString()));
            case "appoint", "dismiss" -> client.send(call.method(), null,
                    "/staff/" + writer.id() + "/memberships/EDITOR?desk=" + elsewhere.slug());
            case "invite" -> client.post("{\"username\":\"k-%s\",\"name\":\"Жаңа адам\"}"
                    .formatted(UUID.randomUUID().toString().substring(0, 8)), "/staff");
            case "renewPassword", "suspend", "bringBack" -> client.send(call.method(), null,
                    call.path().replace("{person}", people.nobody().id().toString()));
            case "putSection" -> client.put("{\"kazakh\":\"Ғылым\",\"russian\":\"Наука\",\"english\":\"Science\"}",
                    "/sections/gylym");
            case "orderSections" -> client.put(
                    "{\"order\":%s}".formatted(sections.all().stream().filter(one -> !one.closed())
                            .map(one -> '"' + one.slug() + '"').toList()),
                    "/sections");
            case "getSection", "closeSection", "openSection" -> client.send(call.method(), null,
                    call.path().replace("{slug}", section()));
            case "mergeSection" -> client.post("{\"into\":\"sport\"}", "/sections/%s/merger", section());
            case "moveSection" -> client.put("{\"slug\":\"b%d\"}".formatted(COUNTER.incrementAndGet()),
                    "/sections/%s/address", section());
            default -> client.send(call.method(), null, call.path());
        };
    }

    /** A desk to close and to open: one for all, as there is room for a hundred. */
    private UUID disposable() {
        return staff.desks().stream().filter(desk -> desk.slug().equals("disposable")).map(Desk::id).findFirst()
                .orElseGet(() -> {
                    UUID id = UUID.randomUUID();
                    staff.establish(people.admin().actor(),
                            new Desk(id, "disposable", "Уақытша бөлім", Desk.PublishingRule.ON_APPROVAL, List.of()));
                    return id;
                });
    }

    /** One to dispose of; the same again until someone has. */
    private String section() {
        String name = "Сахна";
        return sections.all().stream().filter(one -> one.kazakh().equals(name)).map(Section::slug).findFirst()
                .orElseGet(() -> {
                    String slug = "a" + COUNTER.incrementAndGet();
                    sections.establish(people.admin().actor(), new Section(slug, name, name, name));
                    return slug;
                });
    }

    private UUID tag() {
        return tagging.start(people.admin().actor(), "Тег " + UUID.randomUUID());
    }

    /** Another's, at the desk that is asked about. */
    private UUID picture(String desk) {
        boolean away = desk.equals(elsewhere.slug());
        Someone owner = away ? people.at(elsewhere, Role.AUTHOR) : people.at(here, Role.AUTHOR);
        return picturing.take(owner.actor(), Photos.jpeg(330, 220, 80_000 + ++number), "a.jpg", null).picture();
    }

    private UUID delivery() throws SQLException {
        UUID article = make(writer.actor(), "LIVE");
        long release = articles.find(judge.actor(), article).standing().live().release();
        return PublicationTest.delivered(release);
    }
}
