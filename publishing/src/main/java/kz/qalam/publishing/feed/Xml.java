package kz.qalam.publishing.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML that is well formed whatever the text says. */
final class Xml {
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter(16_384);
    private final XMLStreamWriter out;

    interface Content {
        void write() throws XMLStreamException;
    }

    Xml() {
        try {
            // As text: by this writer, bytes are put out one at a time.
            out = WRITERS.createXMLStreamWriter(text);
            out.writeStartDocument(UTF_8.name(), "1.0");
            out.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with attributes, given as name, value, name, value, and what stands in it. */
    Xml element(String name, Content content, String... attributes) {
        try {
            out.writeStartElement(name);
            attributes(attributes);
            content.write();
            out.writeEndElement();
            out.writeCharacters("\n");
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Xml text(String name, String text, String... attributes) {
        return element(name, () -> out.writeCharacters(allowed(text)), attributes);
    }

    Xml empty(String name, String... attributes) {
        try {
            out.writeEmptyElement(name);
            attributes(attributes);
            out.writeCharacters("\n");
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], allowed(attributes[i + 1]));
        }
    }

    byte[] bytes() {
        try {
            out.writeEndDocument();
            out.close();
            return text.toString().getBytes(UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without what XML 1.0 has no way to say. */
    private static String allowed(String text) {
        return isAllowed(text)
                ? text
                : text.codePoints().filter(Xml::isAllowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** By hand: a feed is gone through with every release. */
    private static boolean isAllowed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x20 || character > 0xd7ff) {
                return text.codePoints().allMatch(Xml::isAllowed);
            }
        }
        return true;
    }

    private static boolean isAllowed(int character) {
        return (character >= 0x20 && character <= 0xd7ff) || (character >= 0xe000 && character <= 0xfffd)
                || character >= 0x10000 || character == '\t' || character == '\n' || character == '\r';
    }
}
