/** Who may do what: keys with roles. Deny by default. */
@NullMarked
package io.portcullis.security;

import org.jspecify.annotations.NullMarked;
