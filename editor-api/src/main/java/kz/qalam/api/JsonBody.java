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

/** Reads the bodies of requests strictly, as core reads copy. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBody implements MessageBodyReader<Input> {

    /** A copy of the largest size, with the spaces that some clients put between all its parts. */
    static final int MOST_BYTES = 2_000_000;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Input.class.isAssignableFrom(type);
    }

    @Override
    public Input readFrom(Class<Input> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        return StrictJson.read(Bodies.bytes(body, MOST_BYTES), type);
    }
}
