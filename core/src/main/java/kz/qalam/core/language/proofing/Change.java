package kz.qalam.core.language.proofing;

import java.util.ArrayList;
import java.util.List;

/** A run of a line that is to be written otherwise. */
record Change(int start, int end, String instead) {

    private static final int LONGEST_LINE = 20_000;
    private static final int LOOK = 24;

    /** The runs that differ, left to right; the whole line as one where it is too long to compare. */
    static List<Change> between(String line, String other) {
        List<Change> changes = new ArrayList<>();
        if (line.equals(other)) {
            return changes;
        }
        if (line.length() > LONGEST_LINE) {
            return List.of(new Change(0, line.length(), other));
        }
        int i = 0;
        int j = 0;
        while (i < line.length() || j < other.length()) {
            if (i < line.length() && j < other.length() && line.charAt(i) == other.charAt(j)) {
                i++;
                j++;
                continue;
            }
            int[] step = meeting(line, i, other, j);
            changes.add(new Change(i, i + step[0], other.substring(j, j + step[1])));
            i += step[0];
            j += step[1];
        }
        return changes;
    }

    /** The fewest letters to leave out on either side until both go on alike. */
    private static int[] meeting(String line, int i, String other, int j) {
        for (int sum = 1; sum <= LOOK; sum++) {
            for (int a = 0; a <= sum; a++) {
                int b = sum - a;
                if (alike(line, i + a, other, j + b)) {
                    return new int[]{a, b};
                }
            }
        }
        return new int[]{line.length() - i, other.length() - j};
    }

    private static boolean alike(String line, int i, String other, int j) {
        if (i > line.length() || j > other.length()) {
            return false;
        }
        int most = Math.min(3, Math.min(line.length() - i, other.length() - j));
        if (most == 0) {
            return i == line.length() && j == other.length();
        }
        return line.regionMatches(i, other, j, most) && (most == 3 || line.length() - i == other.length() - j);
    }
}
