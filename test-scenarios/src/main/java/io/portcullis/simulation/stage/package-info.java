/** What actors are made of: dice, clients, places, and scripts of things to do. */
@NullMarked
package io.portcullis.simulation.stage;

import org.jspecify.annotations.NullMarked;
