package kz.qalam.publishing.site;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.vertx.core.buffer.Buffer;
import kz.qalam.publishing.page.Script;
import kz.qalam.publishing.relay.House;
import kz.qalam.publishing.target.Layout;
import kz.qalam.publishing.target.Pressed;
import kz.qalam.publishing.views.Views;

/** Finds what to answer: always a file of the folder, or that there is none. */
@ApplicationScoped
class Answers {
    private static final int MOST_DIGITS = 17;

    private final Newsstand newsstand;
    private final Views views;
    private final House house;

    Answers(Newsstand newsstand, Views views, House house) {
        this.newsstand = newsstand;
        this.views = views;
        this.house = house;
    }

    /**
     * An answer.
     *
     * @param file whose kind it is
     * @param location where to go instead
     */
    record Answer(int status, String file, Issue issue, @Nullable String location) {}

    /** What stands at a path, if that is at hand; for the many readers who must not wait for a disk. */
    @Nullable
    Answer atHand(String path) {
        var file = isPage(path) ? path + Layout.PAGE : path;
        if (!isPage(path) && isHidden(path)) {
            return null;
        }
        var issue = newsstand.atHand(file);
        return issue != null && issue.exists() ? new Answer(200, file, issue, null) : null;
    }

    /** What stands at a path of the site; in a held house nobody knows of what does not stand yet. */
    Answer at(String path) {
        var answer = find(path);
        return answer.status() == 404 && house.mayBeHeld() ? Closed.answer() : answer;
    }

    private Answer find(String path) {
        if (!Address.isOfFile(path)) {
            return notFound(path);
        }
        var answer = isPage(path) ? page(path) : file(path);
        var bare = Script.bare(path);
        if (answer.status() != 404 || bare.equals(path)) {
            return answer;
        }
        // What is Russian stands once
        var once = find(bare);
        return once.status() == 404 ? answer : elsewhere(once.location() == null ? bare : once.location());
    }

    private static boolean isPage(String path) {
        return path.endsWith("/");
    }

    /** Files that are sent only with the status that is theirs. */
    private static boolean isHidden(String path) {
        return path.endsWith("/" + Layout.PAGE) || path.endsWith("/" + Layout.NOTICE)
                || Script.bare(path).equals(Layout.NOT_FOUND)
                || Pressed.isTwin(path);
    }

    private Answer page(String path) {
        var page = newsstand.take(path + Layout.PAGE);
        if (page.exists()) {
            return new Answer(200, Layout.PAGE, page, null);
        }
        var notice = newsstand.take(path + Layout.NOTICE);
        if (notice.exists()) {
            return new Answer(410, Layout.NOTICE, notice, null);
        }
        var moved = newsstand.movedTo(path);
        return moved == null ? notFound(path) : elsewhere(moved);
    }

    private Answer file(String path) {
        if (path.endsWith("/" + Layout.PAGE)) {
            var folder = path.substring(0, path.length() - Layout.PAGE.length());
            return newsstand.take(path).exists() ? elsewhere(folder) : notFound(path);
        }
        if (!isHidden(path)) {
            var file = newsstand.take(path);
            if (file.exists()) {
                return new Answer(200, path, file, null);
            }
        }
        var elsewhere = newsstand.movedTo(path);
        if (elsewhere != null) {
            return elsewhere(elsewhere);
        }
        var page = path + "/";
        return newsstand.take(page + Layout.PAGE).exists() || newsstand.take(page + Layout.NOTICE).exists()
                || newsstand.movedTo(page) != null ? elsewhere(page) : notFound(path);
    }

    private static Answer elsewhere(String location) {
        return new Answer(301, Layout.PAGE, Issue.none(0), location);
    }

    /** In the script of the address that was asked for. */
    private Answer notFound(String path) {
        var bare = Script.bare(path);
        var prefix = path.substring(0, path.length() - bare.length());
        var its = newsstand.take(prefix + Layout.NOT_FOUND);
        return new Answer(404, Layout.NOT_FOUND, its.exists() ? its : newsstand.take(Layout.NOT_FOUND), null);
    }

    /** How often a page was read; 0, which no page shows, as long as that is not known. */
    Answer views(@Nullable String path) {
        if (path == null || !Address.isOfFile(path) || !isPage(path) || path.length() < 2) {
            return uncounted(404);
        }
        if (!newsstand.take(path + Layout.PAGE).exists()) {
            return uncounted(404);
        }
        var here = views.of(path);
        return here.isPresent() ? counted(200, imported(path) + here.getAsLong()) : uncounted(200);
    }

    /** Readers counted elsewhere, before the story came here. */
    private long imported(String path) {
        var content = newsstand.take(Layout.views(Script.bare(path))).content();
        var digits = content == null ? "" : content.toString().replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > MOST_DIGITS ? 0 : Long.parseLong(digits);
    }

    private static Answer uncounted(int status) {
        return counted(status, 0);
    }

    private static Answer counted(int status, long views) {
        var json = Buffer.buffer("{\"views\":" + views + "}");
        return new Answer(status, "views.json", new Issue(json, null, null, "v" + views, Issue.Stamp.NONE, 0), null);
    }
}
