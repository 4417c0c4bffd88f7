/** Accounts that are made to be used up. */
@NullMarked
package io.portcullis.simulation.signup;

import org.jspecify.annotations.NullMarked;
