//! Single parts of the widget, dressed by a theme.

use vestibule_theme_rules::{FaultKind, Part, Tokens};

fn dressed(parts: &str) -> Tokens {
    Tokens::from_toml(&format!("name = 't'\npreset = 'dawn'\n{parts}"))
        .unwrap_or_else(|error| panic!("{parts}: {error}"))
}

fn refusal(parts: &str) -> String {
    let text = format!("name = 't'\npreset = 'dawn'\n{parts}");
    Tokens::from_toml(&text).expect_err(parts).to_string()
}

#[test]
fn a_theme_without_parts_has_no_rules() {
    assert_eq!(dressed("").rules(), "");
}

#[test]
fn what_a_theme_says_of_a_part_is_a_rule_for_that_part_and_its_state() {
    let rules = dressed(
        "[part.title]\ncolor = 'brand'\nsize = '2rem'\nweight = '800'\n\
         [part.connection.focus]\nborder-color = '#000'\n[part.control.invalid]\nborder-width = '2px'\n",
    )
    .rules();
    for rule in [
        "[data-part=title]{font-size:2rem;font-weight:800}",
        "[data-state=invalid] [data-part=control]{border-style:solid;border-width:2px}",
        "@media (forced-colors:none){[data-part=title]{color:var(--vestibule-brand)}\
         [data-part=connections] button:focus-visible{border-color:#000}}",
    ] {
        assert!(rules.contains(rule), "{rule} is not in {rules}");
    }
}

#[test]
fn a_button_with_a_ground_of_its_own_moves_under_the_pointer_all_the_same() {
    let rules = dressed("[part.connection]\nbackground = 'light-dark(#ffe9c7, #3a2a10)'\n").rules();
    assert!(
        rules.contains("button:hover{background:light-dark(#ead5b6,#"),
        "{rules}"
    );
    assert!(rules.contains("button:active{background:light-dark("), "{rules}");
}

#[test]
fn the_main_button_is_dressed_by_its_properties() {
    let tokens = dressed(
        "[part.submit]\nbackground = '#111'\ncolor = '#fff'\nradius = '0'\n[part.submit.hover]\ncolor = '#ff0'",
    );
    let css = tokens.css();
    for declaration in [
        "--vestibule-button:#111;",
        "--vestibule-button-text:#fff;",
        "--vestibule-button-border:#111;",
        "--vestibule-button-hover-text:#ff0;",
    ] {
        assert!(css.contains(declaration), "{declaration} is not in {css}");
    }
    assert_eq!(tokens.rules(), "[data-part=submit]{border-radius:0px}");
}

#[test]
fn a_main_button_at_work_or_in_focus_has_the_colours_that_are_said_over_those_of_the_looks() {
    let rules = dressed(
        "[part.submit.busy]\nbackground = '#111'\ncolor = '#fff'\n[part.submit.focus]\nbackground = 'light-dark(#222, #ddd)'\n",
    )
    .rules();
    for rule in [
        "[data-part=submit]:focus-visible{background:light-dark(#222,#ddd);\
         color:var(--vestibule-button-text);border-color:light-dark(#222,#ddd)}",
        "[data-part=submit][data-state=busy],[data-part=submit][data-state=busy]:hover{background:#111;color:#fff;\
         border-color:#111}",
    ] {
        assert!(rules.contains(rule), "{rule} is not in {rules}");
    }
    let rules = dressed("[part.submit.focus]\nborder-color = '#000'\n").rules();
    assert_eq!(
        rules,
        "@media (forced-colors:none){[data-part=submit]:focus-visible{border-color:#000}}"
    );
}

#[test]
fn every_colour_that_is_said_of_a_part_at_rest_or_in_a_state_of_its_is_drawn() {
    let said = [
        ("background", "light-dark(#fefdfc,#010203)"),
        ("color", "light-dark(#010102,#fdfcfb)"),
        ("border-color", "light-dark(#111213,#efeeed)"),
    ];
    for part in Part::ALL {
        let states = part.states().iter().map(|state| format!(".{}", state.key()));
        for state in std::iter::once(String::new()).chain(states) {
            let colours = said.map(|(key, colour)| format!("{key} = '{colour}'\n")).concat();
            let tokens = dressed(&format!("[part.{}{state}]\n{colours}", part.key()));
            let css = tokens.css() + &tokens.rules();
            for (key, colour) in said {
                assert!(
                    css.contains(colour),
                    "{key} of {}{state} is not in {css}",
                    part.key()
                );
            }
        }
    }
}

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

#[test]
fn a_message_that_only_tells_something_is_dressed_as_messages_are() {
    let rules = dressed("[part.notice]\nbackground = 'surface'\nradius = '0'\n").rules();
    let told = "[data-part=notice][data-state=told]{background:var(--vestibule-surface)}";
    assert!(rules.contains(told), "{rules}");
}

#[test]
fn what_stands_around_and_between_has_names_too() {
    let rules = dressed(
        "[part.page]\nbackground = 'brand-soft'\n[part.last-used]\nradius = '0'\n[part.rule.kept]\ncolor = 'brand'\n\
         [part.status.done]\nbackground = 'surface'\n[part.consent]\nweight = '600'\n",
    )
    .rules();
    for rule in [
        "&[data-part=page]{background:var(--vestibule-brand-soft)}",
        "[data-part=last-used]{border-radius:0px}",
        "[data-part=rule][data-state=kept]{color:var(--vestibule-brand)}",
        "[data-part=status]:not([data-state=quiet])[data-state=done]{background:var(--vestibule-surface)}",
        "[data-part=consent]{font-weight:600}",
    ] {
        assert!(rules.contains(rule), "{rules}");
    }
    let text = refusal("[part.panel]\nbackground = '#fff'\n");
    assert!(text.contains("in the light colours"), "{text}");
    dressed("[part.panel]\nbackground = 'light-dark(#000, #000)'\ncolor = '#fff'\n");
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
fn parts_states_and_keys_that_do_not_exist_are_refused_with_the_nearest_one() {
    for (parts, message) in [
        (
            "[part.titel]\nsize = '20px'",
            "line 3, `part.titel`: unknown key; the nearest known one is `title`",
        ),
        (
            "[part.title]\ncolour = '#000'",
            "line 4, `part.title.colour`: unknown key; the nearest known one is `color`",
        ),
        (
            "[part.title.hover]\ncolor = '#000'",
            "line 3, `part.title.hover`: this part has no such state",
        ),
        (
            "[part.submit]\nclass = 'a\"b'",
            "line 4, `part.submit.class`: \"a\"b\" is not a list of classes; write \"btn btn-primary\", without quotes \
             and braces in it",
        ),
    ] {
        assert_eq!(refusal(parts), message);
    }
}

#[test]
fn a_colour_that_cannot_be_read_is_the_one_fault_of_its_part() {
    assert_eq!(
        refusal("[part.title]\nbackground = '#000'\ncolor = 'white'"),
        "line 5, `part.title.color`: \"white\" is not a colour; write it as \"#1d4e89\", or in a theme file as \
         \"oklch(0.42 0.1 253)\" or the like"
    );
}

#[test]
fn classes_of_the_host_go_with_the_sheet() {
    let sheet = dressed("[part.submit]\nclass = 'btn  btn-primary hover:bg-[#123]'").sheet();
    assert_eq!(
        sheet.classes.as_ref(),
        [(
            "[data-part=submit]".into(),
            "btn btn-primary hover:bg-[#123]".into()
        )]
    );
    // To every element that the part's colours go to.
    let sheet = dressed("[part.connection]\nclass = 'btn'\n[part.page]\nclass = 'wide'").sheet();
    let selectors: Vec<&str> = sheet.classes.iter().map(|(at, _)| at.as_ref()).collect();
    assert_eq!(selectors, ["[data-part=connections] button", "[data-part=page]"]);
}

#[test]
fn tokens_that_few_themes_say_are_rules_of_those_themes() {
    let rules = dressed(
        "width = '480px'\ntext-size = '16px'\ntitle-font = 'Georgia, serif'\ntitle-size = '28px'\ntitle-weight = '400'\n\
         align = 'center'\nfield = 'underlined'\nmotion = 'none'\nlogo-size = '64px'",
    )
    .rules();
    for rule in [
        "&[data-part=root]{inline-size:min(480px,100%)}",
        "&{font-size:16px;line-height:1.47}",
        "[data-part=label],[data-part=links],[data-part=notice],[data-part=status]:not([data-state=quiet])\
         {font-size:14.88px;line-height:1.43}",
        "[data-part=message],[data-part=policy],[data-part=divider]{font-size:13.92px;line-height:1.38}",
        "[data-part=terms]{font-size:13.92px;line-height:1.54}",
        "[data-part=last-used]{font-size:12.8px;line-height:1.67}",
        "[data-part=title]{font-family:\"Georgia\",serif;font-size:28px;line-height:1.25;font-weight:400}",
        "[data-part=header]{justify-items:center;text-align:center}",
        "button,[data-part=control],[data-part=strike]{transition:none}",
        "[data-part=logo]{block-size:64px}",
    ] {
        assert!(rules.contains(rule), "{rule} is not in {rules}");
    }
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
