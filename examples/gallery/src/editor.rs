//! A theme file, judged while it is written.

use vestibule_theme::{Scheme, Theme, ThemeError, Tokens, pairs::PAIRS};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// The themes that are here, to begin with.
const FILES: [(&str, &str); 13] = [
    ("dawn", include_str!("../../../themes/dawn.toml")),
    ("dusk", include_str!("../../../themes/dusk.toml")),
    ("contrast", include_str!("../../../themes/contrast.toml")),
    ("print", include_str!("../../../themes/print.toml")),
    ("moss", include_str!("../../../themes/moss.toml")),
    ("bloom", include_str!("../../../themes/bloom.toml")),
    ("slate", include_str!("../../../themes/slate.toml")),
    ("terminal", include_str!("../../../themes/terminal.toml")),
    ("harbor", include_str!("../../../themes/harbor.toml")),
    ("poster", include_str!("../../../themes/poster.toml")),
    ("shadcn", include_str!("../../../themes/shadcn.toml")),
    ("bootstrap", include_str!("../../../themes/bootstrap.toml")),
    ("material", include_str!("../../../themes/material.toml")),
];

/// The name of the file that is saved, whatever the theme in it is called: the lines of Rust read it by this one.
pub const OURS: &str = "ours.toml";

/// The text of a theme's file.
pub fn file_of(name: &str) -> &'static str {
    FILES
        .iter()
        .find(|(known, _)| *known == name)
        .map_or(FILES[0].1, |(_, text)| text)
}

#[derive(Clone, PartialEq, Properties)]
pub struct EditorProps {
    /// The name of the theme to begin with.
    pub from: AttrValue,
    /// Gets each theme that passes.
    pub passes: Callback<Theme>,
}

/// A text field with the file, its verdicts, and a link that saves it.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let text = use_state(|| file_of(&props.from).to_owned());
    let read = Tokens::from_toml(&text);
    use_effect_with((*text).clone(), {
        let (passes, theme) = (props.passes.clone(), read.as_ref().ok().cloned().map(Theme::from));
        move |text| {
            // A file as it is here is shown under its own name.
            let is_own = FILES.iter().all(|(_, file)| file != text);
            if let Some(theme) = theme.filter(|_| is_own) {
                passes.emit(theme);
            }
        }
    });
    let oninput = {
        let text = text.setter();
        move |event: InputEvent| text.set(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    };
    let begin = {
        let (text, from) = (text.setter(), props.from.clone());
        move |_| text.set(file_of(&from).to_owned())
    };
    let href = format!(
        "data:text/plain;charset=utf-8,{}",
        String::from(js_sys::encode_uri_component(&text))
    );
    html! {
        <section class="editor" aria-labelledby="editor-title">
            <h2 id="editor-title">{ "Theme" }</h2>
            <label for="theme-file">{ "A theme file: what passes is shown at once" }</label>
            <textarea id="theme-file" spellcheck="false" rows="16" value={(*text).clone()} {oninput} aria-describedby="verdict" />
            <div class="row">
                <a {href} download={OURS} id="save">{ format!("Save {OURS}") }</a>
                <button type="button" onclick={begin}>{ format!("Begin again from {}", props.from) }</button>
            </div>
            <div id="verdict" role="status">{ verdict(&read) }</div>
            if let Ok(tokens) = &read { { pairs(tokens) } }
        </section>
    }
}

fn verdict(read: &Result<Tokens, ThemeError>) -> Html {
    match read {
        Ok(tokens) => {
            html! { <p data-verdict="passes">{ format!("`{}` passes: every pair can be told apart.", tokens.name()) }</p> }
        }
        Err(error) => html! {
            <ul data-verdict="fails">
                for fault in error.faults() {
                    <li>
                        { fault.line.map(|line| format!("Line {line}: ")) }
                        if !fault.key.is_empty() { <code>{ fault.key.clone() }</code>{ ": " } }
                        { fault.kind.to_string() }
                    </li>
                }
            </ul>
        },
    }
}

/// Every pair with how well it can be told apart, the closest first.
fn pairs(tokens: &Tokens) -> Html {
    let mut rows: Vec<_> = PAIRS
        .iter()
        .flat_map(|pair| {
            Scheme::ALL.map(|scheme| {
                let ratio = pair.ratio(scheme, tokens.palette(scheme));
                (ratio / pair.need.ratio(), ratio, scheme, pair)
            })
        })
        .collect();
    rows.sort_by(|one, other| one.0.total_cmp(&other.0));
    html! {
        <details>
            <summary>{ format!("{} pairs, in the light and in the dark", PAIRS.len()) }</summary>
            <table>
                <thead><tr><th>{ "what" }</th><th>{ "on" }</th><th>{ "in" }</th><th>{ "ratio" }</th><th>{ "needs" }</th></tr></thead>
                <tbody>
                    for (_, ratio, scheme, pair) in rows {
                        <tr>
                            <td>{ pair.ink.key() }</td><td>{ pair.ground.key() }</td><td>{ scheme.key() }</td>
                            <td>{ format!("{ratio:.2}") }</td><td>{ format!("{}", pair.need.ratio()) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </details>
    }
}
