package io.portcullis.rules.reference;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of reference data that know something of addresses, programs, apps and names, as they are read.
 *
 * @param crawlers text of {@value #CRAWLERS}
 * @param apps text of {@value #APPS}
 * @param lists text of {@value #LISTS}
 * @param listed the texts of the files that it names, by their path; those that are there
 * @param databases of {@value #GEO}, by their path
 */
public record ReferenceFiles(
        String crawlers,
        String apps,
        String lists,
        SortedMap<String, String> listed,
        SortedMap<String, byte[]> databases) {

    /** The file of the crawlers with their addresses, at the top of the folder of rules. */
    public static final String CRAWLERS = "crawlers.yaml";

    /** The file of the operator's own apps, at the top of the folder of rules. */
    public static final String APPS = "apps.yaml";

    /** The file that names the lists, at the top of the folder of rules. */
    public static final String LISTS = "lists.yaml";

    /** The folder of geographic databases, in the folder of rules. */
    public static final String GEO = "geo";

    /** Files that say nothing. */
    public static final ReferenceFiles NONE =
            new ReferenceFiles("crawlers: []", "apps: []", "lists: []", new TreeMap<>(Map.of()), new TreeMap<>());
}
