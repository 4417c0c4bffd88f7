/** What the tests of this module share. */
@NullMarked
package io.portcullis;

import org.jspecify.annotations.NullMarked;
