package io.portcullis.store;

import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;

/**
 * Transactions for Axon. A rollback fails when the database is gone, and the transaction with it: then the failure
 * before it is what is to be told.
 */
final class LogTransactions extends SpringTransactionManager {

    private static final Logger LOGGER = LoggerFactory.getLogger(LogTransactions.class);

    LogTransactions(PlatformTransactionManager transactions) {
        super(transactions);
    }

    @Override
    protected void rollbackTransaction(TransactionStatus status) {
        try {
            super.rollbackTransaction(status);
        } catch (TransactionException e) {
            LOGGER.debug("A transaction was not rolled back", e);
        }
    }
}
