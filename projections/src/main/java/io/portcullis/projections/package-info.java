/** Views of who is risky and what was decided: started, asked and rebuilt from here. */
@NullMarked
package io.portcullis.projections;

import org.jspecify.annotations.NullMarked;
