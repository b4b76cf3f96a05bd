package kz.qalam.launcher;

import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * A WordPress export of any size, taken apart in little memory: into archives of a few posts each, as the newsroom takes
 * them. Of what stands before the posts each has what the newsroom reads: where it comes from, and who its authors are.
 */
final class Archive {

    /** What the newsroom takes at once, in bytes of UTF-8, with room for what stands around the posts. */
    static final int MOST_BYTES = 700_000;
    private static final int MOST_HEAD = 200_000;
    private static final int MOST_POSTS = 50;
    private static final Set<String> HEAD = Set.of("base_site_url", "wxr_version", "author");
    private static final XMLOutputFactory OUT = XMLOutputFactory.newDefaultFactory();

    private final XMLEventReader in;
    private final Receiver receiver;
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder posts = new StringBuilder();
    private int count;
    private int bytes;

    private Archive(XMLEventReader in, Receiver receiver) {
        this.in = in;
        this.receiver = receiver;
    }

    /** Takes one archive of a few posts. */
    interface Receiver {
        /** @param first which of all posts is its first, from 1 */
        void take(byte[] archive, int first);
    }

    /** @throws XMLStreamException when it is not XML to its end, or has a document type; what came before was taken */
    static void read(InputStream in, Receiver receiver) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        new Archive(factory.createXMLEventReader(in), receiver).read();
    }

    private void read() throws XMLStreamException {
        int taken = 0;
        while (in.hasNext()) {
            XMLEvent event = in.nextEvent();
            if (event.getEventType() == XMLEvent.DTD) {
                throw new XMLStreamException("a document type");
            }
            if (!event.isStartElement()) {
                continue;
            }
            StartElement element = event.asStartElement();
            String name = element.getName().getLocalPart();
            if (name.equals("rss")) {
                head.append(start(element));
            } else if (name.equals("item")) {
                String post = whole(element);
                if (count > 0 && (count == MOST_POSTS || bytes + bytes(post) > MOST_BYTES)) {
                    send(taken);
                    taken += count;
                    posts.setLength(0);
                    count = 0;
                    bytes = 0;
                }
                posts.append(post);
                count++;
                bytes += bytes(post);
            } else if (!name.equals("channel")) {
                String other = whole(element);
                if (HEAD.contains(name) && bytes(head) + bytes(other) < MOST_HEAD) {
                    head.append(other);
                }
            }
        }
        if (count > 0) {
            send(taken);
        }
    }

    private void send(int taken) {
        receiver.take((head + "<channel>" + posts + "</channel></rss>").getBytes(StandardCharsets.UTF_8), taken + 1);
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The tag alone, with the names it declares. */
    private static String start(StartElement element) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLEventWriter out = OUT.createXMLEventWriter(text);
        out.add(element);
        out.flush();
        String tag = text.toString();
        return tag.endsWith(">") ? tag : tag + ">";
    }

    /** An element to its end, as it stands. */
    private String whole(StartElement element) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLEventWriter out = OUT.createXMLEventWriter(text);
        out.add(element);
        for (int depth = 1; depth > 0;) {
            XMLEvent event = in.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
            out.add(event);
        }
        out.flush();
        return text.toString();
    }
}
