package io.portcullis.rules.vocabulary;

/** What the consequence of a rule may say of the activity. */
public interface Risk {

    /** Of a rule with a signal: raises it. */
    void raise();

    /** Of a policy rule, for medium risk: let it pass and watch. */
    void monitor();

    /**
     * Of a policy rule, for medium risk: slow the caller down.
     *
     * @param retryAfterSeconds 1 to 86,400
     */
    void throttle(int retryAfterSeconds);

    /** Of a policy rule, for high risk: ask for proof. */
    void challenge();

    /** Of a policy rule, for high risk: let a person look at it. */
    void review();
}
