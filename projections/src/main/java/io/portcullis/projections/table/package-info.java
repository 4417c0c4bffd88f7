/** What every view's table shares: keys, times and bytes in SQL, pages and their cursors. */
@NullMarked
package io.portcullis.projections.table;

import org.jspecify.annotations.NullMarked;
