package io.portcullis.simulation;

import io.portcullis.simulation.innocent.AppUser;
import io.portcullis.simulation.innocent.Assistant;
import io.portcullis.simulation.innocent.CallCentreAgent;
import io.portcullis.simulation.innocent.Crawler;
import io.portcullis.simulation.innocent.Customer;
import io.portcullis.simulation.innocent.Developer;
import io.portcullis.simulation.innocent.Merchant;
import io.portcullis.simulation.innocent.Monitor;
import io.portcullis.simulation.innocent.Newcomer;
import io.portcullis.simulation.innocent.OfficeWorker;
import io.portcullis.simulation.innocent.Partner;
import io.portcullis.simulation.innocent.PartnerSync;
import io.portcullis.simulation.innocent.PowerUser;
import io.portcullis.simulation.innocent.Pupil;
import io.portcullis.simulation.innocent.Trainee;
import io.portcullis.simulation.stage.Actor;
import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Town;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everybody on the stage. Each kind of actor has a share of the activities, and there are as many actors as it takes for
 * each to do as much as such people do: a larger simulation has more people, not busier ones.
 */
final class Population {

    // How many activities one of each kind has in a week, as they come out on average; those who sign up have them
    // once.
    private static final int CUSTOMER = 51;
    private static final int APP_USER = 60;
    private static final int NEWCOMER = 13;
    private static final int TRAINEE = 8;
    private static final int OFFICE_WORKER = 31;
    private static final int PUPIL = 34;
    private static final int POWER_USER = 650;
    private static final int CALL_CENTRE_AGENT = 938;
    private static final int MERCHANT = 66;
    private static final int DEVELOPER = 216;
    private static final int ASSISTANT = 2_000;

    /** Attackers find at least so many to attack, and the world does not end for want of people. */
    private static final int FEWEST = 8;

    private static final long MACHINES = 400_000;

    private final long innocentActivities;
    private final long attackActivities;
    private final long start = Simulation.START.toEpochMilli();
    private final int days;
    private final Town town;
    private final Dice dice;
    private final List<Role> roles = new ArrayList<>();
    private int episodes;

    private Population(Simulation simulation) {
        this.attackActivities =
                simulation.attacks().isEmpty() ? 0 : simulation.activities() * simulation.attackShare() / 100;
        this.innocentActivities = simulation.activities() - attackActivities;
        this.days = simulation.days();
        this.dice = new Dice(simulation.seed());
        this.town = new Town(start, days, Math.max(FEWEST, actors(35, CUSTOMER)));
    }

    static List<Role> of(Simulation simulation) {
        Population population = new Population(simulation);
        population.addVisitors();
        population.addWorkers();
        population.addMachines();
        population.addEpisodes(simulation.attacks().stream().sorted().toList());
        return population.roles;
    }

    private void addVisitors() {
        long sale = start + Math.min(days - 1, dice.between(2, 4)) * Rhythm.DAY + dice.between(17, 19) * Rhythm.HOUR;
        add(town.customers(), i -> new Customer(i, start + somewhen(Rhythm.DAY), sale, dice.split()));
        add(actors(12, APP_USER), i -> new AppUser(i, start + somewhen(Rhythm.DAY), dice.split()));
        add(
                (int) (innocentActivities * 15 / 100 / NEWCOMER),
                i -> new Newcomer(i, start + somewhen(days * Rhythm.DAY - Rhythm.HOUR), dice.split()));
    }

    private void addWorkers() {
        add(actors(6, OFFICE_WORKER), i -> new OfficeWorker(i, start, dice.split()));
        add((int) (innocentActivities / 100 / TRAINEE), i -> new Trainee(i, start, days, dice.split()));
        add(actors(4, PUPIL), i -> new Pupil(i, start, dice.split()));
        add(actors(4, POWER_USER), i -> new PowerUser(i, start, dice.split()));
        add(actors(4, CALL_CENTRE_AGENT), i -> new CallCentreAgent(i, start, town, dice.split()));
        add(actors(2, MERCHANT), i -> new Merchant(i, start, dice.split()));
        add(actors(2, DEVELOPER), i -> new Developer(i, start, dice.split()));
        add(actors(2, ASSISTANT), i -> new Assistant(i, start, dice.split()));
    }

    private int actors(int percent, int ofEachInAWeek) {
        long share = innocentActivities * percent / 100;
        long ofEach = (long) ofEachInAWeek * days / 7 + 1;
        return (int) ((share + ofEach / 2) / ofEach);
    }

    private long somewhen(long period) {
        return dice.below((int) (period / 1000)) * 1000L;
    }

    /** A machine never rests: in a small world it has little to do. */
    private void addMachines() {
        int ofEach = (int) (innocentActivities * 7 / days / MACHINES) + 1;
        long percent = Math.max(1, innocentActivities / 100);
        long pause = days * Rhythm.DAY * ofEach / percent;
        add(ofEach, i -> new Monitor(i, start, Math.max(Rhythm.MINUTE, pause), dice.split()));
        add(ofEach, i -> new Partner(i, start, pause / 4, dice.split()));
        add(ofEach, i -> new Crawler(i, start, pause / 3, dice.split()));
        add(ofEach, i -> new PartnerSync(i, start, (int) (percent * 4 / days / ofEach), dice.split()));
    }

    /**
     * Every attack has as many episodes as the others, as far as they fill the share; the shortest have one more. In a
     * small world every attack has one, and the long ones are cut.
     */
    private void addEpisodes(List<Attack> attacks) {
        long ofAll = attacks.stream().mapToLong(Attack::activitiesOfAnEpisode).sum();
        if (ofAll == 0) {
            return;
        }
        int percent = (int) Math.min(100, attackActivities * 100 / ofAll);
        for (long left = Math.max(1, attackActivities / ofAll); left > 0; left--) {
            attacks.forEach(attack -> addEpisode(attack, percent));
        }
        long rest = percent < 100 ? 0 : attackActivities % ofAll;
        for (Attack attack : attacks.stream()
                .sorted(Comparator.comparing(Attack::activitiesOfAnEpisode))
                .toList()) {
            rest -= attack.activitiesOfAnEpisode();
            if (rest >= 0) {
                addEpisode(attack, percent);
            }
        }
    }

    private void addEpisode(Attack attack, int percent) {
        long begins = start + Rhythm.HOUR + somewhen(days * Rhythm.DAY * 8 / 10);
        Campaign campaign = attack.episode(new Opening(begins, dice.split(), town, percent));
        campaign.bystanders().forEach(innocent -> add(innocent, null));
        add(campaign, new Label(attack, episodes++));
    }

    private void add(int count, IntFunction<Actor> born) {
        for (int i = 0; i < count; i++) {
            add(born.apply(i), null);
        }
    }

    private void add(Actor actor, @Nullable Label label) {
        roles.add(new Role(roles.size(), actor, label));
    }
}
