/** Attacks on and by API keys and tokens. */
@NullMarked
package io.portcullis.simulation.credentials;

import org.jspecify.annotations.NullMarked;
