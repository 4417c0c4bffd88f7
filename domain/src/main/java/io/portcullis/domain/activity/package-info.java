/** What happened at a customer's APIs: the four activities, and how they are read from and written to JSON. */
@NullMarked
package io.portcullis.domain.activity;

import org.jspecify.annotations.NullMarked;
