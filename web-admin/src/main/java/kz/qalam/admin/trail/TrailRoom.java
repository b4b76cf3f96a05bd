package kz.qalam.admin.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import kz.qalam.admin.ui.RoomMessages;
import kz.qalam.admin.ui.Visitor;
import kz.qalam.core.article.Journal;
import kz.qalam.core.article.TrailFilter;
import kz.qalam.core.audit.Act;
import kz.qalam.core.language.Collation;
import kz.qalam.core.staff.Actor;
import kz.qalam.core.staff.Desk;
import kz.qalam.core.staff.Staff;

/** The trail, narrowed as an admin asks, on a page and as a file. */
@Path("trail")
@Authenticated
@Blocking
class TrailRoom {

    private static final int A_PAGE = 50;

    /** As many as a spreadsheet takes in with ease; an admin narrows the days for more. */
    private static final int FILE = 100_000;

    private final Visitor visitor;
    private final Journal journal;
    private final Staff staff;

    TrailRoom(Visitor visitor, Journal journal, Staff staff) {
        this.visitor = visitor;
        this.journal = journal;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "trail")
    static class Templates {
        static native TemplateInstance trail(Ledger ledger);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@BeanParam Wanted asked, @QueryParam("cursor") @Nullable String cursor) {
        return Templates.trail(new Ledger(asked, asked.query(), journal.list(visitor.actor(), asked.filter(),
                cursor == null || cursor.isBlank() ? null : cursor, A_PAGE),
                staff.desks().stream().collect(Collectors.toMap(Desk::id, Desk::name)), acts()));
    }

    private List<String> acts() {
        RoomMessages words = visitor.tongue().words(RoomMessages.class);
        return Arrays.stream(Act.values()).map(Act::key).sorted(Comparator.comparing(words::act, Collation.KAZAKH))
                .toList();
    }

    /** Written a part at a time, so that its size is nobody's memory. */
    @GET
    @Path("export")
    public Response export(@BeanParam Wanted asked) {
        Actor admin = visitor.actor();
        TrailFilter filter = asked.filter();
        Journal.Part first = journal.list(admin, filter, null, Journal.MOST);
        StreamingOutput file = out -> {
            out.write(Sheet.BEGINNING.getBytes(UTF_8));
            Journal.Part part = first;
            for (int written = 0;; written += Journal.MOST) {
                for (Journal.Line line : part.lines()) {
                    out.write(Sheet.line(line).getBytes(UTF_8));
                }
                String next = part.next();
                if (next == null) {
                    return;
                }
                if (written + Journal.MOST >= FILE) {
                    // A file that stops says so, or it would be taken for all there is
                    out.write(Sheet.cut(FILE).getBytes(UTF_8));
                    return;
                }
                part = journal.list(admin, filter, next, Journal.MOST);
            }
        };
        return Response.ok(file).type("text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"qalam-trail.csv\"").build();
    }
}
