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
    CREDENTIAL_STUFFING(231, CredentialStuffing::new),
    BRUTE_FORCE(185, BruteForce::new),
    PASSWORD_SPRAYING(192, PasswordSpraying::new),
    SLOW_SPRAYING(113, SlowSpraying::new),
    DISTRIBUTED_GUESSING(150, DistributedGuessing::new),
    USER_ENUMERATION(202, UserEnumeration::new),
    ACCOUNT_TAKEOVER(54, AccountTakeover::new),
    MFA_FATIGUE(160, MfaFatigue::new),
    IMPOSSIBLE_TRAVEL(30, ImpossibleTravel::new),
    FAKE_SIGNUPS(89, FakeSignups::new),
    SIGNUP_FARM(97, SignupFarm::new),
    DISPOSABLE_SIGNUPS(75, DisposableSignups::new),
    TRIAL_FARMING(208, TrialFarming::new),
    REFERRAL_RING(74, ReferralRing::new),
    SIGNUP_THEN_PAYMENT(68, SignupThenPayment::new),
    CARD_TESTING(123, CardTesting::new),
    CARD_CRACKING(91, CardCracking::new),
    REFUND_ABUSE(29, RefundAbuse::new),
    PROMO_ABUSE(111, PromoAbuse::new),
    PAYOUT_AFTER_CHANGE(40, PayoutAfterChange::new),
    UNUSUAL_AMOUNT(58, UnusualAmount::new),
    STOLEN_API_KEY(278, StolenApiKey::new),
    API_KEY_GUESSING(209, ApiKeyGuessing::new),
    TOKEN_REFRESH_STORM(274, TokenRefreshStorm::new),
    SHARED_TOKEN(226, SharedToken::new),
    KEY_CREATION_BURST(57, KeyCreationBurst::new),
    SCRAPING(992, Scraping::new),
    CATALOGUE_CRAWL(571, CatalogueCrawl::new),
    LOGGED_IN_SCRAPING(523, LoggedInScraping::new),
    DISTRIBUTED_SCRAPING(612, DistributedScraping::new),
    VULNERABILITY_SCAN(240, VulnerabilityScan::new),
    FUZZING(242, Fuzzing::new),
    EMULATOR_FARM(169, EmulatorFarm::new),
    UNOFFICIAL_CLIENT(193, UnofficialClient::new),
    WORKFLOW_SKIPPING(83, WorkflowSkipping::new),
    INVENTORY_HOLDING(185, InventoryHolding::new),
    CHECKOUT_AUTOMATION(235, CheckoutAutomation::new),
    COUPON_GUESSING(202, CouponGuessing::new),
    EXPORT_BURST(56, ExportBurst::new),
    INVITE_BURST(175, InviteBurst::new),
    SENSITIVE_ENDPOINT_FLOOD(522, SensitiveEndpointFlood::new),
    QUERY_FLOOD(563, QueryFlood::new),
    EXPENSIVE_ENDPOINT(181, ExpensiveEndpoint::new),
    CREDIT_DRAIN(385, CreditDrain::new),
    AUTOMATION_CLIENT(376, AutomationClient::new),
    LINKED_ACCOUNTS(67, LinkedAccounts::new);

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
