package kz.qalam.api;

/**
 * What is sent to a resource as a JSON object. A component that is not nullable is required, a field that is no component
 * is refused, and no body at all is an empty object.
 */
public interface Input {}
