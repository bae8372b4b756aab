//! The groups of a screen below its messages: connections, form, links; in the app's order and with what it puts between them.

use yew::{Html, html};

use crate::part::{Draw, connections, divider, form, links, resend};

/// In the order of the widget's own.
#[cfg(not(any(feature = "modes", feature = "slots")))]
pub(super) fn groups(draw: Draw) -> Html {
    html! {
        <>
            { connections(draw) }
            { divider(draw) }
            { form(draw) }
            { resend(draw) }
            { links(draw) }
        </>
    }
}

/// In the order of the app's. Each has a key, so that another order moves what is there, and what is typed with it.
#[cfg(any(feature = "modes", feature = "slots"))]
pub(super) fn groups(draw: Draw) -> Html {
    use crate::arrangement::Group;
    use crate::part::around_group;

    let groups = draw.arrangement.groups();
    let last = groups.iter().rposition(|group| *group != Group::Links);
    let one = |(at, group): (usize, &Group)| {
        let (key, inside) = match group {
            Group::Connections => ("connections", connections(draw)),
            // Nothing at all, so that nothing of the app's stands around it either.
            Group::Form
                if draw.view.fields.is_empty() && draw.view.resend.is_none() && draw.view.terms.is_none() =>
            {
                ("form", Html::default())
            }
            Group::Form => ("form", html! { <>{ form(draw) }{ resend(draw) }</> }),
            Group::Links => ("links", links(draw)),
        };
        let inside = around_group(draw, *group, inside);
        html! {
            <key={key}>
                // Between connections and form, whichever is first.
                if Some(at) == last { { divider(draw) } }
                { inside }
            </>
        }
    };
    html! { <>{ for groups.iter().enumerate().map(one) }</> }
}
