//! What stands in the page only while somebody, or nobody, is logged in.

use vestibule_flow::Person;
use yew::{Children, Html, Properties, component, html};

use super::provider::use_session;

/// What is drawn, and when not.
#[derive(Clone, PartialEq, Properties)]
pub struct GateProps {
    /// What is drawn.
    #[prop_or_default]
    pub children: Children,
}

/// Draws its children while somebody is logged in.
#[component]
pub fn Authenticated(props: &GateProps) -> Html {
    match use_session().status.who {
        Person::SignedIn(_) => html! { <>{ props.children.clone() }</> },
        Person::Unknown | Person::Nobody(_) => Html::default(),
    }
}

/// Draws its children while it is certain that nobody is logged in; not while that is still being found out.
#[component]
pub fn Anonymous(props: &GateProps) -> Html {
    match use_session().status.who {
        Person::Nobody(_) => html! { <>{ props.children.clone() }</> },
        Person::Unknown | Person::SignedIn(_) => Html::default(),
    }
}
