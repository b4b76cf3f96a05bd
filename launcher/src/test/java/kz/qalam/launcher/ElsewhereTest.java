package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The newsroom against a PostgreSQL and a Keycloak that someone else runs, at addresses from the environment. */
class ElsewhereTest {

    private final House keycloaks = House.shared();

    @Test
    void worksWithADatabaseAndALogInElsewhere() throws Exception {
        try (OtherPostgres postgres = OtherPostgres.start(keycloaks.data());
                House house = new House(addresses(postgres))) {
            house.start();
            House.Answer status = house.run("status");
            assertEquals(0, status.exit(), status.out());
            assertTrue(
                    status.out().lines().findFirst().orElse("")
                            .matches("postgresql +127\\.0\\.0\\.1:" + postgres.port() + " +up"),
                    status.out());
            assertFalse(Files.exists(house.data().resolve("postgres")), "no PostgreSQL of its own");
            assertFalse(Files.exists(house.data().resolve("run/keycloak.json")), "no Keycloak of its own");
            try (Connection owner = DriverManager.getConnection(postgres.url("qalam"), "qalam_owner",
                    postgres.password("owner_password"));
                    Statement statement = owner.createStatement();
                    ResultSet desks = statement.executeQuery("select count(*) from newsroom.desk")) {
                desks.next();
                assertEquals(1, desks.getInt(1), "the tables are there");
            }
            assertEquals(0, house.stop());
            assertTrue(postgres.isRunning(), "what others run is not ours to stop");
            assertTrue(keycloaks.footprint(House.KEYCLOAK).isAlive());

            // A server that confirms before it has written is refused, and so is one for a single role.
            postgres.run("alter role qalam_site set synchronous_commit = off");
            House.Answer forgetful = house.run("start");
            assertEquals(1, forgetful.exit());
            assertEquals(
                    "Бұл PostgreSQL расталған жазбаны жоғалтуы мүмкін: qalam_site рөлі үшін synchronous_commit өшірулі. "
                            + "Оны қоспай, Qalam жұмыс істемейді.",
                    forgetful.err().strip());
            postgres.run("alter role qalam_site reset synchronous_commit");

            Map<String, String> wrong = Map.of("QALAM_NEWSROOM_DB_PASSWORD", "wrong");
            House.Answer refused = house.run(wrong, "start");
            assertEquals(1, refused.exit());
            assertTrue(
                    refused.err().startsWith(
                            "PostgreSQL (127.0.0.1:" + postgres.port() + ") qalam_newsroom рөлін қабылдамады: "),
                    refused.err());
            assertFalse(refused.err().contains("\tat "), "no stack trace");

            House.Answer noPassword = house.run(Map.of("QALAM_SITE_DB_PASSWORD", ""), "start");
            assertEquals(
                    "PostgreSQL бөлек тұр, сондықтан qalam_site рөлінің құпиясөзі керек: оны QALAM_SITE_DB_PASSWORD арқылы "
                            + "көрсетіңіз.",
                    noPassword.err().strip());
        }
    }

    private Map<String, String> addresses(OtherPostgres postgres) {
        Map<String, String> addresses = new HashMap<>();
        addresses.put("QALAM_DB_URL", postgres.url("qalam"));
        addresses.put("QALAM_OWNER_DB_PASSWORD", postgres.password("owner_password"));
        addresses.put("QALAM_NEWSROOM_DB_PASSWORD", postgres.password("newsroom_password"));
        addresses.put("QALAM_SITE_DB_PASSWORD", postgres.password("site_password"));
        addresses.put("QALAM_KEYCLOAK_URL", keycloaks.keycloakUrl());
        addresses.put("QALAM_OIDC_CLIENT_SECRET", keycloaks.secrets().of("oidc-client"));
        return addresses;
    }
}
