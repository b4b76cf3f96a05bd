package kz.qalam.core.refusal;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;

/** The story shows pictures whose licence has ended, or ends before it is to go out. */
public final class RightsEnded extends Refusal {

    private final List<String> pictures;

    /** @param pictures how the newsroom calls them, in the order of the text */
    public RightsEnded(List<String> pictures) {
        super(Kind.CONFLICT, "rights-ended");
        this.pictures = List.copyOf(pictures);
    }

    public List<String> pictures() {
        return pictures;
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{pictures.stream().collect(joining("; "))};
    }
}
