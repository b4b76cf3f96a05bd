package kz.qalam.launcher.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The first two promises, while parts are killed with -9. Longer: {@code ./qalam bench crash}. */
class CrashTest {

    @Test
    void everyAcknowledgedApprovalIsPublicExactlyOnceAndNothingElseEverIs() throws Exception {
        Path script = Path.of("..", "qalam").toAbsolutePath().normalize();
        CrashRun.Verdict verdict = new CrashRun(script, 200, 30, 20261124).run();
        System.out.println(verdict);
        assertEquals(List.of(), verdict.broken());
        assertTrue(verdict.approvals() >= 200);
        assertTrue(verdict.kills() >= 30);
        assertTrue(verdict.looks() > 200, "the reader looked all the while");
    }
}
