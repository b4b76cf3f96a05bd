package kz.qalam.core.copy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A table of up to 12 columns and 200 rows, each as long as the others.
 *
 * @param header whether the first row names the columns
 */
public record Table(boolean header, List<Row> rows) implements Block {

    private static final int MOST_COLUMNS = 12;
    private static final int MOST_ROWS = 200;

    public Table {
        rows = List.copyOf(rows);
    }

    /** A row: 1 to 12 cells. */
    public record Row(List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        List<Inline> printed() {
            return Printed.separated(cells.stream().map(Cell::content), new Text("\t"));
        }

        JsonNode json(String cell) {
            return Json.node("table_row", cells, each -> Json.inline(Json.node(cell), each.content()));
        }
    }

    /** A cell: a line of text. */
    public record Cell(List<Inline> content) {

        public Cell {
            content = Inline.joined(content);
        }
    }

    /** A cell as its node says: header cells make up the first row or none. */
    private record CellRead(boolean header, Cell cell) {}

    private record RowRead(Node node, List<CellRead> cells) {

        static RowRead of(Node node) {
            return new RowRead(node,
                    node.content(
                            Map.of("table_header", cell -> new CellRead(true, new Cell(cell.inline())), "table_cell",
                                    cell -> new CellRead(false, new Cell(cell.inline()))),
                            1, MOST_COLUMNS));
        }

        boolean isHeader() {
            return cells.stream().anyMatch(CellRead::header);
        }

        boolean isMixed() {
            return isHeader() && !cells.stream().allMatch(CellRead::header);
        }

        Row row() {
            return new Row(cells.stream().map(CellRead::cell).toList());
        }
    }

    static Table read(Node node) {
        List<RowRead> rows = node.content(Map.of("table_row", RowRead::of), 1, MOST_ROWS);
        for (int i = 0; i < rows.size(); i++) {
            RowRead row = rows.get(i);
            if (row.isMixed() || (row.isHeader() && i > 0)) {
                row.node().problem("header-row");
            }
            if (row.cells().size() != rows.get(0).cells().size()) {
                row.node().problem("ragged");
            }
        }
        return new Table(!rows.isEmpty() && rows.get(0).isHeader(), rows.stream().map(RowRead::row).toList());
    }

    @Override
    public String type() {
        return "table";
    }

    /** Cells are set apart by tabs, rows by breaks. */
    @Override
    public List<Inline> printed() {
        return Printed.separated(rows.stream().map(Row::printed), Break.LINE);
    }

    @Override
    public Map<String, String> details() {
        int columns = rows.isEmpty() ? 0 : rows.get(0).cells().size();
        return Map.of("shape", columns + " × " + rows.size() + (header ? ", header" : ""));
    }

    @Override
    public JsonNode json() {
        var table = Json.node(type());
        var content = table.putArray("content");
        for (int i = 0; i < rows.size(); i++) {
            content.add(rows.get(i).json(header && i == 0 ? "table_header" : "table_cell"));
        }
        return table;
    }
}
