package kz.qalam.launcher;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What the launcher says: Kazakh first, Russian and English beside it. */
final class Words {

    private final Locale locale;
    private final ResourceBundle bundle;

    Words(Locale locale) {
        this.locale = locale;
        // Without this, an English machine's locale would win over the Kazakh default.
        this.bundle = ResourceBundle.getBundle("kz.qalam.launcher.messages", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The language that the environment asks for: QALAM_LANG, else LC_ALL, LC_MESSAGES or LANG where it names Kazakh,
     * Russian or English. A bare C or POSIX locale gets English, because it does not promise to show Cyrillic letters;
     * everything else gets Kazakh.
     */
    static Words in(Map<String, String> environment) {
        String asked = "";
        for (String variable : new String[]{"QALAM_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            asked = environment.getOrDefault(variable, "").strip();
            if (!asked.isEmpty()) {
                break;
            }
        }
        String language = asked.toLowerCase(Locale.ROOT);
        if (language.startsWith("ru")) {
            return new Words(Locale.forLanguageTag("ru"));
        }
        if (language.startsWith("en") || language.equals("c") || language.equals("posix")) {
            return new Words(Locale.ENGLISH);
        }
        return new Words(Locale.forLanguageTag("kk"));
    }

    String say(String key, Object... values) {
        // Numbers go in as they are: a port is 8080, not 8 080.
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(bundle.getString(key), locale).format(texts);
    }

    /** What a part is called in a sentence; scripts read the name that `status` gives it. */
    String part(String name) {
        return bundle.getString("part." + name);
    }

    /** A moment as people here read it, in the newsroom's time zone. */
    String time(Instant moment) {
        return DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm").withZone(ZoneId.of("Asia/Almaty")).format(moment);
    }

    Locale locale() {
        return locale;
    }

    ResourceBundle bundle() {
        return bundle;
    }
}
