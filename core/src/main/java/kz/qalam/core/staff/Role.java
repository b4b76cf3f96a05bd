package kz.qalam.core.staff;

/** What a person may be at a desk. {@link #ADMIN} alone is held over the whole newsroom. */
public enum Role {
    AUTHOR,
    EDITOR,
    REVIEWER,
    PUBLISHER,
    ADMIN
}
