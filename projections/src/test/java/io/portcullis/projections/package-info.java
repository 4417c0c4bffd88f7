/** The views over a real log, in a real database. */
@NullMarked
package io.portcullis.projections;

import org.jspecify.annotations.NullMarked;
