package io.portcullis.simulation;

import io.portcullis.simulation.business.CheckoutAutomation;
import io.portcullis.simulation.business.CouponGuessing;
import io.portcullis.simulation.business.ExportBurst;
import io.portcullis.simulation.business.InventoryHolding;
import io.portcullis.simulation.business.InviteBurst;
import io.portcullis.simulation.business.WorkflowSkipping;
import io.portcullis.simulation.credentials.ApiKeyGuessing;
import io.portcullis.simulation.credentials.KeyCreationBurst;
import io.portcullis.simulation.credentials.SharedToken;
import io.portcullis.simulation.credentials.StolenApiKey;
import io.portcullis.simulation.credentials.TokenRefreshStorm;
import io.portcullis.simulation.linkage.LinkedAccounts;
import io.portcullis.simulation.login.AccountTakeover;
import io.portcullis.simulation.login.BruteForce;
import io.portcullis.simulation.login.CredentialStuffing;
import io.portcullis.simulation.login.DistributedGuessing;
import io.portcullis.simulation.login.ImpossibleTravel;
import io.portcullis.simulation.login.MfaFatigue;
import io.portcullis.simulation.login.PasswordSpraying;
import io.portcullis.simulation.login.SlowSpraying;
import io.portcullis.simulation.login.UserEnumeration;
import io.portcullis.simulation.mobile.EmulatorFarm;
import io.portcullis.simulation.mobile.UnofficialClient;
import io.portcullis.simulation.payment.CardCracking;
import io.portcullis.simulation.payment.CardTesting;
import io.portcullis.simulation.payment.PayoutAfterChange;
import io.portcullis.simulation.payment.PromoAbuse;
import io.portcullis.simulation.payment.RefundAbuse;
import io.portcullis.simulation.payment.UnusualAmount;
import io.portcullis.simulation.probing.Fuzzing;
import io.portcullis.simulation.probing.VulnerabilityScan;
import io.portcullis.simulation.scraping.CatalogueCrawl;
import io.portcullis.simulation.scraping.DistributedScraping;
import io.portcullis.simulation.scraping.LoggedInScraping;
import io.portcullis.simulation.scraping.Scraping;
import io.portcullis.simulation.signup.DisposableSignups;
import io.portcullis.simulation.signup.FakeSignups;
import io.portcullis.simulation.signup.ReferralRing;
import io.portcullis.simulation.signup.SignupFarm;
import io.portcullis.simulation.signup.SignupThenPayment;
import io.portcullis.simulation.signup.TrialFarming;
import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.traffic.AutomationClient;
import io.portcullis.simulation.traffic.CreditDrain;
import io.portcullis.simulation.traffic.ExpensiveEndpoint;
import io.portcullis.simulation.traffic.QueryFlood;
import io.portcullis.simulation.traffic.SensitiveEndpointFlood;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The attacks that traffic can hold. The name in lower case with dashes is the label. */
public enum Attack {
    CREDENTIAL_STUFFING(216, CredentialStuffing::new),
    BRUTE_FORCE(193, BruteForce::new),
    PASSWORD_SPRAYING(182, PasswordSpraying::new),
    SLOW_SPRAYING(114, SlowSpraying::new),
    DISTRIBUTED_GUESSING(145, DistributedGuessing::new),
    USER_ENUMERATION(246, UserEnumeration::new),
    ACCOUNT_TAKEOVER(54, AccountTakeover::new),
    MFA_FATIGUE(149, MfaFatigue::new),
    IMPOSSIBLE_TRAVEL(35, ImpossibleTravel::new),
    FAKE_SIGNUPS(95, FakeSignups::new),
    SIGNUP_FARM(105, SignupFarm::new),
    DISPOSABLE_SIGNUPS(73, DisposableSignups::new),
    TRIAL_FARMING(189, TrialFarming::new),
    REFERRAL_RING(69, ReferralRing::new),
    SIGNUP_THEN_PAYMENT(67, SignupThenPayment::new),
    CARD_TESTING(132, CardTesting::new),
    CARD_CRACKING(102, CardCracking::new),
    REFUND_ABUSE(70, RefundAbuse::new),
    PROMO_ABUSE(107, PromoAbuse::new),
    PAYOUT_AFTER_CHANGE(42, PayoutAfterChange::new),
    UNUSUAL_AMOUNT(59, UnusualAmount::new),
    STOLEN_API_KEY(272, StolenApiKey::new),
    API_KEY_GUESSING(253, ApiKeyGuessing::new),
    TOKEN_REFRESH_STORM(316, TokenRefreshStorm::new),
    SHARED_TOKEN(265, SharedToken::new),
    KEY_CREATION_BURST(54, KeyCreationBurst::new),
    SCRAPING(1_122, Scraping::new),
    CATALOGUE_CRAWL(677, CatalogueCrawl::new),
    LOGGED_IN_SCRAPING(647, LoggedInScraping::new),
    DISTRIBUTED_SCRAPING(739, DistributedScraping::new),
    VULNERABILITY_SCAN(298, VulnerabilityScan::new),
    FUZZING(260, Fuzzing::new),
    EMULATOR_FARM(164, EmulatorFarm::new),
    UNOFFICIAL_CLIENT(252, UnofficialClient::new),
    WORKFLOW_SKIPPING(80, WorkflowSkipping::new),
    INVENTORY_HOLDING(214, InventoryHolding::new),
    CHECKOUT_AUTOMATION(291, CheckoutAutomation::new),
    COUPON_GUESSING(233, CouponGuessing::new),
    EXPORT_BURST(54, ExportBurst::new),
    INVITE_BURST(171, InviteBurst::new),
    SENSITIVE_ENDPOINT_FLOOD(632, SensitiveEndpointFlood::new),
    QUERY_FLOOD(658, QueryFlood::new),
    EXPENSIVE_ENDPOINT(248, ExpensiveEndpoint::new),
    CREDIT_DRAIN(441, CreditDrain::new),
    AUTOMATION_CLIENT(523, AutomationClient::new),
    LINKED_ACCOUNTS(64, LinkedAccounts::new);

    private final int activitiesOfAnEpisode;
    private final Function<Opening, Campaign> episode;

    Attack(int activitiesOfAnEpisode, Function<Opening, Campaign> episode) {
        this.activitiesOfAnEpisode = activitiesOfAnEpisode;
        this.episode = episode;
    }

    /** {@code credential-stuffing}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Attack> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(attack -> attack.label().equals(label))
                .findFirst();
    }

    /** How many activities an episode of natural length has, as they come out on average. */
    int activitiesOfAnEpisode() {
        return activitiesOfAnEpisode;
    }

    Campaign episode(Opening opening) {
        return episode.apply(opening);
    }
}
