package kz.qalam.admin.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;

class TracesTest {

    /** What leaves the house. */
    private final List<SpanData> exported = new ArrayList<>();

    private final SpanExporter exporter = new SpanExporter() {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            exported.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    };

    @Test
    void noWordThatSomeoneSoughtLeavesTheHouse() {
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter)).addSpanProcessor(new Traces()).build()) {
            provider.get("test").spanBuilder("GET /search").setSpanKind(SpanKind.SERVER)
                    .setAttribute("url.path", "/search").setAttribute("url.query", "q=құпия").startSpan().end();
            provider.get("test").spanBuilder("POST").setSpanKind(SpanKind.CLIENT)
                    .setAttribute("url.full", "http://127.0.0.1/users?search=құпия").startSpan().end();
        }
        assertEquals(2, exported.size());
        assertFalse(exported.toString().contains("құпия"), exported.toString());
        assertEquals("http://127.0.0.1/users", exported.get(1).getAttributes().asMap().values().iterator().next());
    }
}
