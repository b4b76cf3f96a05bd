package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ./qalam itself, in a checkout whose JDKs and Maven are small scripts that tell what was asked of them. */
class ScriptTest {

    @TempDir
    private Path folder;

    private Path checkout;
    private Path tools;
    private Path jdks;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("check out"));
        tools = Files.createDirectories(folder.resolve("tools"));
        jdks = Files.createDirectories(folder.resolve("jdks"));
        Files.copy(House.checkout().resolve("qalam"), checkout.resolve("qalam"));
        Files.setPosixFilePermissions(checkout.resolve("qalam"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        source("core/src/main/java/Story.java");
    }

    @Test
    void saysThatAJdkIsMissing() throws Exception {
        jdk("old", 11);
        jdk("tooNew", 26);
        Files.createDirectories(jdks.resolve("jre/bin"));
        program(jdks.resolve("jre/bin/java"), "exit 0");
        House.Answer answer = qalam(Map.of(), "start");
        assertEquals(1, answer.exit());
        assertEquals(
                "JDK табылмады: 17–25 нұсқаларының бірі керек. Орнатып, JAVA_HOME арқылы көрсетіңіз (Debian мен Ubuntu-да: "
                        + "apt-get install openjdk-17-jdk-headless).",
                answer.err().strip());
        assertTrue(qalam(Map.of("QALAM_LANG", "ru"), "start").err().startsWith("JDK не найден"));
        assertTrue(qalam(Map.of("LANG", "C"), "start").err().startsWith("No JDK was found"));
    }

    @Test
    void takesTheNewestJdkThatItKnows() throws Exception {
        built();
        jdk("a17", 17);
        jdk("b25", 25);
        jdk("c21", 21);
        jdk("d26", 26);
        House.Answer answer = qalam(Map.of("JAVA_HOME", jdk("home", 21).toString()), "status");
        assertTrue(answer.out().startsWith("java of b25: "), answer.out());
        assertTrue(answer.out().contains("kz.qalam.launcher.Qalam status"), answer.out());
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        jdk("a17", 17);
        House.Answer answer = qalam(Map.of(), "start");
        assertEquals(1, answer.exit());
        assertEquals("Maven табылмады: 3.8 не одан жаңа нұсқасы керек (Debian мен Ubuntu-да: apt-get install maven).",
                answer.err().strip());
    }

    @Test
    void saysThatTheNetworkIsMissing() throws Exception {
        jdk("a17", 17);
        maven("echo '[ERROR] Could not transfer artifact a:b:pom:1 from/to central: Temporary failure in name resolution'; exit 1");
        House.Answer answer = qalam(Map.of(), "start");
        assertEquals(1, answer.exit());
        assertTrue(answer.err().contains("Желі жоқ: бірінші рет құрастырғанда Maven кітапханаларды желіден алады. "
                + "Қосылған соң қайта бастаңыз."), answer.err());
        assertEquals("", answer.out());
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        jdk("a17", 17);
        maven("echo '[ERROR] write failed: No space left on device'; exit 1");
        assertTrue(qalam(Map.of(), "start").err().endsWith("Дискіде орын қалмады. Орын босатып, қайта бастаңыз.\n"));
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        jdk("a17", 17);
        maven("echo '[ERROR] Story.java:[3,1] cannot find symbol'; exit 1");
        House.Answer answer = qalam(Map.of(), "start");
        assertEquals(1, answer.exit());
        assertTrue(answer.err().contains("Story.java:[3,1] cannot find symbol"), answer.err());
        assertFalse(Files.exists(checkout.resolve(".qalam-building")), "no turn is kept");
    }

    @Test
    void buildsOnceAndAgainWhenASourceChangedOrWent() throws Exception {
        jdk("a17", 17);
        maven("mkdir -p launcher/target; touch launcher/target/qalam-launcher.jar; echo built >> builds");
        Path source = source("core/src/main/java/Draft.java");
        assertTrue(qalam(Map.of(), "start").out().contains("kz.qalam.launcher.Qalam start"));
        qalam(Map.of(), "start");
        assertEquals(1, builds());

        age();
        Files.writeString(source, "changed");
        qalam(Map.of(), "start");
        assertEquals(2, builds());

        age();
        Files.delete(source);
        qalam(Map.of(), "token", "author");
        assertEquals(3, builds());

        age();
        Files.writeString(checkout.resolve("core/pom.xml"), "<project/>");
        qalam(Map.of(), "stop");
        qalam(Map.of(), "status");
        qalam(Map.of("QALAM_NO_BUILD", "1"), "start");
        assertEquals(3, builds(), "these take what is there");
        qalam(Map.of(), "start");
        assertEquals(4, builds());
    }

    @Test
    void buildsAgainWhatWasEditedDuringABuild() throws Exception {
        jdk("a17", 17);
        maven("mkdir -p launcher/target; touch launcher/target/qalam-launcher.jar; echo built >> builds; sleep 1; "
                + "echo edited >> core/src/main/java/Story.java");
        qalam(Map.of(), "start");
        maven("touch launcher/target/qalam-launcher.jar; echo built >> builds");
        qalam(Map.of(), "start");
        qalam(Map.of(), "start");
        assertEquals(2, builds());
    }

    @Test
    void believesNoTurnThatAKilledBuildLeft() throws Exception {
        jdk("a17", 17);
        maven("mkdir -p launcher/target; touch launcher/target/qalam-launcher.jar; echo built >> builds");
        Path turn = checkout.resolve(".qalam-building");
        long ours = ProcessHandle.current().pid();
        // A number that another process has by now, as written by an earlier ./qalam and by this one; and a build that was killed
        // before it had written anything.
        for (String left : new String[]{ours + "\n", ours + " 4f6d1c1e-0000-4000-8000-000000000000 12345\n", ""}) {
            Files.createDirectories(turn);
            Files.writeString(turn.resolve("pid"), left);
            Files.deleteIfExists(checkout.resolve("launcher/target/qalam-built"));
            House.Answer answer = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> qalam(Map.of(), "start"),
                    left);
            assertTrue(answer.out().contains("kz.qalam.launcher.Qalam start"), answer.err());
            assertFalse(Files.exists(turn));
        }
        assertEquals(3, builds());
    }

    @Test
    void waitsForABuildThatLivesAndSaysSo() throws Exception {
        jdk("a17", 17);
        maven("mkdir -p launcher/target; touch launcher/target/qalam-launcher.jar; echo built >> builds; sleep 5");
        Path noted = checkout.resolve(".qalam-building/pid");
        CompletableFuture<House.Answer> first = CompletableFuture.supplyAsync(() -> {
            try {
                return qalam(Map.of(), "start");
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        House.waitFor("a build", () -> Files.exists(checkout.resolve("builds")));
        String builder = Files.readString(noted).split(" ", -1)[0];
        House.Answer second = qalam(Map.of(), "start");
        assertEquals("Осы бумада басқа құрастыру жүріп жатыр (процесс " + builder + "), аяқталуы күтілуде…\n",
                second.err());
        assertTrue(second.out().contains("kz.qalam.launcher.Qalam start"));
        assertEquals("", first.get().err().replaceFirst("Құрастырылуда.*\\R", ""));
        assertEquals(1, builds());
    }

    @Test
    void saysThatItCannotWrite() throws Exception {
        jdk("a17", 17);
        maven("exit 1");
        // As where the folder is another's, or full; root could write there anyway.
        program(tools.resolve("mkdir"), "exit 1");
        House.Answer answer = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> qalam(Map.of(), "start"));
        assertEquals(1, answer.exit());
        assertEquals(checkout + " бумасына жазылмайды: рұқсат жоқ немесе дискіде орын қалмаған.", answer.err().strip());
    }

    @Test
    void countsTestsAndSaysWhyTheyWereSkipped() throws Exception {
        jdk("a17", 17);
        program(tools.resolve("chromium"), "exit 0");
        report("core", "tests=\"5\" errors=\"1\" skipped=\"0\" failures=\"1\"", "");
        maven("echo \"$@\" > arguments; mkdir -p launcher/target/surefire-reports; cp report.xml launcher/target/surefire-reports/TEST-a.xml; "
                + "exit 0");
        Files.writeString(checkout.resolve("report.xml"), xml("tests=\"12\" errors=\"0\" skipped=\"2\" failures=\"0\"",
                """
                        <testcase name="looks" classname="kz.qalam.launcher.PageTest" time="0"><skipped message="no &quot;Chromium&quot;"/></testcase>
                        <testcase name="hears" classname="kz.qalam.launcher.PageTest" time="0">
                          <skipped message="no &quot;Chromium&quot;"/>
                        </testcase>"""));
        House.Answer answer = qalam(Map.of("LANG", "en_US.UTF-8"), "test", "-pl", "core");
        assertEquals(0, answer.exit());
        assertEquals("Skipped tests:\n  2 × no \"Chromium\" (PageTest.looks)\n10 passed, 0 failed, 2 skipped\n",
                answer.out());
        assertTrue(Files.readString(checkout.resolve("arguments")).contains(
                "-Dformatter.goal=validate -Dimpsort.goal=check verify -pl core"));
    }

    @Test
    void tellsAFailedRunByItsExitAndItsLine() throws Exception {
        jdk("a17", 17);
        program(tools.resolve("chromium"), "exit 0");
        maven("exit 1");
        House.Answer answer = qalam(Map.of(), "test");
        assertEquals(1, answer.exit());
        assertEquals("0 passed, 1 failed, 0 skipped\n", answer.out());

        Files.delete(tools.resolve("chromium"));
        maven("mkdir -p core/target/surefire-reports; cp report.xml core/target/surefire-reports/TEST-b.xml; exit 1");
        Files.writeString(checkout.resolve("report.xml"),
                xml("tests=\"7\" errors=\"1\" skipped=\"0\" failures=\"2\"", ""));
        answer = qalam(Map.of(), "test");
        assertEquals(1, answer.exit());
        assertEquals("4 passed, 3 failed, 0 skipped\n", answer.out());
        assertTrue(answer.err().contains("Chromium табылмады, браузермен жүретін тексерулер өткізіп жіберіледі "
                + "(Debian мен Ubuntu-да: apt-get install chromium)."), answer.err());
    }

    // ------------------------------------------------------------------------------------------ the checkout

    private House.Answer qalam(Map<String, String> more, String... command) throws Exception {
        String[] line = new String[command.length + 1];
        line[0] = checkout.resolve("qalam").toString();
        System.arraycopy(command, 0, line, 1, command.length);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        Map<String, String> environment = new HashMap<>(
                Map.of("PATH", tools + ":" + systemTools(), "LANG", "kk_KZ.UTF-8",
                        "QALAM_JVM_FOLDER", jdks.toString(), "QALAM_NO_INSTALL", "1"));
        environment.putAll(more);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path err = Files.createTempFile(folder, "said", ".err");
        Process process = builder.redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new House.Answer(process.waitFor(), out, Files.readString(err));
    }

    /** Everyday programs, without the machine's own java, mvn and browsers. */
    private String systemTools() throws IOException {
        Path everyday = Files.createDirectories(folder.resolve("everyday"));
        for (String name : new String[]{"sh", "dirname", "readlink", "sed", "find", "head", "tail", "mkdir", "cat",
                "rm", "mv", "cp",
                "grep", "awk", "sleep", "touch", "id", "uname"}) {
            Path program = everyday.resolve(name);
            for (String from : new String[]{"/bin", "/usr/bin"}) {
                if (!Files.exists(program) && Files.exists(Path.of(from, name))) {
                    program(program, "exec " + from + "/" + name + " \"$@\"");
                }
            }
        }
        return everyday.toString();
    }

    private Path jdk(String name, int version) throws IOException {
        Path jdk = Files.createDirectories(jdks.resolve(name));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + ".0.1\"\n");
        program(jdk.resolve("bin/java"), "echo \"java of " + name + ": $*\"");
        program(jdk.resolve("bin/javac"), "exit 0");
        return jdk;
    }

    private void maven(String does) throws IOException {
        program(tools.resolve("mvn"), does);
    }

    private static void program(Path file, String does) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path source(String path) throws IOException {
        Path file = checkout.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "class");
    }

    private void built() throws IOException {
        Path target = Files.createDirectories(checkout.resolve("launcher/target"));
        Files.writeString(target.resolve("qalam-launcher.jar"), "");
        Files.writeString(target.resolve("qalam-built"), "");
    }

    /** Lets the last build lie a while back, so that the clock's grain does not matter. */
    private void age() throws IOException {
        Files.setLastModifiedTime(checkout.resolve("launcher/target/qalam-built"),
                FileTime.from(Instant.now().minusSeconds(2)));
    }

    private long builds() throws IOException {
        return Files.readAllLines(checkout.resolve("builds")).size();
    }

    private void report(String module, String counts, String cases) throws IOException {
        Path reports = Files.createDirectories(checkout.resolve(module + "/target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-old.xml"), xml(counts, cases));
    }

    private static String xml(String counts, String cases) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"x\" time=\"1.5\" " + counts + ">\n"
                + cases
                + "\n</testsuite>\n";
    }
}
