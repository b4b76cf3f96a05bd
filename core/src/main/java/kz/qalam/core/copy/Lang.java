package kz.qalam.core.copy;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Words of another language, which are neither transliterated nor proofread as Kazakh.
 *
 * @param code the language, as a BCP 47 tag
 */
public record Lang(String code) implements Mark {

    static Lang read(Fields attrs) {
        return new Lang(attrs.get("code").text(35, Schema.LANGUAGE_TAG, "not-language"));
    }

    @Override
    public String type() {
        return "lang";
    }

    @Override
    public JsonNode json() {
        return Json.node(type(), Json.object().put("code", code));
    }
}
