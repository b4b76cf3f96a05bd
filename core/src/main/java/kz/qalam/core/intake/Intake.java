package kz.qalam.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import kz.qalam.core.copy.Copy;
import kz.qalam.core.copy.Heading;
import kz.qalam.core.copy.ListBlock;
import kz.qalam.core.copy.Speech;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.TooLarge;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

/**
 * From a file's bytes to copy: raw text, web pages and WordPress archives. Nothing of a text is lost or changed; what
 * cannot be read for certain is refused with the reason. Nothing is kept here: that is for whoever imports.
 */
public final class Intake {

    /** The most that a document may have. An archive may be of any size; each post in it is one document. */
    public static final int MOST_BYTES = 1_000_000;

    private static final int MOST_IN_HEADLINE = 300;

    private Intake() {
    }

    /** Takes what an archive holds, post by post. */
    public interface Receiver {

        void received(Incoming story);

        /** A post that was not understood or is over a limit; the others go on. */
        void refused(String name, Refusal why);
    }

    /**
     * Whether a file is an archive of many stories, to be read by {@link #readArchive}.
     *
     * @param mediaType what the sender says it is, parameters and all; may be empty
     */
    public static boolean isArchive(String mediaType, String fileName) {
        String type = bare(mediaType);
        String name = fileName.toLowerCase(Locale.ROOT);
        return type.equals("application/xml") || type.equals("text/xml") || type.equals("application/rss+xml")
                || name.endsWith(".xml") || name.endsWith(".wxr");
    }

    /**
     * Reads a file that is one story. A page is told by its media type or its name; all else is raw text, whatever markup
     * stands in it. What {@link #isArchive} is for {@link #readArchive}.
     *
     * @param bytes at most {@link #MOST_BYTES}
     * @param mediaType what the sender says it is, parameters and all; may be empty
     * @throws UnreadableImport when it cannot be understood
     * @throws Refusal when the story is over copy's limits
     */
    public static Incoming read(byte[] bytes, String mediaType, String fileName) {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableImport(Reason.TOO_LARGE);
        }
        return isPage(mediaType, fileName) ? readPage(bytes, fileName) : readText(bytes, fileName);
    }

    /**
     * Reads an archive from a stream, in little memory.
     *
     * @throws UnreadableImport when it is no archive or breaks off; what came before has been received
     */
    public static void readArchive(InputStream in, String fileName, Receiver receiver) throws IOException {
        WordPressArchive.read(in, fileName, receiver);
    }

    private static boolean isPage(String mediaType, String fileName) {
        String type = bare(mediaType);
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean named = name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml");
        return type.equals("text/html") || type.equals("application/xhtml+xml") || (type.isEmpty() && named);
    }

    private static String bare(String mediaType) {
        int parameters = mediaType.indexOf(';');
        return (parameters < 0 ? mediaType : mediaType.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static Incoming readPage(byte[] bytes, String fileName) {
        TextBytes read = TextBytes.read(bytes, HtmlPage.declared(bytes));
        HtmlPage page = HtmlPage.read(read.text());
        return incoming(page.copy(), null, null, null, sha256(bytes), fileName, with(read, page.remarks()));
    }

    private static Incoming readText(byte[] bytes, String fileName) {
        TextBytes read = TextBytes.read(bytes, null);
        RawArticle article = RawArticle.read(read.text());
        return incoming(article.copy(), article.comments(), article.views(), null, sha256(bytes), fileName,
                with(read, article.remarks()));
    }

    private static List<Remark> with(TextBytes read, List<Remark> remarks) {
        List<Remark> all = new ArrayList<>();
        all.add(new Remark("encoding", read.encoding()));
        if (read.hasLostLetters()) {
            all.add(new Remark("lost-letters"));
        }
        all.addAll(remarks);
        return all;
    }

    static Incoming incoming(Copy copy, @Nullable Long comments, @Nullable Long views, @Nullable Instant dated,
            byte[] digest,
            String name, List<Remark> remarks) {
        if (copy.headline().codePointCount(0, copy.headline().length()) > MOST_IN_HEADLINE) {
            throw new UnreadableImport(Reason.LONG_HEADLINE);
        }
        if (copy.body().size() > Copy.MOST_BLOCKS) {
            throw new TooLarge(TooLarge.Unit.BLOCKS, Copy.MOST_BLOCKS);
        }
        Copy checked = copy.withLanguage(Written.of(copy.plainText())).checked();
        List<Remark> all = new ArrayList<>(remarks);
        all.add(new Remark("body", checked.body().size(), of(checked, Speech.class), of(checked, Heading.class),
                of(checked, ListBlock.class)));
        return new Incoming(checked, comments, views, dated, digest, name, all);
    }

    private static long of(Copy copy, Class<?> kind) {
        return copy.body().stream().filter(kind::isInstance).count();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
