/** What somebody meant who misspelled a name. */
@NullMarked
package io.portcullis.domain.spelling;

import org.jspecify.annotations.NullMarked;
