package kz.qalam.admin.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The trail as a spreadsheet takes it in. */
class SheetTest {

    @Test
    void nothingIsReadAsAFormula() {
        for (String formula : new String[]{"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"}) {
            String cell = Sheet.cell(formula).replace("\"", "");
            assertEquals('\'', cell.charAt(0), cell);
        }
    }

    @Test
    void aFileThatIsCutSaysSoInARowLikeTheOthers() {
        assertEquals(Sheet.BEGINNING.split(",", -1).length, Sheet.cut(7).replace(";", "").split(",", -1).length);
        assertTrue(Sheet.cut(7).contains("newest 7 lines") && Sheet.cut(7).contains(",cut,"));
    }

    @Test
    void whatWouldBreakTheTableIsQuoted() {
        assertEquals("\"а,б \"\"в\"\"\nг\"", Sheet.cell("а,б \"в\"\nг"));
        assertEquals("\"'=HYPERLINK(\"\"x\"\",1)\"", Sheet.cell("=HYPERLINK(\"x\",1)"));
        assertEquals("Әнуар", Sheet.cell("Әнуар"));
        assertEquals("", Sheet.cell(null));
    }
}
