/**
 * Which calls are let in, and how bodies and answers travel: no client, however slow, holds a thread of the server.
 */
@NullMarked
package io.portcullis.admission;

import org.jspecify.annotations.NullMarked;
