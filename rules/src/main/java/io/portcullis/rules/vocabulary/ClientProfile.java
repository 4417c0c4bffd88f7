package io.portcullis.rules.vocabulary;

/**
 * What is known of a program from what it says of itself.
 *
 * @param id names the client pattern: program and major version; empty when the activity says nothing of it
 * @param name of the program
 * @param automated whether it is an HTTP library, an automation framework or a headless browser
 * @param declaredBot whether it is a crawler or a monitor that says so
 */
public record ClientProfile(String id, String name, boolean automated, boolean declaredBot) {

    public static final ClientProfile UNKNOWN = new ClientProfile("", "", false, false);
}
