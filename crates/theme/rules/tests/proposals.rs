//! A colour that a message proposes for a part is put where the message says, as it stands, and passes there.

use serde_json::{Value, json};
use vestibule_theme_rules::{Fault, FaultKind, Part, Shortfall, ThemeError, Tokens};

fn read(theme: &Value) -> Result<Tokens, ThemeError> {
    Tokens::from_json(&theme.to_string())
}

fn shortfall(fault: &Fault) -> &Shortfall {
    match &fault.kind {
        FaultKind::Contrast(shortfall) => shortfall,
        _ => panic!("{fault}"),
    }
}

/// The theme with the proposal of a fault where it belongs.
fn with(theme: &Value, fault: &Fault) -> Option<Value> {
    let Shortfall {
        scheme,
        ink,
        state,
        suggestion,
        ..
    } = shortfall(fault);
    let suggestion = suggestion.as_ref()?;
    let mut theme = theme.clone();
    let mut at = &mut theme;
    let own = ["color", "border-color"].contains(ink);
    let (path, key) = match *ink {
        "focus" => (scheme.key().to_owned(), "focus"),
        _ if own => (fault.key.clone(), *ink),
        part => {
            let state = state.map_or_else(String::new, |state| format!(".{state}"));
            (format!("part.{part}{state}"), "color")
        }
    };
    for table in path.split('.') {
        at = &mut at[table];
    }
    at[key] = json!(suggestion);
    Some(theme)
}

/// Takes each first proposal until the theme is taken; says how many it took.
fn mended(theme: &Value) -> usize {
    let mut now = theme.clone();
    for count in 0..40 {
        let Err(error) = read(&now) else {
            return count;
        };
        let proposed = error.faults().iter().find_map(|fault| with(&now, fault));
        now = proposed.unwrap_or_else(|| panic!("nothing is proposed for {theme}: {error}"));
    }
    panic!("{theme} is never mended: {now}");
}

fn dressed(part: Part, state: Option<&str>, colours: &Value) -> Value {
    let dress = state.map_or_else(|| colours.clone(), |state| json!({ state: colours }));
    json!({ "name": "t", "preset": "dawn", "part": { part.key(): dress } })
}

/// Takes each proposal by itself, and sees that what it is for is told no more; says how many there were.
fn each_passes(theme: &Value) -> usize {
    let Err(error) = read(theme) else { return 0 };
    let told = |fault: &Fault| {
        let shortfall = shortfall(fault);
        // A ring is proposed for one scheme, everything else for both.
        let scheme = (shortfall.ink == "focus").then_some(shortfall.scheme);
        (fault.key.clone(), shortfall.ink, shortfall.state, scheme)
    };
    let proposed = error
        .faults()
        .iter()
        .filter_map(|fault| Some((fault, with(theme, fault)?)));
    let passes = proposed.inspect(|(fault, proposed)| {
        let left = read(proposed).err();
        let mut left = left.iter().flat_map(ThemeError::faults);
        let same = left.find(|left| told(left) == told(fault));
        assert!(same.is_none(), "{theme}: {fault}, and then {same:?}");
    });
    passes.count()
}

fn parts_and_states() -> impl Iterator<Item = (Part, Option<&'static str>)> {
    Part::ALL.iter().flat_map(|part| {
        let states = part.states().iter().map(|state| Some(state.key()));
        std::iter::once(None).chain(states).map(|state| (*part, state))
    })
}

#[test]
fn a_colour_that_is_proposed_for_a_part_passes_as_it_stands_in_both_schemes() {
    let mut count = 0;
    for colour in ["#c0b8b0", "#777777", "light-dark(#c0b8b0, #fff)", "surface"] {
        for (part, state) in parts_and_states() {
            let theme = dressed(part, state, &json!({ "color": colour, "border-color": colour }));
            count += each_passes(&theme);
            mended(&theme);
        }
    }
    assert!(count > 300, "{count} proposals");
}

#[test]
fn where_one_colour_passes_in_both_schemes_it_is_proposed_and_two_where_none_does() {
    for (colours, proposed) in [
        (
            json!({ "background": "#111111", "color": "#333333" }),
            "\"#7c7c7c\" passes",
        ),
        (
            json!({ "color": "#c0b8b0" }),
            "\"light-dark(#79746f,#c0b8b0)\" passes",
        ),
    ] {
        let error = read(&dressed(Part::Title, None, &colours)).expect_err("too pale");
        assert!(error.to_string().ends_with(proposed), "{error}");
    }
}

#[test]
fn words_on_the_changed_ground_of_a_part_are_given_colours_that_pass_wherever_they_stand() {
    let grounds =
        parts_and_states().map(|(part, state)| dressed(part, state, &json!({ "background": "#222222" })));
    let count: usize = grounds.map(|theme| each_passes(&theme)).sum();
    assert!(count > 50, "{count} proposals");
    // Links stand on the card too: no one colour is told from both grounds.
    let theme = dressed(
        Part::Notice,
        None,
        &json!({ "background": "#222222", "color": "#ffffff" }),
    );
    let error = read(&theme).expect_err("links").to_string();
    for sentence in [
        "`part.notice`: switch on background has a contrast of 2.07:1 in the light colours and needs 4.5:1; nothing darker \
         or lighter passes, so change the background",
        "`part.notice`: switch.active on background has a contrast of",
    ] {
        assert!(error.contains(sentence), "{error}");
    }
}
