package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import kz.qalam.launcher.bench.GrowthRun;

/** A page is a function of what was released, whoever prints it, wherever and whenever. Longer: {@code ./qalam bench growth}. */
@Order(Integer.MAX_VALUE - 2) // its stories are in nobody's way any more
class GrowthTest {

    @Test
    void aGrownSiteIsWhatAnotherProcessLocaleTimeZoneAndDayPrintsAnew() throws Exception {
        House house = House.shared();
        house.waitUntilUp();
        GrowthRun.Verdict verdict = new GrowthRun(
                new GrowthRun.Ground(house.newsroomUrl(), house.keycloakUrl() + "/realms/qalam-demo", house.siteUrl(),
                        house.databaseUrl(), house.data()),
                60, 20261125).run();
        System.out.println("growth: " + verdict);
        assertEquals(List.of(), verdict.differences());
        assertTrue(verdict.releases() > 30 && verdict.done().size() > 10 && verdict.files() > 500, verdict.toString());
    }
}
