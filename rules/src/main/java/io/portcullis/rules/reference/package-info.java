/** Reference data beside the rules: the endpoint catalogue and the known clients. */
@NullMarked
package io.portcullis.rules.reference;

import org.jspecify.annotations.NullMarked;
