package kz.qalam.api.problem;

import java.sql.SQLException;

/**
 * Where something went wrong, for the log: classes and lines of code. No messages: a database's or a parser's may quote a
 * draft.
 */
public record Trace(Throwable thrown) {

    private static final int CAUSES = 5;
    private static final int LINES = 12;

    @Override
    public String toString() {
        StringBuilder trace = new StringBuilder();
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < CAUSES; i++, cause = cause.getCause()) {
            trace.append(i == 0 ? "" : " caused by ").append(cause.getClass().getName());
            if (cause instanceof SQLException refused) {
                trace.append(" (").append(refused.getSQLState()).append(')');
            }
            StackTraceElement[] lines = cause.getStackTrace();
            for (int line = 0; line < Math.min(LINES, lines.length); line++) {
                trace.append(" at ").append(lines[line]);
            }
        }
        return trace.toString();
    }
}
