package kz.qalam.core.copy;

import java.util.Map;
import java.util.regex.Pattern;

/** Where an embedded post or video comes from: a closed list, each with the form of its ids. */
public enum Provider {
    YOUTUBE("youtube", "https://www.youtube.com/watch?v=", "[A-Za-z0-9_-]{11}"),
    TELEGRAM("telegram", "https://t.me/", "[A-Za-z0-9_]{4,32}/[0-9]{1,10}"),
    INSTAGRAM("instagram", "https://www.instagram.com/p/", "[A-Za-z0-9_-]{5,40}"),
    X("x", "https://x.com/i/status/", "[0-9]{1,20}"),
    FACEBOOK("facebook", "https://www.facebook.com/", "[A-Za-z0-9.]{1,80}/(posts|videos)/[A-Za-z0-9]{1,80}"),
    TIKTOK("tiktok", "https://www.tiktok.com/", "@[A-Za-z0-9._]{1,30}/video/[0-9]{10,25}");

    static final Map<String, Provider> BY_CODE = Schema.choices(values(), Provider::code);

    private final String code;
    private final String address;
    private final Pattern id;

    Provider(String code, String address, String id) {
        this.code = code;
        this.address = address;
        this.id = Pattern.compile(id);
    }

    /** The provider's name in JSON. */
    public String code() {
        return code;
    }

    /** Where the post stands at the provider's, for a reader who clicks. */
    public String address(String post) {
        return address + post;
    }

    boolean names(String post) {
        return id.matcher(post).matches();
    }
}
