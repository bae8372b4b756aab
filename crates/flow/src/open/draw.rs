//! The screens of this stage as data: fields, buttons, ways on.

use vestibule_protocol::{ConnectionKind, PasswordRule};

use super::{Job, Open, Screen, Sent, Then, ways};
use crate::built;
use crate::config::{InitialScreen, PasswordlessMethod, UsernameStyle};
use crate::field::Field;
use crate::offer::Wire;
use crate::view::{Action, Activity, ConnectionButton, FieldView, Focus, Policy, Purpose, Submit, View};

pub(super) fn view(open: &Open, turn: u32) -> View {
    let activity = open.job.activity();
    View {
        screen: open.screen_name(),
        direction: open.direction,
        subject: subject(open),
        connections: connections(open),
        fields: fields(open),
        kept_username: kept_username(open),
        realm: realm(open),
        realm_has_form: built::ENTERPRISE
            && (matches!(open.screen, Screen::Corporate { .. })
                || open
                    .company()
                    .is_some_and(|company| company.kind == ConnectionKind::Directory)),
        avatar: open.avatar(),
        captcha: open.captcha_view(),
        phone: open.phone_view(),
        extras: open.extra_views(),
        terms: open.terms(),
        policy: policy(open),
        submit: action(open).map(|action| Submit {
            action,
            busy: is_submitting(open),
        }),
        resend: open.sending_again(),
        switches: ways::switches(open),
        notice: open.notice.clone(),
        status: open.status,
        activity,
        answered: open.answered,
        fresh: open.fresh,
        focus: Focus {
            place: open.focus,
            turn,
        },
    }
}

pub(super) fn first_field(open: &Open) -> Option<Field> {
    let fields = purposes(open);
    // A field that is filled already is not where the person has to begin.
    fields
        .iter()
        .find(|(field, _)| initial(open, *field).is_empty())
        .or(fields.first())
        .map(|(field, _)| *field)
}

/// Whether the first field of the log-in is for an address and nothing else.
pub(super) fn asks_for_an_address(open: &Open) -> bool {
    let first = purposes(open).into_iter().next();
    first.is_some_and(|(_, purpose)| purpose == Purpose::LoginEmail)
}

/// Whether a screen asks for this.
#[cfg(feature = "hooks")]
pub(super) fn has(open: &Open, field: Field) -> bool {
    purposes(open).iter().any(|(asked, _)| *asked == field)
}

/// The fields of a screen, with what each is for.
fn purposes(open: &Open) -> Vec<(Field, Purpose)> {
    let database = open.offer.database.as_ref().map(|(_, database)| database);
    let takes_names = database.is_some_and(|database| database.requires_username);
    let password = (Field::Password, Purpose::CurrentPassword);
    match &open.screen {
        Screen::LogIn if open.offer.password_realm().is_some() => {
            vec![(Field::Username, who(open, takes_names)), password]
        }
        Screen::LogIn if open.offer.has_log_in_form() => vec![(Field::Username, Purpose::LoginEmail)],
        Screen::Corporate { .. } => vec![(Field::Username, Purpose::LoginName), password],
        Screen::SignUp if built::SIGN_UP => {
            let asks = takes_names && !open.plan.config.generate_username;
            let name = asks.then_some((Field::Username, Purpose::NewUsername));
            let mut fields = vec![(Field::Email, Purpose::Email)];
            fields.extend(name);
            fields.push((Field::Password, Purpose::NewPassword));
            fields
        }
        Screen::ForgotPassword | Screen::Passwordless(Wire::Email) => vec![(Field::Email, Purpose::Email)],
        Screen::Passwordless(Wire::Sms) if built::PASSWORDLESS => vec![(Field::Phone, Purpose::Telephone)],
        Screen::Code(_) if built::PASSWORDLESS => vec![(Field::Code, Purpose::OneTimeCode)],
        Screen::SecondFactor(_) => vec![(Field::Code, Purpose::OneTimeCode)],
        _ => Vec::new(),
    }
}

/// What the first field of the log-in asks for.
fn who(open: &Open, takes_names: bool) -> Purpose {
    match open.plan.config.username_style {
        _ if open.offer.directory.is_some() => Purpose::LoginName,
        UsernameStyle::Username if takes_names => Purpose::LoginName,
        UsernameStyle::Any if takes_names => Purpose::LoginAny,
        _ => Purpose::LoginEmail,
    }
}

fn fields(open: &Open) -> Vec<FieldView> {
    let problem_of = |field| {
        open.problems
            .iter()
            .find(|(with, _)| *with == field)
            .map(|(_, what)| what.clone())
    };
    let rules = || {
        open.offer
            .database
            .as_ref()
            .map(|(_, database)| database.policy.passwordrules())
    };
    let fields = purposes(open);
    let first = fields.first().map(|(field, _)| *field);
    let has_company = open.company().is_some();
    let view = |(field, purpose)| FieldView {
        field,
        purpose,
        initial: initial(open, field),
        problem: problem_of(field),
        hidden: has_company && Some(field) != first,
        password_rules: if built::SIGN_UP && purpose == Purpose::NewPassword {
            rules()
        } else {
            None
        },
    };
    fields.into_iter().map(view).collect()
}

fn initial(open: &Open, field: Field) -> String {
    match field {
        // A name that was typed to log in stands there, an address in the field above it.
        Field::Username
            if matches!(open.screen, Screen::SignUp) && open.memory.username.as_bytes().contains(&b'@') =>
        {
            String::new()
        }
        Field::Username if matches!(open.screen, Screen::Corporate { .. }) => open.memory.corporate.clone(),
        Field::Username => open.memory.username.clone(),
        Field::Email => open.memory.email.clone(),
        Field::Phone => open.memory.phone.clone(),
        Field::Password | Field::Code | Field::Terms | Field::Extra(_) => String::new(),
        #[cfg(feature = "captcha")]
        Field::Captcha => String::new(),
    }
}

fn kept_username(open: &Open) -> Option<String> {
    match &open.screen {
        Screen::Code(Sent { to, .. }) | Screen::LinkSent(Sent { to, .. }) => Some(to.clone()),
        Screen::MailSent { sent, .. } => Some(sent.to.clone()),
        Screen::SecondFactor(asked) => Some(asked.username().to_owned()),
        _ => None,
    }
}

fn subject(open: &Open) -> Option<String> {
    kept_username(open)
}

/// The domain whose own login takes over.
fn realm(open: &Open) -> Option<String> {
    if !built::ENTERPRISE {
        return None;
    }
    let of_address = |address: &str| Some(address.trim().rsplit_once('@')?.1.to_owned());
    match &open.screen {
        Screen::Corporate { domain, .. } => domain.clone(),
        Screen::LogIn => open.company().and_then(|_| of_address(&open.memory.username)),
        Screen::SignUp | Screen::Passwordless(_) => {
            open.company().and_then(|_| of_address(&open.memory.email))
        }
        _ => None,
    }
}

fn connections(open: &Open) -> Vec<ConnectionButton> {
    let shown = match &open.screen {
        Screen::LogIn | Screen::SignUp => true,
        // Where no other screen comes before it.
        Screen::Passwordless(_) => {
            !open.offer.has_log_in_form() || open.plan.config.initial_screen == InitialScreen::Passwordless
        }
        _ => false,
    };
    let busy = match &open.job {
        Job::Popup { connection, .. } => connection.as_deref(),
        Job::Leaving { .. }
        | Job::Drawing {
            then: Then::Away(..), ..
        } => open.elsewhere.connection.as_deref(),
        _ => None,
    };
    let button = |connection: &vestibule_protocol::Connection| ConnectionButton {
        name: connection.name.clone(),
        strategy: connection.strategy.clone(),
        display_name: connection.display_name.clone(),
        company: connection.kind != ConnectionKind::Social,
        domain: connection.domains.first().cloned(),
        last_used: open.plan.config.remember_last_login && open.last_used.as_ref() == Some(&connection.name),
        busy: busy == Some(connection.name.as_str()),
    };
    if shown {
        open.offer.buttons.iter().map(button).collect()
    } else {
        Vec::new()
    }
}

/// While a new password is typed its rules stand beside it; what the server said of it stands until it changes.
fn policy(open: &Open) -> Option<Policy> {
    if !built::SIGN_UP {
        return None;
    }
    let (_, database) = open
        .offer
        .database
        .as_ref()
        .filter(|_| matches!(open.screen, Screen::SignUp) && open.company().is_none())?;
    let untried = |kind| PasswordRule {
        kind,
        satisfied: false,
    };
    Some(open.verdict.as_ref().map_or_else(
        || Policy {
            rules: database.policy.rules().into_iter().map(untried).collect(),
            typed: false,
        },
        |rules| Policy {
            rules: rules.clone(),
            typed: true,
        },
    ))
}

fn action(open: &Open) -> Option<Action> {
    match &open.screen {
        Screen::LogIn | Screen::SignUp | Screen::Passwordless(_) if open.company().is_some() => {
            Some(Action::Continue)
        }
        Screen::LogIn if open.offer.password_realm().is_some() => Some(Action::LogIn),
        Screen::LogIn if open.offer.has_log_in_form() => Some(Action::Continue),
        Screen::Corporate { .. } => Some(Action::LogIn),
        Screen::SignUp => Some(Action::SignUp),
        Screen::ForgotPassword => Some(Action::SendReset),
        Screen::Passwordless(Wire::Email) if open.plan.config.passwordless == PasswordlessMethod::Link => {
            Some(Action::SendLink)
        }
        Screen::Passwordless(_) => Some(Action::SendCode),
        Screen::Code(_) | Screen::SecondFactor(_) => Some(Action::CheckCode),
        Screen::LogIn
        | Screen::Arriving
        | Screen::MailSent { .. }
        | Screen::LinkSent(_)
        | Screen::SignedUp => None,
        #[cfg(feature = "hosted")]
        Screen::Gone => None,
    }
}

/// Whether what is under way came from the form, and not from a connection's button.
fn is_submitting(open: &Open) -> bool {
    let by_button = connections(open).iter().any(|button| button.busy);
    matches!(open.job.activity(), Activity::Working | Activity::Leaving) && !by_button
}
