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
    CREDENTIAL_STUFFING(221, CredentialStuffing::new),
    BRUTE_FORCE(184, BruteForce::new),
    PASSWORD_SPRAYING(193, PasswordSpraying::new),
    SLOW_SPRAYING(115, SlowSpraying::new),
    DISTRIBUTED_GUESSING(161, DistributedGuessing::new),
    USER_ENUMERATION(204, UserEnumeration::new),
    ACCOUNT_TAKEOVER(48, AccountTakeover::new),
    MFA_FATIGUE(135, MfaFatigue::new),
    IMPOSSIBLE_TRAVEL(31, ImpossibleTravel::new),
    FAKE_SIGNUPS(92, FakeSignups::new),
    SIGNUP_FARM(91, SignupFarm::new),
    DISPOSABLE_SIGNUPS(104, DisposableSignups::new),
    TRIAL_FARMING(245, TrialFarming::new),
    REFERRAL_RING(85, ReferralRing::new),
    SIGNUP_THEN_PAYMENT(85, SignupThenPayment::new),
    CARD_TESTING(116, CardTesting::new),
    CARD_CRACKING(83, CardCracking::new),
    REFUND_ABUSE(30, RefundAbuse::new),
    PROMO_ABUSE(108, PromoAbuse::new),
    PAYOUT_AFTER_CHANGE(41, PayoutAfterChange::new),
    UNUSUAL_AMOUNT(50, UnusualAmount::new),
    STOLEN_API_KEY(296, StolenApiKey::new),
    API_KEY_GUESSING(202, ApiKeyGuessing::new),
    TOKEN_REFRESH_STORM(299, TokenRefreshStorm::new),
    SHARED_TOKEN(215, SharedToken::new),
    KEY_CREATION_BURST(56, KeyCreationBurst::new),
    SCRAPING(708, Scraping::new),
    CATALOGUE_CRAWL(648, CatalogueCrawl::new),
    LOGGED_IN_SCRAPING(522, LoggedInScraping::new),
    DISTRIBUTED_SCRAPING(605, DistributedScraping::new),
    VULNERABILITY_SCAN(227, VulnerabilityScan::new),
    FUZZING(256, Fuzzing::new),
    EMULATOR_FARM(165, EmulatorFarm::new),
    UNOFFICIAL_CLIENT(183, UnofficialClient::new),
    WORKFLOW_SKIPPING(79, WorkflowSkipping::new),
    INVENTORY_HOLDING(170, InventoryHolding::new),
    CHECKOUT_AUTOMATION(222, CheckoutAutomation::new),
    COUPON_GUESSING(212, CouponGuessing::new),
    EXPORT_BURST(87, ExportBurst::new),
    INVITE_BURST(279, InviteBurst::new),
    SENSITIVE_ENDPOINT_FLOOD(506, SensitiveEndpointFlood::new),
    QUERY_FLOOD(582, QueryFlood::new),
    EXPENSIVE_ENDPOINT(188, ExpensiveEndpoint::new),
    CREDIT_DRAIN(382, CreditDrain::new),
    AUTOMATION_CLIENT(398, AutomationClient::new),
    LINKED_ACCOUNTS(63, LinkedAccounts::new);

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
