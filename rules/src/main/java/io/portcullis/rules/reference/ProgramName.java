package io.portcullis.rules.reference;

/** Names of programs as user agents have them: before their version, and before what stands in brackets. */
final class ProgramName {

    private static final int LONGEST = 40;
    private static final String ENDS = "/;,()[]\"'+<>";

    private ProgramName() {}

    /** The first word; empty where none stands there. */
    static String product(String userAgent) {
        return bounded(userAgent.split("[/\\s(;]", 2)[0]);
    }

    /** The name, of several words perhaps, that begins there; empty where none does. */
    static String at(String userAgent, int start) {
        int end = start;
        while (end < userAgent.length() && ENDS.indexOf(userAgent.charAt(end)) < 0 && !isVersion(userAgent, end)) {
            end++;
        }
        String name = userAgent.substring(start, end);
        int address = name.indexOf("http:") < 0 ? name.indexOf("https:") : name.indexOf("http:");
        return bounded((address < 0 ? name : name.substring(0, address)).strip());
    }

    private static boolean isVersion(String userAgent, int at) {
        int digit = userAgent.startsWith(" v", at) ? at + 2 : at + 1;
        return userAgent.charAt(at) == ' ' && digit < userAgent.length() && isDigit(userAgent.charAt(digit));
    }

    /** The major version that follows the name; 0 where none does. */
    static int versionBehind(String userAgent, int start, String name) {
        int end = userAgent.indexOf(name, start) + name.length();
        if (end == userAgent.length() || "/ ".indexOf(userAgent.charAt(end)) < 0) {
            return 0;
        }
        int digit = end + (userAgent.startsWith("v", end + 1) ? 2 : 1);
        return UserAgentRules.number(userAgent.substring(digit));
    }

    /** Where the word begins that has a character there. */
    static int startOfWord(String userAgent, int at) {
        int start = at;
        while (start > 0 && isOfWord(userAgent.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String bounded(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, endOfName(name));
    }

    /** Half a character could not be written as JSON. */
    private static int endOfName(String name) {
        return Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
