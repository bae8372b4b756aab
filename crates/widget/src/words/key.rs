//! Every text of the widget by its key, with the English one: a text that is missing does not compile.
//!
//! `{…}` stands for what comes in its place: an address, a name, a number. Where a text counts something, its forms for one and for more
//! are separated by `|`. Behind it stand the cargo features without which nobody gets to see it; 1.3 KB (brotli)
//! of a page with none of them.

use super::joined::{joined, lengths, total};

macro_rules! keys {
    ($($(#[$cfg:meta])* $key:ident $name:literal $english:literal $([$($feature:tt),+])?)*) => {
        /// A text of the widget.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each is described by its English text, which stands beside it")]
        pub enum Key {
            $($(#[$cfg])* $key,)*
        }

        impl Key {
            /// All of them, of what is built in.
            pub const ALL: &'static [Self] = &[$($(#[$cfg])* Self::$key,)*];

            /// Its name in a file of a language.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $($(#[$cfg])* Self::$key => $name,)*
                }
            }

        }

        /// Each key with the features of which it needs one, where it needs any.
        #[cfg(test)]
        const FEATURES: &[(Key, &[&str])] = &[$($(#[$cfg])* (Key::$key, &[$($($feature),+)?]),)*];

        /// The English texts, in the order of the keys; empty where a key is of a part only that is not built in.
        const ENGLISH: &[&str] = &[$($(#[$cfg])* built_in!($english $([$($feature),+])?),)*];
    };
}

macro_rules! built_in {
    ($english:literal) => {
        $english
    };
    ($english:literal [$($feature:tt),+]) => {
        if cfg!(any($(feature = $feature),+)) { $english } else { "" }
    };
}

/// How long each is, in bytes.
static LENGTHS: [u8; ENGLISH.len()] = lengths(ENGLISH);

/// All of them, one behind the other: with the lengths beside them that is half a kilobyte (brotli) less than as many texts by
/// themselves.
static TEXT: [u8; total(ENGLISH)] = joined(ENGLISH);

impl Key {
    /// The English text; its forms are separated by `|`.
    #[must_use]
    pub fn english(self) -> &'static str {
        let at = self as usize;
        let start: usize = LENGTHS.iter().take(at).map(|length| usize::from(*length)).sum();
        let text = TEXT.get(start..start + usize::from(LENGTHS[at]));
        // They were texts before they were joined.
        text.and_then(|text| std::str::from_utf8(text).ok())
            .unwrap_or_default()
    }
}

/// The features of which a key needs one; none where it is always there, or stands behind an attribute of its own.
#[cfg(test)]
pub(crate) fn features(key: Key) -> &'static [&'static str] {
    let found = FEATURES.iter().find(|(known, _)| *known == key);
    found.expect("every key is in the table").1
}

keys! {
    TitleLoading "title.loading" "One moment"
    TitleLogIn "title.log-in" "Log in"
    TitleSignUp "title.sign-up" "Create your account" ["sign-up"]
    TitleForgotPassword "title.forgot-password" "Reset your password" ["sign-up"]
    TitleCheckEmail "title.check-email" "Check your email" ["sign-up", "passwordless"]
    TitleByPhone "title.by-phone" "Log in by text message" ["passwordless"]
    TitleByEmail "title.by-email" "Log in by email" ["passwordless"]
    TitleCode "title.code" "Enter your code" ["passwordless"]
    TitleCorporate "title.corporate" "Log in at your company" ["enterprise"]
    #[cfg(feature = "hosted")]
    TitleSecondFactor "title.second-factor" "Check that it’s you"
    TitleSignedUp "title.signed-up" "Account created" ["sign-up"]
    TitleSignedIn "title.signed-in" "You’re logged in"
    TitleStopped "title.stopped" "Login isn’t available"

    ContextForgotPassword "context.forgot-password" "We’ll email you a link to set a new password." ["sign-up"]
    ContextSendLink "context.send-link" "We’ll email you a link that logs you in." ["passwordless"]
    ContextTextCode "context.text-code" "We’ll text you a code that logs you in." ["passwordless"]
    ContextEmailCode "context.email-code" "We’ll email you a code that logs you in." ["passwordless"]
    ContextMailSent "context.mail-sent" "If there is an account for {to}, a link to set a new password is on its way." ["sign-up"]
    ContextLinkSent "context.link-sent" "Open the link we sent to {to} in this browser." ["passwordless"]
    ContextCode "context.code" "We sent it to {to}." ["passwordless"]
    #[cfg(feature = "hosted")]
    ContextSecondFactor "context.second-factor" "Enter the code that we sent you, or the one from your authenticator app."
    ContextSignedUp "context.signed-up" "You can log in with it now." ["sign-up"]
    ContextSignedIn "context.signed-in" "Hello, {name}."

    LabelEmail "label.email" "Email address"
    LabelEmailOrUsername "label.email-or-username" "Email address or user name"
    LabelUsername "label.username" "User name"
    LabelTerms "label.terms" "Terms" ["terms"]
    LabelPassword "label.password" "Password"
    LabelCode "label.code" "Code" ["passwordless", "hosted"]
    LabelPhone "label.phone" "Phone number" ["passwordless"]
    HintPhone "hint.phone" "Begin with +, as in +44 7700 900123" ["passwordless"]

    MissingEmail "missing.email" "Enter your email address"
    MissingEmailOrUsername "missing.email-or-username" "Enter your email address or user name"
    MissingUsername "missing.username" "Enter your user name"
    MissingNewUsername "missing.new-username" "Choose a user name" ["sign-up"]
    MissingPassword "missing.password" "Enter your password"
    MissingNewPassword "missing.new-password" "Choose a password" ["sign-up"]
    MissingCode "missing.code" "Enter the code we sent you" ["passwordless"]
    MissingPhone "missing.phone" "Enter your phone number" ["passwordless"]
    #[cfg(feature = "captcha")]
    MissingCaptcha "missing.captcha" "Complete this check to continue"
    #[cfg(feature = "fields")]
    MissingExtra "missing.extra" "Fill this in to continue"
    MissingTick "missing.tick" "Tick the box to continue" ["fields", "terms"]
    #[cfg(feature = "captcha")]
    WrongCaptcha "wrong-captcha" "That wasn’t right, or took too long. Try this one"
    #[cfg(feature = "fields")]
    NotAChoice "not-a-choice" "Choose one of those offered"
    UnknownCompany "unknown-company" "No company here uses this address. Check it" ["enterprise"]
    CompanyAddress "company-address" "This address belongs to a company: change its password there" ["enterprise"]
    NotAnEmail "not-an-email" "Enter an address like name@example.com"
    #[cfg(not(feature = "phone"))]
    NotAPhone "not-a-phone" "Begin with + and the country code" ["passwordless"]
    #[cfg(feature = "phone")]
    NotAPhone "phone-and-country" "Check the number and its country" ["passwordless"]
    NotACode "not-a-code" "Enter the digits of the code" ["passwordless", "hosted"]
    TooWeak "too-weak" "Choose one that meets every rule" ["sign-up"]
    Leaked "leaked" "Choose another: this one appeared in a data leak" ["sign-up"]
    TakenUsername "taken.username" "Choose another: this one is taken" ["sign-up"]
    TakenEmail "taken.email" "Log in instead, or use another address" ["sign-up"]
    InUse "taken.in-use" "Use another address: this one has an account already" ["sign-up"]
    WrongCode "wrong-code" "Check the code, or send a new one" ["passwordless"]
    #[cfg(feature = "hosted")]
    WrongFactor "wrong-factor" "Use the newest code: this one isn’t right, or it’s too old"
    TooShort "too-short" "Use at least {n} character|Use at least {n} characters" ["sign-up", "fields"]
    TooLong "too-long" "Use at most {n} character|Use at most {n} characters" ["sign-up", "fields"]

    Policy "policy" "Rules for your password" ["sign-up"]
    RuleMinLength "rule.min-length" "at least {n} character|at least {n} characters" ["sign-up"]
    RuleMaxBytes "rule.max-bytes" "at most {n} character (letters with accents and emoji count for more)|at most {n} characters (letters with accents and emoji count for more)" ["sign-up"]
    RuleMaxRepeats "rule.max-repeats" "no more than {n} character in a row that are the same|no more than {n} characters in a row that are the same" ["sign-up"]
    RuleMaxSequence "rule.max-sequence" "no letters or digits in order, such as abc or 321" ["sign-up"]
    RuleKinds "rule.kinds" "at least {n} of: {list}" ["sign-up"]
    RuleLower "rule.lower" "a lower-case letter" ["sign-up"]
    RuleUpper "rule.upper" "an upper-case letter" ["sign-up"]
    RuleDigit "rule.digit" "a number" ["sign-up"]
    RuleSpecial "rule.special" "a special character, such as - or #" ["sign-up"]
    RuleDictionary "rule.dictionary" "not a common password" ["sign-up"]
    RulePersonalData "rule.personal-data" "not your name or email address" ["sign-up"]
    RuleHistory "rule.history" "not one you’ve used here before" ["sign-up"]
    RuleOther "rule.other" "what the rules of this service ask for" ["sign-up"]
    KindLower "kind.lower" "lower-case letters" ["sign-up"]
    KindUpper "kind.upper" "upper-case letters" ["sign-up"]
    KindDigit "kind.digit" "numbers" ["sign-up"]
    KindSpecial "kind.special" "special characters" ["sign-up"]
    RuleKept "rule-kept" "done" ["sign-up"]
    RuleBroken "rule-broken" "not met" ["sign-up"]

    ActionLogIn "action.log-in" "Log in"
    ActionSignUp "action.sign-up" "Create account" ["sign-up"]
    ActionSendLink "action.send-link" "Send link" ["sign-up", "passwordless"]
    ActionSendCode "action.send-code" "Send code" ["passwordless"]
    ActionContinue "action.continue" "Continue"
    BusyLogIn "busy.log-in" "Logging in…"
    BusySignUp "busy.sign-up" "Creating account…" ["sign-up"]
    BusySend "busy.send" "Sending…" ["sign-up", "passwordless"]
    BusyCheck "busy.check" "Checking…" ["passwordless", "hosted", "enterprise"]

    ContinueWith "continue-with" "Continue with {brand}"
    LastUsed "last-used" "Last used"
    RealmCorporate "realm.corporate" "Use your user name and password at {domain}." ["enterprise"]
    Realm "realm" "You log in at {domain}: no password is needed here." ["enterprise"]
    Or "or" "or"

    #[cfg(feature = "terms")]
    TermsSilent "terms.silent" "By continuing, you agree to the {terms} and the {privacy}."
    #[cfg(feature = "terms")]
    TermsSilentOne "terms.silent-one" "By continuing, you agree to the {document}."
    #[cfg(feature = "terms")]
    TermsTick "terms.tick" "I agree to the {terms} and the {privacy}."
    #[cfg(feature = "terms")]
    TermsTickOne "terms.tick-one" "I agree to the {document}."
    #[cfg(feature = "terms")]
    TermsOfService "terms.service" "terms of service"
    #[cfg(feature = "terms")]
    PrivacyPolicy "terms.privacy" "privacy policy"

    WaySignUpLead "way.sign-up-lead" "No account yet?"
    WaySignUp "way.sign-up" "Create one"
    WayLogInLead "way.log-in-lead" "Already have an account?"
    WayLogIn "way.log-in" "Log in"
    WayBack "way.back" "Back to log in"
    WayForgotPassword "way.forgot-password" "Forgot your password?"
    WayAnotherNumber "way.another-number" "Use another number" ["passwordless"]
    WayAnotherAddress "way.another-address" "Use another address" ["sign-up", "passwordless"]
    WayBySms "way.by-sms" "Continue by text" ["passwordless"]
    WayByEmail "way.by-email" "Continue by email" ["passwordless"]
    ResendCode "resend.code" "Send a new code" ["passwordless"]
    ResendLink "resend.link" "Send a new link" ["sign-up", "passwordless"]
    ResendCodeIn "resend.code-in" "Send a new code in {n} s|Send a new code in {n} s" ["passwordless"]
    ResendLinkIn "resend.link-in" "Send a new link in {n} s|Send a new link in {n} s" ["sign-up", "passwordless"]

    NoticeWrongCredentials "notice.wrong-credentials" "That email or password isn’t right. Check both and try again."
    NoticeWrongUsername "notice.wrong-username" "That user name or password isn’t right. Check both and try again."
    NoticeWrongCode "notice.wrong-code" "That code isn’t right, or it’s too old. Check it, or send a new one." ["passwordless"]
    NoticeTooManyAttempts "notice.too-many-attempts" "Too many wrong tries, so this account is locked for now. Use the unlock link we emailed, or wait and try again."
    NoticeTooManyRequests "notice.too-many-requests" "Too many tries in a short time. Wait a minute, then try again."
    NoticeWaitSeconds "notice.wait-seconds" "Too many tries in a short time. Try again in {n} second.|Too many tries in a short time. Try again in {n} seconds."
    NoticeWaitMinutes "notice.wait-minutes" "Too many tries in a short time. Try again in {n} minute.|Too many tries in a short time. Try again in {n} minutes."
    NoticeBlocked "notice.blocked" "This account is blocked. Contact the support of this service."
    NoticePasswordLeaked "notice.password-leaked" "This password appeared in a data leak elsewhere. Reset it to keep your account safe." ["sign-up"]
    NoticePasswordChangeRequired "notice.password-change-required" "This password has to be changed before you can log in with it." ["sign-up"]
    NoticePasswordUnusable "notice.password-unusable" "This password can’t be used any more. Contact the support of this service."
    NoticeSignUpRefused "notice.sign-up-refused" "We couldn’t create this account. If you may already have one, log in or reset your password." ["sign-up"]
    NoticeSignUpRefusedAlone "notice.sign-up-refused-alone" "We couldn’t create this account. You may already have one. If not, try another address." ["sign-up"]
    NoticeAddressTaken "notice.address-taken" "There is already an account for this address. Log in instead." ["sign-up"]
    NoticeUsernameTaken "notice.username-taken" "This user name is taken. Choose another." ["sign-up"]
    NoticePasswordTooWeak "notice.password-too-weak" "This password doesn’t meet every rule yet. Choose one that does." ["sign-up"]
    NoticeSmsNotSent "notice.sms-not-sent" "We couldn’t text this number. Check it, or choose another way to log in." ["passwordless"]
    #[cfg(feature = "captcha")]
    NoticeCaptchaWrong "notice.captcha-wrong" "The check that you’re a person went wrong. Try the new one."
    #[cfg(feature = "captcha")]
    NoticeCaptchaFailed "notice.captcha-failed" "The check that you’re a person couldn’t be loaded. Switch blockers off for this page, or check your connection, and try again."
    #[cfg(feature = "captcha")]
    NoticeCaptchaUnsolvable "notice.captcha-unsolvable" "This page can’t show the check that the login server asks for. Contact the support of this service."
    #[cfg(feature = "hosted")]
    NoticeNoSecondFactor "notice.no-second-factor" "This account needs a second factor, and has none yet. Ask the people behind the app to set one up."
    #[cfg(feature = "hosted")]
    NoticeRequestGone "notice.request-gone" "This login took too long, or was begun in another browser. Go back to the app and begin again."
    NoticeRefused "notice.refused" "The login was refused. Try again, or choose another way to log in."
    NoticeAccessDenied "notice.access-denied" "The login was stopped before it was finished. Try again when you’re ready."
    NoticeServerFault "notice.server-fault" "Something is wrong at our end. Try again in a moment."
    NoticeUnreachable "notice.unreachable" "We can’t reach the login server. Check your connection and try again."
    NoticeTimedOut "notice.timed-out" "The login server took too long to answer. Try again."
    NoticeBrokenResponse "notice.broken-response" "The login server’s answer couldn’t be used, so you’re not logged in. Try again."
    NoticePopupBlocked "notice.popup-blocked" "Your browser blocked the login window. Allow it, or continue in this window." ["popup"]
    NoticePopupClosed "notice.popup-closed" "The login window was closed before you finished. Try again when you’re ready." ["popup"]
    NoticePopupUnreachable "notice.popup-unreachable" "The login window can’t reach this page. Continue in this window instead." ["popup"]
    NoticeUnknownTransaction "notice.unknown-transaction" "That login is no longer valid. Start again here."
    NoticeLinkFromElsewhere "notice.link-from-elsewhere" "This link works only once, and only in the browser where you asked for it. Open it there, or ask for a new one here." ["passwordless"]
    NoticeLinkOpenedElsewhere "notice.link-opened-elsewhere" "The link was opened in another tab. Go on there, or log in here too." ["passwordless"]
    NoticeStorageRefused "notice.storage-refused" "Your browser doesn’t let this page remember the login. Allow site data, then try again."
    NoticeContinueElsewhere "notice.continue-elsewhere" "Your browser needs a separate window for this login."
    NoticeFieldsWrong "notice.fields-wrong" "Check what’s marked below."
    NoticeMisconfigured "notice.misconfigured" "This app’s login isn’t set up correctly. Contact the support of this service."
    RemedyRetry "remedy.retry" "Try again"
    RemedyRedirect "remedy.redirect" "Continue in this window"
    RemedyPopup "remedy.popup" "Continue in a new window" ["popup"]
    RemedyResetPassword "remedy.reset-password" "Reset your password" ["sign-up"]

    StatusLoading "status.loading" "Loading…"
    StatusLoggingIn "status.logging-in" "Logging in…"
    StatusSigningUp "status.signing-up" "Creating account…" ["sign-up"]
    StatusSending "status.sending" "Sending…" ["sign-up", "passwordless"]
    StatusCodeSent "status.code-sent" "Code sent." ["passwordless"]
    #[cfg(feature = "one-time-code")]
    StatusCodeComplete "status.code-complete" "Logging in with this code in 3 seconds…"
    StatusMailSent "status.mail-sent" "Email sent." ["sign-up", "passwordless"]
    StatusWaitingForPopup "status.waiting-for-popup" "Finish in the window that opened." ["popup"]
    StatusLeaving "status.leaving" "Taking you to the login page…"
    StatusSignedIn "status.signed-in" "You’re logged in."
    StatusSignedUp "status.signed-up" "Account created." ["sign-up"]
    ShowPassword "show-password" "Show password"
    #[cfg(feature = "captcha")]
    CaptchaSigns "captcha.signs" "Letters and numbers in the picture"
    #[cfg(feature = "captcha")]
    CaptchaSum "captcha.sum" "Result of the sum in the picture"
    #[cfg(feature = "captcha")]
    CaptchaPicture "captcha.picture" "Picture to check that you’re a person"
    #[cfg(feature = "captcha")]
    CaptchaAnother "captcha.another" "Show another picture"
    #[cfg(feature = "captcha")]
    CaptchaRiddle "captcha.riddle" "Check that you’re a person"
    #[cfg(feature = "phone")]
    Country "country" "Country of your phone number"
    Cancel "cancel" "Cancel"
    Close "close" "Close"
}
