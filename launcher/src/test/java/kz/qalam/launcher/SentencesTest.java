package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a start is said in one plain sentence, before anything is started. */
class SentencesTest {

    private static final Words KAZAKH = new Words(Locale.forLanguageTag("kk"));

    private static String refused(House.Answer answer) {
        assertEquals(1, answer.exit(), answer.out() + answer.err());
        assertEquals("", answer.out());
        return answer.err().strip();
    }

    @Test
    void namesAFolderThatIsAFile() throws IOException {
        try (House house = new House(Map.of())) {
            Files.writeString(house.data(), "not a folder");
            assertEquals(house.data() + " – бума емес, файл. --data арқылы буманы көрсетіңіз.",
                    refused(house.run("start")));
        }
    }

    @Test
    void leavesAFolderOfOthersAlone() throws IOException {
        try (House house = new House(Map.of())) {
            Files.createDirectory(house.data());
            Files.writeString(house.data().resolve("letter.txt"), "dear");
            assertEquals(house.data() + " бумасында Qalam-ға қатысы жоқ файлдар бар. Бос буманы көрсетіңіз.",
                    refused(house.run("start")));
            assertEquals(1, house.data().toFile().list().length);
        }
    }

    @Test
    void refusesAFolderThatItMayNotWrite() {
        assertEquals("/proc/qalam бумасына жазуға рұқсат жоқ.",
                assertThrows(Trouble.class, () -> DataFolder.at(Path.of("/proc/qalam")).settle(true)).sentence(KAZAKH));
    }

    @Test
    void keepsDemosAndRealNewsroomsApart(@TempDir Path folder) {
        DataFolder.at(folder.resolve("demo")).settle(true);
        DataFolder.at(folder.resolve("real")).settle(false);
        DataFolder.at(folder.resolve("demo")).settle(true);
        assertEquals("folder-is-demo",
                assertThrows(Trouble.class, () -> DataFolder.at(folder.resolve("demo")).settle(false)).key());
        assertEquals("folder-is-real",
                assertThrows(Trouble.class, () -> DataFolder.at(folder.resolve("real")).settle(true)).key());
    }

    @Test
    void asksForRoomOnTheDisk() {
        try (House house = new House(Map.of("QALAM_ROOM_MB", "999999999"))) {
            String sentence = refused(house.run("start"));
            assertTrue(sentence.matches(
                    "\\Q" + house.data() + "\\E бумасы тұрған дискіде \\d+ МБ бос, ал кемінде 999999999 МБ керек\\. "
                            + "Орын босатыңыз немесе --data арқылы басқа буманы көрсетіңіз\\."),
                    sentence);
        }
    }

    @Test
    void saysThatTheDiskIsFull() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full on this machine");
        IOException refused = assertThrows(IOException.class, () -> Files.writeString(full, "text"));
        assertEquals("Дискіде орын қалмады. Орын босатып, қайта бастаңыз.", Trouble.of(refused).sentence(KAZAKH));
        Trouble behind = Trouble.behind(new IllegalStateException(refused));
        assertNotNull(behind);
        assertEquals("disk-full", behind.key());
    }

    @Test
    void keepsTheDemoInsideTheMachine() {
        for (String host : new String[]{"0.0.0.0", "::"}) {
            try (House house = new House(Map.of("QALAM_HOST", host))) {
                assertEquals(
                        "Сынақ тіркелгілерінің құпиясөзі бәріне белгілі, сондықтан сынақ тек осы компьютердің өзінен ашылады. QALAM_HOST="
                                + host + " болса, --no-demo деп жазыңыз.",
                        refused(house.run("start")));
                assertFalse(Files.exists(house.data()));
            }
        }
    }

    @Test
    void namesAWrongPort() {
        for (String wrong : new String[]{"0", "70000", "http"}) {
            try (House house = new House(Map.of("QALAM_SITE_PORT", wrong))) {
                assertEquals("QALAM_SITE_PORT=" + wrong + ": порт 1 мен 65535 арасындағы сан болуы керек.",
                        refused(house.run("start")));
            }
        }
    }

    @Test
    void saysThatNothingRuns() {
        try (House house = new House(Map.of())) {
            for (String[] command : new String[][]{{"token", "author"}, {"import", "a.txt"}}) {
                assertEquals("Қазір іске қосылған Qalam жоқ. Алдымен ./qalam start деп жазыңыз.",
                        refused(house.run(command)));
            }
            House.Answer status = house.run("status");
            assertEquals(1, status.exit());
            assertEquals(4, status.out().lines().filter(line -> line.endsWith(" down")).count(), status.out());
        }
    }

    @Test
    void explainsItselfInEachLanguage() {
        try (House house = new House(Map.of())) {
            assertTrue(house.run("start", "--help").out()
                    .contains("Бәрін іске қосады және Ctrl-C басылғанша ұстап тұрады."));
            assertTrue(house.run(Map.of("QALAM_LANG", "ru"), "import", "--help").out()
                    .contains("Вносит файлы или папки как черновики."));
            House.Answer mistaken = house.run(Map.of("QALAM_LANG", "en"), "sing", "--loudly");
            assertEquals(2, mistaken.exit());
            assertTrue(mistaken.err().startsWith("The command is not understood: sing --loudly"), mistaken.err());
            assertTrue(mistaken.err().contains("Brings in files or folders as drafts."), mistaken.err());
        }
    }
}
