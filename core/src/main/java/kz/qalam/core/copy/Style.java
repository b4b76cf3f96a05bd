package kz.qalam.core.copy;

import com.fasterxml.jackson.databind.JsonNode;

/** How text is set. */
public enum Style implements Mark {
    STRONG("strong"),
    EM("em"),
    SUB("sub"),
    SUP("sup");

    private final String type;

    Style(String type) {
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public JsonNode json() {
        return Json.node(type);
    }
}
