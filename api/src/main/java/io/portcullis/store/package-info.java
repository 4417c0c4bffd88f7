/** The log on disk: an Axon event store on JDBC, for H2 and PostgreSQL. */
@NullMarked
package io.portcullis.store;

import org.jspecify.annotations.NullMarked;
