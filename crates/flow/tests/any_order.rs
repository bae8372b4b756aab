//! Events in any order: the machine never panics, never lets a token out unproven, never sends a password twice.

mod world;

use proptest::prelude::*;
use vestibule_flow::{
    Activity, Answer, Ask, Away, Config, Effect, Event, Field, Flow, Form, Intent, LoginEvent, MessageFault,
    NetworkFault, No, Reply, ScreenName, Switch, Taken, Typed,
};
use world::{NOW_S, PAGE, Server, World, body_of, config, error_for, json, page, text};

#[derive(Clone, Debug)]
enum Doing {
    Person(Intent),
    /// Answer the n-th open question with the k-th answer there is.
    Answer(usize, usize),
    Returned,
    Later(u16),
}

fn intents() -> impl Strategy<Value = Intent> {
    let texts = prop_oneof![
        Just("ada@example.com"),
        Just(""),
        Just("x"),
        Just("123456"),
        Just("+491701234567"),
        Just("g@acme.test")
    ];
    let fields = prop_oneof![
        Just(Field::Username),
        Just(Field::Email),
        Just(Field::Password),
        Just(Field::Code),
        Just(Field::Phone)
    ];
    let screens = prop_oneof![
        Just(ScreenName::LogIn),
        Just(ScreenName::SignUp),
        Just(ScreenName::ForgotPassword),
        Just(ScreenName::Passwordless),
        Just(ScreenName::SignedIn)
    ];
    let connections = prop_oneof![
        Just(None),
        Just(Some("email".to_owned())),
        Just(Some("sms".to_owned()))
    ];
    prop_oneof![
        (fields.clone(), texts.clone()).prop_map(|(field, text)| Intent::Typed(field, Typed::new(text))),
        (fields, texts.clone()).prop_map(|(field, text)| Intent::Left(field, Typed::new(text))),
        texts.prop_map(|text| Intent::Submit(Form::new([
            (Field::Username, Typed::new(text)),
            (Field::Email, Typed::new(text)),
            (Field::Phone, Typed::new(text)),
            (Field::Code, Typed::new(text)),
            (Field::Password, Typed::new("the password")),
        ]))),
        prop_oneof![Just("google-oauth2"), Just("facebook"), Just("nobody")]
            .prop_map(|name| Intent::Choose(name.into())),
        (screens, connections).prop_map(|(to, connection)| Intent::Go(Switch {
            connection,
            ..Switch::to(to)
        })),
        Just(Intent::Resend),
        Just(Intent::Remedy),
        Just(Intent::Cancel),
        Just(Intent::Close),
    ]
}

fn doings() -> impl Strategy<Value = Vec<Doing>> {
    let doing = prop_oneof![
        3 => intents().prop_map(Doing::Person),
        5 => (0..4_usize, 0..15_usize).prop_map(|(which, how)| Doing::Answer(which, how)),
        1 => Just(Doing::Returned),
        1 => any::<u16>().prop_map(Doing::Later),
    ];
    prop::collection::vec(doing, 0..60)
}

fn asked(effect: &Effect) -> Option<Ask> {
    match effect {
        Effect::Random { ask }
        | Effect::Http { ask, .. }
        | Effect::WebMessage { ask, .. }
        | Effect::Popup { ask, .. }
        | Effect::Verify { ask, .. }
        | Effect::Leave { ask, .. }
        | Effect::Take { ask, .. }
        | Effect::Look { ask, .. }
        | Effect::Consult { ask, .. }
        | Effect::Watch { ask, .. }
        | Effect::Wake { ask, .. } => Some(*ask),
        Effect::Forget { .. }
        | Effect::Keep(_)
        | Effect::CleanUrl(_)
        | Effect::Visit(_)
        | Effect::Emit(_)
        | Effect::Advise(_) => None,
    }
}

/// Answers of every kind, most of them to another question than was asked.
fn answer(how: usize) -> Answer {
    match how {
        0 => Answer::Drawn(Box::new([7; 96])),
        1 => Answer::Http(json(200, world::DISCOVERY)),
        2 => Answer::Http(json(200, world::SETTINGS)),
        3 => Answer::Http(json(200, r#"{"login_ticket":"T"}"#)),
        4 => Answer::Http(json(403, r#"{"error":"access_denied"}"#)),
        5 => Answer::Http(text(200, "<html>")),
        6 => Answer::Http(Err(NetworkFault::Unreachable)),
        7 => Answer::Message(Err(MessageFault::Closed)),
        8 => Answer::Message(Ok(world::message(&[("code", "C"), ("state", "no")]))),
        9 => Answer::Verified(true),
        10 => Answer::Taken(Taken::Missing),
        11 => Answer::Looked(Some("google-oauth2".into())),
        12 => Answer::Said(Reply::GoOn),
        13 => Answer::Said(Reply::Refuse(No::of(Field::Email, "no"))),
        _ => Answer::Woke,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_that_happens_in_any_order_breaks_the_rules(doings in doings(), popup in any::<bool>(), hooks in any::<bool>()) {
        let how = if popup { Away::Popup } else { Away::Redirect };
        let config = Config { hooks, ..config().social(how).fallback(how) };
        let (mut flow, mut effects) = Flow::start(config, page(PAGE), NOW_S);
        // The settings come first, so that most of the time goes to the screens.
        for _ in 0..2 {
            for effect in effects.clone() {
                if let Effect::Http { ask, request } = &effect {
                    let body = if request.url.contains("/client/") { world::SETTINGS } else { world::DISCOVERY };
                    let (next, more) = flow.step(Event::Answered(*ask, Answer::Http(json(200, body))), NOW_S);
                    flow = next;
                    effects.extend(more);
                }
            }
        }
        let mut at_s = NOW_S;
        let mut submits = 0;
        for doing in doings {
            let event = match doing {
                Doing::Later(seconds) => { at_s += f64::from(seconds); continue }
                Doing::Returned => Event::Returned,
                Doing::Person(intent) => {
                    submits += usize::from(matches!(intent, Intent::Submit(_)));
                    Event::Person(intent)
                }
                Doing::Answer(which, how) => {
                    let open: Vec<Ask> = effects.iter().rev().filter_map(asked).collect();
                    Event::Answered(open[which % open.len()], answer(how))
                }
            };
            let (next, more) = flow.step(event, at_s);
            flow = next;
            effects.extend(more);
            let view = flow.view();
            prop_assert!(view.fields.iter().all(|field| !field.field.is_secret() || field.initial.is_empty()));
            prop_assert!(view.activity == Activity::Idle || view.screen != ScreenName::Stopped);
        }
        let sent = body_of(&effects, "/co/authenticate").iter().filter(|body| body.contains("the password")).count();
        prop_assert!(sent <= submits, "a password went out {sent} times for {submits} submits");
        let out = effects.iter().filter(|effect| matches!(effect, Effect::Emit(LoginEvent::Authenticated(_)))).count();
        prop_assert_eq!(out, 0, "no token passed its checks here, so none may come out");
        let shown = effects.iter().filter(|effect| matches!(effect, Effect::Emit(LoginEvent::Shown))).count();
        prop_assert!(shown <= 1);
    }

    #[test]
    fn after_submit_comes_exactly_one_end(doings in prop::collection::vec(intents(), 0..30), popup in any::<bool>(), which in 0..5_usize) {
        let how = if popup { Away::Popup } else { Away::Redirect };
        let mut world = World::with(config().social(how).fallback(how), server(which));
        for intent in doings {
            world.person(intent);
            // The world answers at once, so that a page that leaves is all that can be under way.
            prop_assert_ne!(under_way(&world.names()), Ok(UnderWay::Form), "{:?}", world.names());
        }
        prop_assert!(under_way(&world.names()).is_ok(), "{:?}", world.names());
    }
}

/// Servers and browsers of several minds.
fn server(which: usize) -> Server {
    let good = Server::default();
    match which {
        0 => good,
        1 => Server {
            co_authenticate: || json(403, r#"{"error":"access_denied"}"#),
            passwordless: || json(400, r#"{"error":"bad.email"}"#),
            sign_up: || json(400, r#"{"code":"user_exists"}"#),
            ..good
        },
        2 => Server {
            message: |transaction| Ok(error_for(transaction, "login_required")),
            ..good
        },
        3 => Server {
            message: |_| Err(MessageFault::Closed),
            storage_works: false,
            ..good
        },
        _ => Server {
            co_authenticate: || Err(NetworkFault::Unreachable),
            change_password: || Err(NetworkFault::TimedOut),
            ..good
        },
    }
}

/// What the app has to take for under way, by what it heard.
#[derive(Clone, Copy, Debug, PartialEq)]
enum UnderWay {
    Nothing,
    Form,
    Elsewhere,
}

/// Follows the events; an event out of its order is an error.
fn under_way(names: &[&'static str]) -> Result<UnderWay, &'static str> {
    names
        .iter()
        .try_fold(UnderWay::Nothing, |before, name| match (before, *name) {
            (UnderWay::Nothing, "submitted") | (UnderWay::Form, "signed-up") => Ok(UnderWay::Form),
            (UnderWay::Nothing | UnderWay::Form, "redirecting" | "popup-opened") => Ok(UnderWay::Elsewhere),
            (UnderWay::Form, "code-sent" | "link-sent" | "password-reset-requested")
            | (UnderWay::Form | UnderWay::Elsewhere, "authenticated" | "failed" | "cancelled") => {
                Ok(UnderWay::Nothing)
            }
            (before, "shown" | "screen-changed" | "closed") => Ok(before),
            (_, name) => Err(name),
        })
}
