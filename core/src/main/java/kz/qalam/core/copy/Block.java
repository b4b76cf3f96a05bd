package kz.qalam.core.copy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A block of the body. Equal blocks are equal text, marks and attributes; their JSON is ProseMirror's. */
public sealed interface Block
        permits Embed, Factbox, Gallery, Heading, ImageBlock, ListBlock, Paragraph, Quote, Related,
        Rule, Speech, Table {

    /** The block's name in JSON. */
    String type();

    /**
     * What it reads as in print: its words with their marks, and a break between items, rows and blocks within. Direct
     * speech has its dashes here; pictures stand for their captions.
     */
    List<Inline> printed();

    /** What it holds besides words, by name: a level, a picture's version, a table's shape. In a fixed order. */
    Map<String, String> details();

    JsonNode json();

    /** What it reads as, without marks; items and rows on lines of their own. */
    default String text() {
        return Inline.text(printed());
    }
}
