package kz.qalam.core.copy;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields of an object being read: handed out by name, and in the end those that nobody asked for are refused. */
final class Fields {

    private final JsonNode object;
    private final String pointer;
    private final Reading reading;
    private final Set<String> asked = new HashSet<>();

    Fields(JsonNode object, String pointer, Reading reading) {
        this.object = object;
        this.pointer = pointer;
        this.reading = reading;
    }

    Place get(String name) {
        asked.add(name);
        return new Place(object.path(name), pointer + "/" + name, reading);
    }

    void refuseOthers() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!asked.contains(name)) {
                reading.problem(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), "unknown-field");
            }
        }
    }
}
