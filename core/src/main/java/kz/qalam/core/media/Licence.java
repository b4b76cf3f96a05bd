package kz.qalam.core.media;

/** By what right a picture is shown. */
public enum Licence {
    OWN,
    AGENCY,
    HANDOUT,
    CREATIVE_COMMONS,
    PUBLIC_DOMAIN,
    OTHER
}
