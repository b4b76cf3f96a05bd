package kz.qalam.publishing.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;

/** A number is told when the database has told it, and not before. */
class UntoldViewsTest {
    private static final String FIRST = "/2026/01/01/birinshi/";
    private static final String SECOND = "/2026/01/01/ekinshi/";
    private static final Visit READ = new Visit(SECOND, "192.0.2.1", "Mozilla/5.0 Firefox/140.0", null, "document");

    /** What the database does when it is asked for its count. */
    @FunctionalInterface
    private interface Count {
        long tell() throws SQLException, InterruptedException;
    }

    @Test
    void whoComesWhileAnotherAsksIsToldNoNumber() throws Exception {
        var asked = new CountDownLatch(1);
        var tells = new CountDownLatch(1);
        var views = new Views(database(() -> {
            asked.countDown();
            tells.await();
            return 12_000;
        }));
        views.handedOut(READ);
        var first = CompletableFuture.supplyAsync(() -> views.of(FIRST));
        assertTrue(asked.await(30, TimeUnit.SECONDS));
        assertEquals(OptionalLong.empty(), views.of(SECOND));
        tells.countDown();
        assertEquals(OptionalLong.of(12_000), first.get(30, TimeUnit.SECONDS));
        assertEquals(OptionalLong.of(12_001), views.of(SECOND));
    }

    @Test
    void aDatabaseThatIsAwayTellsNoNumber() {
        var views = new Views(database(() -> {
            throw new SQLException("away");
        }));
        views.handedOut(READ);
        assertEquals(OptionalLong.empty(), views.of(SECOND));
        assertEquals(OptionalLong.empty(), views.of(SECOND));
    }

    private static AgroalDataSource database(Count count) {
        return answering(AgroalDataSource.class, count);
    }

    /** Whatever it is asked for along the way to a count is another such. */
    private static <T> T answering(Class<T> type, Count count) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (made, method, given) -> {
            var answer = method.getReturnType();
            if (method.getName().equals("getLong")) {
                return count.tell();
            }
            return answer == boolean.class ? true : answer.isInterface() ? answering(answer, count) : "";
        }));
    }
}
