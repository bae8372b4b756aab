//! Words, edges and rings are held against the ground that they are drawn on.

use vestibule_theme_rules::{FaultKind, Tokens};

use crate::{dressed, refusal};

#[test]
fn words_that_cannot_be_read_on_their_part_are_refused_in_each_scheme_and_state() {
    assert_eq!(
        refusal("[part.title]\ncolor = '#c0b8b0'"),
        "line 3, `part.title`: color on background has a contrast of 1.92:1 in the light colours and needs 4.5:1; \
         \"#737370\" passes"
            .replace("#737370", &proposed("[part.title]\ncolor = '#c0b8b0'"))
    );
    let text =
        refusal("[part.submit]\nbackground = '#fff'\ncolor = '#000'\n[part.submit.hover]\ncolor = '#eee'");
    assert!(text.contains("line 6, `part.submit.hover`"), "{text}");
}

#[test]
fn words_edges_and_rings_are_computed_on_the_ground_of_the_part_that_they_stand_in() {
    for (parts, sentence) in [
        (
            "[part.form]\nbackground = '#222222'\ncolor = '#ffffff'\n",
            "`part.form`: hint on background has a contrast of",
        ),
        (
            "[part.header]\nbackground = '#222222'\ncolor = '#ffffff'\n",
            "`part.header`: context on background has a contrast of",
        ),
        (
            "[part.form]\nbackground = '#222222'\ncolor = '#ffffff'\n",
            "`part.form`: control on background has a contrast of",
        ),
        (
            "[part.body]\ncolor = '#c0b8b0'\n",
            "`part.body`: color on background has a contrast of",
        ),
        (
            "[part.root]\nbackground = 'light-dark(#1f4fa8, #a6c1fa)'\n",
            "`part.root`: focus on background has a contrast of 1:1",
        ),
        (
            "[part.notice]\nbackground = 'light-dark(#1f4fa8, #a6c1fa)'\ncolor = 'light-dark(#fff, #000)'\n",
            "`part.notice`: switch on background has a contrast of 1:1",
        ),
        (
            "[part.notice.told]\ncolor = 'light-dark(#ffffff, #000000)'\n",
            "`part.notice.told`: color on background has a contrast of",
        ),
        (
            "[part.control]\nborder-color = 'hairline'\n",
            "`part.control`: border-color on background has a contrast of",
        ),
        (
            "[part.control.focus]\nborder-color = 'none'\n",
            "`part.control.focus`: border-color on background has a contrast of 1:1",
        ),
        (
            "[part.connection]\ncolor = 'light-dark(#737370, #fff)'\nbackground = 'none'\n[part.connection.hover]\nbackground = '#777'\n",
            "`part.connection.hover`: color on background has a contrast of",
        ),
    ] {
        let text = refusal(parts);
        assert!(text.contains(sentence), "{parts}: {text}");
    }
    // Dark and light are each whole.
    dressed(
        "[part.form]\nbackground = 'light-dark(#fff, #000)'\n[part.notice]\nbackground = 'surface'\n\
         [part.control]\nborder-color = 'text'\n[part.notice.told]\ncolor = 'brand'\n",
    );
}

/// The colour that is proposed, once it is seen to pass.
fn proposed(parts: &str) -> String {
    let text = format!("name = 't'\npreset = 'dawn'\n{parts}");
    let error = Tokens::from_toml(&text).expect_err(parts);
    let FaultKind::Contrast(shortfall) = &error.faults()[0].kind else {
        panic!("{error}")
    };
    let colour = shortfall.suggestion.clone().expect("there is one");
    let both = parts.replace("'#c0b8b0'", &format!("'{colour}'"));
    dressed(&both);
    colour
}

#[test]
fn a_colour_and_a_corner_can_be_the_hosts_own_with_a_fallback_that_is_computed() {
    let tokens = dressed(
        "radius = 'var(--radius, 10px)'\n[light]\nbrand = 'var(--primary, #1f4fa8)'\ntext = 'hsl(var(--foreground, 222 47% 11%))'",
    );
    let css = tokens.css();
    for declaration in [
        "--vestibule-brand:light-dark(var(--primary,#1f4fa8),#a6c1fa);",
        "--vestibule-text:light-dark(hsl(var(--foreground,222 47% 11%)),#f4ede5);",
        "--vestibule-radius:var(--radius,10px);",
    ] {
        assert!(css.contains(declaration), "{declaration} is not in {css}");
    }
    let text = refusal("[light]\nmuted = 'var(--muted, #ccc)'");
    assert!(text.contains("`light.muted`: muted on"), "{text}");
    for refused in [
        "var(--muted)",
        "var(muted, #555)",
        "var(--a;b, #555)",
        "hsl(var(--a, 1 2))",
        "hsl(var(--a, 0 0% 30%);x)",
    ] {
        let text = refusal(&format!("[light]\nmuted = '{refused}'"));
        assert!(text.contains("is not a colour"), "{text}");
    }
}

#[test]
fn a_ring_an_edge_and_words_are_asked_for_where_they_are_drawn() {
    // The ring stands outside of a button, a page has the card between, and a ground of its own tells a field.
    dressed("[part.connection]\nbackground = 'brand'\ncolor = 'on-brand'\n");
    dressed("[part.page]\nbackground = 'light-dark(#000, #fff)'\n");
    let text = refusal("[part.control]\nbackground = 'light-dark(#333, #ccc)'\nborder-color = 'none'\n");
    assert!(text.contains("focus") && !text.contains("border-color"), "{text}");
    for (parts, sentence) in [
        (
            "field = 'filled'\n[part.input]\ncolor = 'light-dark(#737373, #949494)'\n",
            "`part.input`: color on background has a contrast of 4.",
        ),
        (
            "field = 'filled'\n[part.control]\nborder-color = 'light-dark(#949391, #6c6967)'\n",
            "`part.control`: border-color on background has a contrast of 2.",
        ),
        (
            "[part.root]\nbackground = 'none'\n[part.page]\nbackground = 'light-dark(#000, #fff)'\n",
            "`part.root`: color on background has a contrast of 1.35:1",
        ),
    ] {
        let text = refusal(parts);
        assert!(text.contains(sentence), "{parts}: {text}");
    }
}
