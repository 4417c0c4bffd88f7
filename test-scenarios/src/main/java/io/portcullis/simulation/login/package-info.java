/** Attacks on the login: guessing, trying stolen passwords, wearing people down, and what follows. */
@NullMarked
package io.portcullis.simulation.login;

import org.jspecify.annotations.NullMarked;
