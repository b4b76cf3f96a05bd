package kz.qalam.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import kz.qalam.core.intake.Intake.Receiver;
import kz.qalam.core.refusal.Refusal;
import kz.qalam.core.refusal.UnreadableImport;
import kz.qalam.core.refusal.UnreadableImport.Reason;

/**
 * The posts of a WordPress export (WXR), one at a time, so that an archive of any size is read in little memory. It is
 * other people's XML: a document type is refused, and so every entity of its own; nothing is fetched; every text is
 * bounded.
 */
final class WordPressArchive {

    private static final String WORDPRESS = "http://wordpress.org/export/";

    /** More names than any newsroom has; past it a post is signed as WordPress knows its author. */
    private static final int MOST_AUTHORS = 10_000;

    private final XMLStreamReader xml;
    private final MeteredStream in;
    private final String fileName;
    private final Map<String, String> authors = new HashMap<>();
    private String site = "";
    private boolean wordPress;
    private int items;

    private WordPressArchive(XMLStreamReader xml, MeteredStream in, String fileName) {
        this.xml = xml;
        this.in = in;
        this.fileName = fileName;
    }

    /**
     * Reads post after post to the end.
     *
     * @throws UnreadableImport when this is no such archive, or a broken one; posts before the break have been received
     */
    static void read(InputStream bytes, String fileName, Receiver receiver) throws IOException {
        MeteredStream in = new MeteredStream(bytes);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            new WordPressArchive(xml, in, fileName).read(receiver);
        } catch (XMLStreamException e) {
            if (in.failure() != null) {
                throw in.failure();
            }
            throw new UnreadableImport(in.isExceeded() ? Reason.TOO_LARGE : Reason.NOT_ARCHIVE);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private void read(Receiver receiver) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.DTD) {
                throw new UnreadableImport(Reason.NOT_ARCHIVE);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                readElement(receiver);
            }
        }
        if (!wordPress) {
            throw new UnreadableImport(Reason.NOT_ARCHIVE);
        }
    }

    private void readElement(Receiver receiver) throws XMLStreamException {
        wordPress |= isWordPress();
        switch (xml.getLocalName()) {
            case "rss", "channel" -> {
                // what matters is within
            }
            case "base_site_url" -> site = text(Post.MOST_IN_FIELD);
            case "author" -> readAuthor();
            case "item" -> readPost(receiver);
            default -> skip();
        }
    }

    private void readAuthor() throws XMLStreamException {
        String login = "";
        String name = "";
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "author_login" -> login = text(Post.MOST_IN_FIELD);
                    case "author_display_name" -> name = text(Post.MOST_IN_FIELD);
                    default -> skip();
                }
            }
        }
        if (authors.size() < MOST_AUTHORS && !login.isBlank() && !name.isBlank()) {
            authors.put(login, name);
        }
    }

    private void readPost(Receiver receiver) throws XMLStreamException {
        Post post = new Post();
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                readField(post);
            }
        }
        items++;
        if (!post.isStory()) {
            return;
        }
        String name = fileName + "#" + (post.id().isEmpty() ? Integer.toString(items) : post.id());
        Incoming incoming;
        try {
            incoming = post.incoming(name, site, authors);
        } catch (Refusal refusal) {
            receiver.refused(name, refusal);
            return;
        }
        receiver.received(incoming);
    }

    private void readField(Post post) throws XMLStreamException {
        wordPress |= isWordPress();
        String name = xml.getLocalName();
        if (name.equals("encoded")) {
            post.put(isWordPress() ? "excerpt" : "content", text(Intake.MOST_BYTES));
        } else if (isWordPress()) {
            switch (name) {
                case "postmeta" -> readPair(post, "meta_key", "meta_value");
                case "comment" -> readPair(post, "comment_type", "comment_approved");
                default -> post.put("wp:" + name, text(Post.MOST_IN_FIELD));
            }
        } else {
            switch (name) {
                case "category" -> post.addCategory(text(Post.MOST_IN_FIELD));
                case "title", "creator", "link", "pubDate" -> post.put(name, text(Post.MOST_IN_FIELD));
                default -> skip();
            }
        }
    }

    /** Reads a comment or a field of a plug-in: two texts within, in whatever order. */
    private void readPair(Post post, String first, String second) throws XMLStreamException {
        Map<String, String> pair = new HashMap<>();
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                String name = xml.getLocalName();
                if (name.equals(first) || name.equals(second)) {
                    pair.put(name, text(Post.MOST_IN_FIELD));
                } else {
                    skip();
                }
            }
        }
        post.addPair(first, pair.getOrDefault(first, ""), pair.getOrDefault(second, ""));
    }

    /**
     * Whether the element is WordPress's own; an excerpt is, too, while content has the name that other feeds give it.
     */
    private boolean isWordPress() {
        return xml.getNamespaceURI() != null && xml.getNamespaceURI().startsWith(WORDPRESS);
    }

    /**
     * The text within the element that was begun; what is over the bound is passed by, and one character more says so.
     */
    private String text(int most) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.isCharacters() && text.length() <= most) {
                text.append(xml.getTextCharacters(), xml.getTextStart(),
                        Math.min(xml.getTextLength(), most + 1 - text.length()));
            }
        }
        return text.toString();
    }

    private void skip() throws XMLStreamException {
        text(0);
    }

    private int next() throws XMLStreamException {
        in.nextEvent();
        int event = xml.next();
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableImport(Reason.NOT_ARCHIVE);
        }
        return event;
    }
}
