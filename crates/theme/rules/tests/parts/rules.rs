//! What a theme says of a part is a rule for it and its state.

use vestibule_theme_rules::Part;

use crate::{dressed, refusal};

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
        "[data-part=last-used]{font-size:12.8px;line-height:1.33}",
        "[data-part=title]{font-family:\"Georgia\",serif;font-size:28px;line-height:1.25;font-weight:400}",
        "[data-part=header]{justify-items:center;text-align:center}",
        "button,[data-part=control],[data-part=strike]{transition:none}",
        "[data-part=logo]{block-size:64px}",
    ] {
        assert!(rules.contains(rule), "{rule} is not in {rules}");
    }
}
