package kz.qalam.publishing.target;

/** Asked before every file comes into sight or goes: refuses, by an exception, a writer that has lost its right. */
@FunctionalInterface
public interface Fence {
    void pass();
}
