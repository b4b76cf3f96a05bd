/**
 * Qalam on one machine: starts PostgreSQL, Keycloak, the newsroom and the public site as processes, keeps them running, and
 * talks to them as an operator does. No rule of the newsroom lives here.
 */
@NullMarked
package kz.qalam.launcher;

import org.jspecify.annotations.NullMarked;
