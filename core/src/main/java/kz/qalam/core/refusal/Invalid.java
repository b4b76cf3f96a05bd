package kz.qalam.core.refusal;

import java.util.List;
import java.util.Locale;

/** What was sent breaks its rules; every problem is named with its place, up to a limit. */
public final class Invalid extends Refusal {

    private final List<Problem> problems;

    public Invalid(List<Problem> problems) {
        super(Kind.INVALID, "invalid");
        this.problems = List.copyOf(problems);
    }

    /** One thing that is wrong. @param pointer where, a JSON pointer or a parameter's name; @param key what, in kebab case */
    public static Invalid of(String pointer, String key, Object... args) {
        return new Invalid(List.of(new Problem(pointer, key, List.of(args))));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The same refusal where the copy is part of a larger document and stands there at {@code prefix}, a JSON pointer. */
    public Invalid under(String prefix) {
        return new Invalid(problems.stream().map(problem -> problem.under(prefix)).toList());
    }

    @Override
    Object[] args(Locale locale) {
        return new Object[]{problems.size()};
    }
}
