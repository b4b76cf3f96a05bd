package kz.qalam.admin.style;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the pages of the book stand. */
final class Addresses {

    private Addresses() {
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String rule(String word) {
        return "/style-book/rules/" + encoded(word);
    }
}
