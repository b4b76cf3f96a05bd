package kz.qalam.core.intake;

/** How UTF-8 is put together, for telling what only looks like it and what once was it. */
final class Utf8 {

    private Utf8() {
    }

    /** How many bytes the character that begins here takes, or 0 where none does. */
    static int lengthAt(byte[] bytes, int at) {
        int length = bytes[at] >= 0 ? 1 : lengthByLead(bytes[at]);
        if (at + length > bytes.length) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** How many bytes a character of more than one byte takes, by the first of them; 0 where none begins with it. */
    static int lengthByLead(byte lead) {
        int value = lead & 0xFF;
        if (value < 0xC2 || value > 0xF4) {
            return 0;
        }
        return value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
    }

    /** Whether this is UTF-8 with something broken in it: many whole letters, and few bytes that are part of none. */
    static boolean wasHere(byte[] bytes) {
        int letters = 0;
        int strays = 0;
        int length;
        for (int i = 0; i < bytes.length; i += Math.max(1, length)) {
            length = lengthAt(bytes, i);
            if (length == 0) {
                strays++;
            } else if (length > 1) {
                letters++;
            }
        }
        return letters > 3 * strays;
    }
}
