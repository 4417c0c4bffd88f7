package io.portcullis.simulation.stage;

/**
 * What attackers and innocents know of the place that they all live in.
 *
 * @param start midnight at which it begins
 * @param days how long it is looked at
 * @param customers how many people have had an account for long
 */
public record Town(long start, int days, int customers) {

    public static final int PRODUCTS = 4_000;

    /** The account of the customer of that number. */
    public static String account(int customer) {
        return "acc-" + Dice.scrambled(customer);
    }

    /** Somebody's account, as it stands on a list that was leaked or bought. */
    public String anybody(Dice dice) {
        return account(dice.below(customers));
    }

    /** A path and what it shows. */
    public static Call product(int number, int status, Dice dice) {
        return Call.of("GET", "/v1/products/" + number, status, dice).on("product-" + number);
    }
}
