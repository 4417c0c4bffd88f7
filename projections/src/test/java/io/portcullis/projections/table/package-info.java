/** Keys, cursors and bytes. */
@NullMarked
package io.portcullis.projections.table;

import org.jspecify.annotations.NullMarked;
