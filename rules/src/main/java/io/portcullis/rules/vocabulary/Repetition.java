package io.portcullis.rules.vocabulary;

import java.util.ArrayDeque;
import java.util.Deque;

/** How long a regular expression gets when each counted repetition, such as {@code {2,40}}, is written out. */
final class Repetition {

    /** What is larger need not be told apart. */
    private static final long MUCH = 1_000_000;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    /** Of the group that is being read, without its last part. */
    private long size;

    private long last;

    private Repetition(String regex) {
        this.regex = regex;
    }

    /** In parts; no less than a million is as good as without end. */
    static long size(String regex) {
        return new Repetition(regex).size();
    }

    private long size() {
        int at = 0;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == '(') {
                part(0);
                outer.push(size);
                size = 0;
            } else if (c == ')' && !outer.isEmpty()) {
                long group = Math.max(1, size + last);
                size = outer.pop();
                last = group;
            } else if (c == '{') {
                last = Math.min(MUCH, last * Math.max(1, count(at)));
            } else {
                part(1);
            }
            at = behind(at);
        }
        return size + last;
    }

    private void part(long parts) {
        size = Math.min(MUCH, size + last);
        last = parts;
    }

    /** The larger number of the braces. */
    private long count(int at) {
        long largest = 0;
        long number = 0;
        for (int i = at + 1; i < regex.length() && regex.charAt(i) != '}'; i++) {
            char c = regex.charAt(i);
            number = c >= '0' && c <= '9' ? Math.min(MUCH, 10 * number + c - '0') : 0;
            largest = Math.max(largest, number);
        }
        return largest;
    }

    /** Behind the character, the escape, the class or the braces that begin there. */
    private int behind(int at) {
        char c = regex.charAt(at);
        int end = at;
        if (c == '\\') {
            end = regex.startsWith("\\Q", at) ? Math.max(at + 1, regex.indexOf("\\E", at)) : at + 1;
        } else if (c == '{') {
            end = Math.max(at, regex.indexOf('}', at));
        } else if (c == '[') {
            end = classEnd(at);
        }
        return end + 1;
    }

    private int classEnd(int at) {
        int i = at + (regex.startsWith("[^", at) ? 2 : 1);
        i = i < regex.length() && regex.charAt(i) == ']' ? i + 1 : i;
        while (i < regex.length() && regex.charAt(i) != ']') {
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, regex.length());
    }
}
