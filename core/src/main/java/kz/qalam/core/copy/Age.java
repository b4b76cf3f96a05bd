package kz.qalam.core.copy;

import java.util.Map;

/** The age mark: from which age a story is meant. */
public enum Age {
    FROM_0("0+"),
    FROM_6("6+"),
    FROM_12("12+"),
    FROM_14("14+"),
    FROM_16("16+"),
    FROM_18("18+"),
    FROM_21("21+");

    static final Map<String, Age> BY_LABEL = Schema.choices(values(), Age::label);

    private final String label;

    Age(String label) {
        this.label = label;
    }

    /** As it is printed and as JSON has it: «18+». */
    public String label() {
        return label;
    }
}
