/** Replay: history through the rules, offline, and what another set of rules would have decided. */
@NullMarked
package io.portcullis.replay;

import org.jspecify.annotations.NullMarked;
