//! Where something of the app's own stands around a part; without the feature `slots` the part alone.
//!
//! ## Styling
//!
//! `slot`, around what is the app's: the looks stop at it.

#[cfg(feature = "slots")]
pub(crate) use on::{around_field, sections};

#[cfg(not(feature = "slots"))]
pub(crate) use off::{around_field, sections};

#[cfg(feature = "slots")]
pub(crate) use on::around_group;

#[cfg(all(feature = "modes", not(feature = "slots")))]
pub(crate) use off::around_group;

#[cfg(feature = "slots")]
mod on {
    use vestibule_flow::Field;
    use yew::{AttrValue, Html, html};

    use super::super::{Draw, alert, heading, status};
    use crate::arrangement::Group;
    use crate::slots::Place;

    /// What is at a place, drawn.
    fn at(draw: Draw, place: Place) -> Html {
        html! {
            for each in draw.slots.at(place, draw.context) {
                <div data-part="slot">{ each }</div>
            }
        }
    }

    pub(crate) fn around_field(draw: Draw, field: Field, inside: Html) -> Html {
        html! {
            <key={field.name()}>
                { at(draw, Place::BeforeField(field)) }
                { inside }
                { at(draw, Place::AfterField(field)) }
            </>
        }
    }

    /// A group that is not drawn has nothing around it either.
    pub(crate) fn around_group(draw: Draw, group: Group, inside: Html) -> Html {
        if inside == Html::default() {
            return inside;
        }
        html! {
            <>
                { at(draw, Place::BeforeGroup(group)) }
                { inside }
                { at(draw, Place::AfterGroup(group)) }
            </>
        }
    }

    /// A card from top to bottom, or the app's own drawing of the screen: the live regions stay whoever draws the rest.
    pub(crate) fn sections(draw: Draw, logo: Option<&AttrValue>, body: impl FnOnce() -> Html) -> Html {
        let whole = Place::Screen(draw.view.screen);
        let (above, below) = if draw.slots.has(whole) {
            (Html::default(), at(draw, whole))
        } else {
            // What the app puts above stands in the place of the logo.
            let logo = logo.filter(|_| !draw.slots.has(Place::Header));
            (
                html! { <>{ at(draw, Place::Header) }{ heading(draw, logo) }</> },
                html! { <>{ body() }{ at(draw, Place::Footer) }</> },
            )
        };
        html! { <>{ above }{ alert(draw) }{ status(draw) }{ below }</> }
    }
}

#[cfg(not(feature = "slots"))]
mod off {
    use vestibule_flow::Field;
    use yew::{AttrValue, Html, html};

    use super::super::{Draw, alert, heading, status};
    #[cfg(feature = "modes")]
    use crate::arrangement::Group;

    pub(crate) fn around_field(_draw: Draw, _field: Field, inside: Html) -> Html {
        inside
    }

    #[cfg(feature = "modes")]
    pub(crate) fn around_group(_draw: Draw, _group: Group, inside: Html) -> Html {
        inside
    }

    pub(crate) fn sections(draw: Draw, logo: Option<&AttrValue>, body: impl FnOnce() -> Html) -> Html {
        html! { <>{ heading(draw, logo) }{ alert(draw) }{ status(draw) }{ body() }</> }
    }
}
