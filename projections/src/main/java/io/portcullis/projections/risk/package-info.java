/** How risky each entity is: one view a kind of entity, all of one making. */
@NullMarked
package io.portcullis.projections.risk;

import org.jspecify.annotations.NullMarked;
