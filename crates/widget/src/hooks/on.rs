//! The trait that an app implements, and its answers on their way back to the machine.

use std::fmt;
use std::pin::Pin;
use std::rc::Rc;

use vestibule_flow::{Avatar, Choice, Field, No, Question, Reply, Step, TokenSet, Typed, View};
use yew::platform::spawn_local;

/// An answer that may take its time. The form stands still until it is there.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// Makes an answer of a future.
pub fn later<T>(answer: impl Future<Output = T> + 'static) -> Later<T> {
    Box::pin(answer)
}

/// A step that is about to be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// The step.
    pub step: Step,
    /// The connection whose button was pressed.
    pub connection: Option<String>,
    /// What stands in the form, without passwords and codes.
    pub values: Vec<(Field, Typed)>,
}

impl Before {
    /// What stands in a field; nothing where the form has none of this kind.
    #[must_use]
    pub fn value(&self, field: Field) -> &str {
        let found = self.values.iter().find(|(name, _)| *name == field);
        found.map_or("", |(_, typed)| typed.expose())
    }
}

/// What an app may have a word about. Every method does nothing unless it is written anew.
///
/// ```
/// use vestibule::flow::{No, Step};
/// use vestibule::hooks::{Before, Hooks, Later, later};
///
/// struct OfficeHours;
///
/// impl Hooks for OfficeHours {
///     fn before(&self, before: Before) -> Later<Result<(), No>> {
///         later(async move {
///             match before.step {
///                 Step::SignUp => Err(No::saying("We take new customers from Monday to Friday.")),
///                 _ => Ok(()),
///             }
///         })
///     }
/// }
/// ```
///
/// `<LoginWidget hooks={AppHooks::new(OfficeHours)} />` then asks it.
pub trait Hooks {
    /// May this step be taken? Every check of the form has passed, and nothing has gone out.
    fn before(&self, before: Before) -> Later<Result<(), No>> {
        let _ = before;
        later(async { Ok(()) })
    }

    /// May it count? It is done at the server, and the app has not heard of it by an event yet. Refused, a login is not
    /// told, and its tokens are gone; the server's own session stays.
    fn after(&self, step: Step, tokens: Option<Box<TokenSet>>) -> Later<Result<(), No>> {
        let _ = (step, tokens);
        later(async { Ok(()) })
    }

    /// Which connection does somebody log in by, by its name; or, with an address, which database has the account that is created,
    /// or that a new password is for? None leaves it to the config.
    fn resolve(&self, username: Typed) -> Later<Option<String>> {
        let _ = username;
        later(async { None })
    }

    /// What may one of the app's own fields be filled in with?
    fn prefill(&self, field: &'static str) -> Later<Option<String>> {
        let _ = field;
        later(async { None })
    }

    /// What can be chosen in one of the app's own fields?
    fn choices(&self, field: &'static str) -> Later<Vec<Choice>> {
        let _ = field;
        later(async { Vec::new() })
    }

    /// Whose picture and name may stand above the form? Nothing of it leaves the app unless this does it.
    fn avatar(&self, who: Typed) -> Later<Option<Avatar>> {
        let _ = who;
        later(async { None })
    }

    /// Changes what is about to be drawn: leaves out buttons, reorders them, changes a title's subject. What stands in the
    /// page is never changed after.
    fn transform(&self, view: &mut View) {
        let _ = view;
    }
}

/// An app's hooks, as a prop of the widget. Two are equal when they are the same value.
///
/// They are there from the first drawing on, as a config is; with the cargo feature `live-config` they may come later, and are asked from then on
/// before and after each step.
#[derive(Clone, Default)]
pub struct AppHooks(Option<Rc<dyn Hooks>>);

impl AppHooks {
    /// Hooks for a widget. Make them once, outside of what is drawn again: by `use_memo`, or a static app state.
    #[must_use]
    pub fn new(hooks: impl Hooks + 'static) -> Self {
        Self(Some(Rc::new(hooks)))
    }

    pub(crate) const fn is_some(&self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn answer(&self, question: Question, done: impl FnOnce(Reply) + 'static) {
        let Some(hooks) = self.0.clone() else {
            return done(Reply::GoOn);
        };
        spawn_local(async move { done(ask(&*hooks, question).await) });
    }

    pub(crate) fn transform(&self, view: &mut View) {
        if let Some(hooks) = &self.0 {
            hooks.transform(view);
        }
    }
}

impl PartialEq for AppHooks {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(ours), Some(theirs)) => Rc::ptr_eq(ours, theirs),
            (None, None) => true,
            _ => false,
        }
    }
}

impl fmt::Debug for AppHooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_some() {
            "AppHooks(..)"
        } else {
            "AppHooks"
        })
    }
}

async fn ask(hooks: &dyn Hooks, question: Question) -> Reply {
    match question {
        Question::Before {
            step,
            connection,
            values,
        } => {
            let before = Before {
                step,
                connection,
                values,
            };
            let who = if step == Step::LogIn {
                Field::Username
            } else {
                Field::Email
            };
            let username = Typed::new(before.value(who));
            let by_name = matches!(step, Step::LogIn | Step::SignUp | Step::ResetPassword);
            let resolves = by_name && before.connection.is_none();
            match hooks.before(before).await {
                Err(no) => Reply::Refuse(no),
                Ok(()) if resolves => hooks.resolve(username).await.map_or(Reply::GoOn, Reply::Use),
                Ok(()) => Reply::GoOn,
            }
        }
        Question::After { step, tokens } => match hooks.after(step, tokens).await {
            Ok(()) => Reply::GoOn,
            Err(no) => Reply::Refuse(no),
        },
        Question::Prefill(field) => hooks.prefill(field).await.map_or(Reply::GoOn, Reply::Prefill),
        Question::Choices(field) => Reply::Choices(hooks.choices(field).await),
        Question::Avatar(who) => hooks.avatar(who).await.map_or(Reply::GoOn, Reply::Avatar),
    }
}
