package kz.qalam.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** psql's scripts, read as psql reads them. */
class PsqlScriptTest {

    @Test
    void readsStatementsWithoutCommentsAndQuotesVariables() {
        PsqlScript script = PsqlScript.of("""
                -- it's a comment; with a semicolon
                create role a login password :'secret';
                comment on role a is 'semi;colon -- and dashes'; -- after it
                create role "b;c";
                """, Map.of("secret", "o'ne\\two"));
        assertEquals(List.of("create role a login password E'o''ne\\\\two'",
                "comment on role a is 'semi;colon -- and dashes'", "create role \"b;c\""), script.statements());
    }

    @Test
    void readsTheScriptsThatOperatorsAreGiven() {
        Map<String, String> passwords = Map.of("owner_password", "1", "newsroom_password", "2", "site_password", "3",
                "keycloak_password", "4");
        List<String> roles = PsqlScript.resource("/db/roles.sql", passwords).statements();
        assertEquals("create role qalam_owner login password E'1'", roles.get(0));
        assertEquals(4, roles.stream().filter(statement -> statement.startsWith("create ")).count());
        assertEquals(3, PsqlScript.resource("keycloak-database.sql", passwords).statements().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"select :'unknown';", "select 'open", "do $$ begin end $$;", "\\connect qalam", "select 1"})
    void refusesWhatItDoesNotUnderstand(String script) {
        assertThrows(IllegalArgumentException.class, () -> PsqlScript.of(script, Map.of("secret", "x")));
    }

    @Test
    void refusesAValueThatNoLiteralHolds() {
        assertThrows(IllegalArgumentException.class, () -> PsqlScript.of("select :'a';", Map.of("a", "x\0y")));
    }
}
