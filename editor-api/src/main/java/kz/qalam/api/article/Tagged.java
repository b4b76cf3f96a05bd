package kz.qalam.api.article;

import java.util.Locale;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import kz.qalam.api.RevisionTag;
import kz.qalam.core.article.Stood;

/** The answer to whoever has saved: how the story stands, and the tag for the next save. */
final class Tagged {

    private Tagged() {
    }

    static RestResponse<StandingView> standing(Stood story, Locale locale) {
        return ResponseBuilder.ok(StandingView.of(story, locale))
                .header(HttpHeaders.ETAG, RevisionTag.of(story.revision())).build();
    }
}
