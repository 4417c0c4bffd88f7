package io.portcullis.scenarios;

/** Which of some activities an expectation is about. */
enum Quantifier {
    FIRST,
    LAST,
    ANY,
    ALL
}
