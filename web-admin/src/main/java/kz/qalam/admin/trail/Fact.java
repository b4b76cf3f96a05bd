package kz.qalam.admin.trail;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import kz.qalam.core.staff.Role;

/**
 * One thing that an entry of the trail says of its act, as a person reads it.
 *
 * @param name what is said, as the trail calls it
 * @param text how it is said, where neither a time nor roles say it; empty where the name says all
 */
record Fact(String name, String text, @Nullable Instant time, List<Role> roles) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIGITS_OF_A_DIGEST = 12;

    /** Whom an entry is about its line says already; what else an id names has no name of its own. */
    private static final Set<String> UNSAID = Set.of("person", "note", "approval", "stet");
    private static final Set<String> TIMES = Set.of("from", "until", "backup", "ends_at");

    static List<Fact> of(String details, Map<UUID, String> desks) {
        List<Fact> facts = new ArrayList<>();
        try {
            for (Map.Entry<String, JsonNode> one : JSON.readTree(details).properties()) {
                Fact fact = of(one.getKey(), one.getValue(), desks);
                if (fact != null) {
                    facts.add(fact);
                }
            }
        } catch (JsonProcessingException e) {
            facts.add(new Fact("", details, null, List.of()));
        }
        return facts;
    }

    private static @Nullable Fact of(String name, JsonNode value, Map<UUID, String> desks) {
        String text = said(value);
        if (UNSAID.contains(name) || text.isEmpty() || text.equals("false")) {
            return null;
        }
        List<Role> roles = name.equals("role") || name.equals("roles") ? roles(text) : List.of();
        Instant time = TIMES.contains(name) ? time(value) : null;
        String shown = switch (name) {
            case "digest" -> text.substring(0, Math.min(DIGITS_OF_A_DIGEST, text.length())) + "…";
            case "desk" -> desk(text, desks);
            default -> text.equals("true") ? "" : text;
        };
        String called = name.equals("from") && time == null ? text.matches("[\\d, ]+") ? "drawn" : "name" : name;
        return new Fact(called, shown, time, roles);
    }

    private static String said(JsonNode value) {
        if (!value.isArray()) {
            return value.isNull() ? "" : value.asText(value.toString());
        }
        List<String> all = new ArrayList<>();
        value.forEach(one -> all.add(said(one)));
        return String.join(", ", all);
    }

    private static List<Role> roles(String text) {
        return Arrays.stream(Role.values()).filter(role -> List.of(text.split(", ")).contains(role.name())).toList();
    }

    /** Acts write seconds, the database writes a moment. */
    private static @Nullable Instant time(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal seconds = value.decimalValue();
            return Instant.ofEpochSecond(seconds.longValue(),
                    seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
        }
        try {
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String desk(String id, Map<UUID, String> desks) {
        try {
            return desks.getOrDefault(UUID.fromString(id), id);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }
}
