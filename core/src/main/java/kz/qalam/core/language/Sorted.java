package kz.qalam.core.language;

import java.util.List;

/** All lines in the order of the Kazakh alphabet of the script in which they are written. */
final class Sorted implements LineTool {

    @Override
    public String answer(String line) {
        return line;
    }

    @Override
    public List<String> answers(List<String> lines) {
        return lines.stream().sorted(Collation.of(lines)).toList();
    }

    @Override
    public boolean needsAll() {
        return true;
    }
}
