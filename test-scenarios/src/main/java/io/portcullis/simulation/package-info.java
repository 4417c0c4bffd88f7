/**
 * Labelled synthetic traffic: people, offices, machines that mean well, and every attack that the rules look for. The
 * same seed gives the same bytes on every machine. An attack or an innocent is a class; adding one is adding a file.
 */
@NullMarked
package io.portcullis.simulation;

import org.jspecify.annotations.NullMarked;
