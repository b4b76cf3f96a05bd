package kz.qalam.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import kz.qalam.core.copy.Copy;

/** Reads a request whose whole body is a copy. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class CopyBody implements MessageBodyReader<Copy> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Copy.class;
    }

    @Override
    public Copy readFrom(Class<Copy> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        return StrictJson.copy(Bodies.bytes(body, JsonBody.MOST_BYTES));
    }
}
