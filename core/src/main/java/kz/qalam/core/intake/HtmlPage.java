package kz.qalam.core.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Block;
import kz.qalam.core.copy.Byline;
import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Heading;
import kz.qalam.core.copy.Paragraph;
import kz.qalam.core.copy.Source;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

/**
 * The story on a web page: its headline and what the page's article holds, as blocks of copy. Menus, forms and scripts
 * stay behind; so do pictures, of which a remark tells.
 */
record HtmlPage(Copy copy, List<Remark> remarks) {

    /** Where a page says what it is kept in: near its start, in ASCII. */
    private static final int HEAD = 4_096;
    private static final Pattern DECLARED = Pattern.compile(
            "(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    /** What is never part of a story's text. */
    private static final String NO_TEXT = "script, style, noscript, template, iframe, object, embed, applet, svg, math, button, select,"
            + " textarea, input, [hidden]";
    private static final String FURNITURE = "nav, aside, form, footer";

    /** Deeper than any real page, and shallower than the stack. */
    private static final int DEEPEST = 200;

    private static final int MOST_IN_NAME = 100;

    /** The encoding that a page says it is kept in, in lower case, or nothing. */
    static @Nullable String declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        return declared.find() ? declared.group(1) : null;
    }

    /** @throws UnreadableImport when there is no story on the page */
    static HtmlPage read(String html) {
        Document page = Jsoup.parse(html);
        refuseDepth(page);
        page.setBaseUri(address(page));
        page.select(NO_TEXT).remove();
        Element story = story(page);
        Element title = title(page, story);
        Cleaning cleaning = new Cleaning();
        String headline = headline(page, title, cleaning);
        if (title != null) {
            title.remove();
        }
        Elements furniture = story.select(FURNITURE);
        furniture.remove();
        HtmlBody body = HtmlBody.of(story, cleaning, false);
        List<Block> blocks = new ArrayList<>(body.blocks());
        if (headline.isEmpty() && !blocks.isEmpty()
                && (blocks.get(0) instanceof Heading || blocks.get(0) instanceof Paragraph)) {
            headline = Spaces.single(blocks.remove(0).text());
        }
        if (blocks.isEmpty()) {
            throw new UnreadableImport(Reason.NO_STORY);
        }
        Copy copy = Copy.draft(headline).withBody(blocks).withBylines(bylines(page, cleaning));
        return finished(copy, cleaning, body.media(), furniture.size());
    }

    /** A post's content, which has its headline elsewhere. */
    static HtmlPage ofPost(Copy copy, String html, String base, boolean blankLinesDivide) {
        Document page = Jsoup.parseBodyFragment(html, base);
        refuseDepth(page);
        page.select(NO_TEXT).remove();
        Cleaning cleaning = new Cleaning();
        HtmlBody body = HtmlBody.of(page.body(), cleaning, blankLinesDivide);
        return finished(copy.withBody(body.blocks()), cleaning, body.media(), 0);
    }

    private static HtmlPage finished(Copy copy, Cleaning cleaning, int media, int leftOut) {
        List<Remark> remarks = new ArrayList<>(cleaning.remarks());
        if (media > 0) {
            remarks.add(new Remark("media", media));
        }
        if (leftOut > 0) {
            remarks.add(new Remark("left-out", leftOut));
        }
        String source = copy.body().stream().filter(Paragraph.class::isInstance).findFirst()
                .map(first -> Attribution.of(first.text())).orElse(null);
        if (source == null) {
            return new HtmlPage(copy, remarks);
        }
        remarks.add(new Remark("source", source));
        return new HtmlPage(copy.withSource(new Source(source, null)), remarks);
    }

    private static void refuseDepth(Document page) {
        AtomicInteger deepest = new AtomicInteger();
        page.traverse((node, depth) -> deepest.accumulateAndGet(depth, Math::max));
        if (deepest.get() > DEEPEST) {
            throw new UnreadableImport(Reason.TOO_DEEP);
        }
    }

    /** Where the page stood, so that its links lead where they led. */
    private static String address(Document page) {
        for (String place : List.of(page.select("link[rel=canonical]").attr("href"),
                page.select("meta[property=og:url]").attr("content"))) {
            if (place.startsWith("https://") || place.startsWith("http://")) {
                return place;
            }
        }
        return "";
    }

    /** The element that holds the story: the longest article, or the page's main part, or all of it. */
    private static Element story(Document page) {
        Elements articles = page.select("article, [itemprop=articleBody]");
        if (articles.isEmpty()) {
            articles = page.select("main, [role=main]");
        }
        return articles.stream().max(Comparator.comparingInt(article -> article.text().length())).orElse(page.body());
    }

    /** The headline's element: the only h1 of the story, else the only one of the page. */
    private static @Nullable Element title(Document page, Element story) {
        for (Element place : List.of(story, (Element) page)) {
            Elements titles = place.select("h1");
            if (titles.size() == 1) {
                return titles.get(0);
            }
        }
        return null;
    }

    private static String headline(Document page, @Nullable Element title, Cleaning cleaning) {
        String[] places = {title == null ? "" : title.text(), page.select("meta[property=og:title]").attr("content"),
                page.title()};
        for (String place : places) {
            String headline = Spaces.single(cleaning.clean(place.replace('\n', ' ')));
            if (!headline.isEmpty()) {
                return headline;
            }
        }
        return "";
    }

    private static List<Byline> bylines(Document page, Cleaning cleaning) {
        String name = Spaces.single(cleaning.clean(page.select("meta[name=author]").attr("content")));
        boolean isName = !name.isEmpty() && name.codePointCount(0, name.length()) <= MOST_IN_NAME;
        return isName ? List.of(new Byline(name)) : List.of();
    }
}
