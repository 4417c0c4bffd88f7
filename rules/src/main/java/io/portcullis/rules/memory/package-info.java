/** What is remembered of each entity, for exactly the questions that the loaded rules ask, driven by event time. */
@NullMarked
package io.portcullis.rules.memory;

import org.jspecify.annotations.NullMarked;
