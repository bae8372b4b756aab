//! Where something of the app's own stands around a part; without the feature `slots` the part alone.
//!
//! ## Styling
//!
//! `slot`, around what is the app's: the looks stop at it.

#[cfg(feature = "slots")]
pub(crate) use on::{around_field, footed, header, replaced};

#[cfg(not(feature = "slots"))]
pub(crate) use off::{around_field, footed, header, replaced};

#[cfg(feature = "slots")]
pub(crate) use on::around_group;

#[cfg(all(feature = "modes", not(feature = "slots")))]
pub(crate) use off::around_group;

#[cfg(feature = "slots")]
mod on {
    use vestibule_flow::Field;
    use yew::{AttrValue, Html, html};

    use super::super::{Draw, heading};
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

    fn is_empty(draw: Draw, place: Place) -> bool {
        !draw.slots.has(place)
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

    /// The heading below what the app puts in the place of the logo.
    pub(crate) fn header(draw: Draw, logo: Option<&AttrValue>) -> Html {
        if is_empty(draw, Place::Header) {
            return heading(draw, logo);
        }
        html! { <>{ at(draw, Place::Header) }{ heading(draw, None) }</> }
    }

    /// The body above what stands at the foot.
    pub(crate) fn footed(draw: Draw, body: Html) -> Html {
        if is_empty(draw, Place::Footer) {
            return body;
        }
        html! { <>{ body }{ at(draw, Place::Footer) }</> }
    }

    /// The app's own drawing of this screen, or the widget's.
    pub(crate) fn replaced(draw: Draw, usual: impl FnOnce() -> Html) -> Html {
        let place = Place::Screen(draw.view.screen);
        if is_empty(draw, place) {
            return usual();
        }
        at(draw, place)
    }
}

#[cfg(not(feature = "slots"))]
mod off {
    use vestibule_flow::Field;
    use yew::{AttrValue, Html};

    use super::super::{Draw, heading};
    #[cfg(feature = "modes")]
    use crate::arrangement::Group;

    pub(crate) fn around_field(_draw: Draw, _field: Field, inside: Html) -> Html {
        inside
    }

    #[cfg(feature = "modes")]
    pub(crate) fn around_group(_draw: Draw, _group: Group, inside: Html) -> Html {
        inside
    }

    pub(crate) fn header(draw: Draw, logo: Option<&AttrValue>) -> Html {
        heading(draw, logo)
    }

    pub(crate) fn footed(_draw: Draw, body: Html) -> Html {
        body
    }

    pub(crate) fn replaced(_draw: Draw, usual: impl FnOnce() -> Html) -> Html {
        usual()
    }
}
