/** Steps that are each allowed, put to a use that they were not made for. */
@NullMarked
package io.portcullis.simulation.business;

import org.jspecify.annotations.NullMarked;
