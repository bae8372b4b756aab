use vestibule::languages::use_language;
use vestibule::{Arrangement, CardStyle, Config, Density, Flash, FlashKind, InitialScreen, Layout, LoginEvent, LoginWidget, Mode, Order, Theme};
use yew::prelude::*;

#[component]
fn App() -> Html {
    let config = Config::new("https://login.example.com/", "my-client-id")
        .initial_screen(InitialScreen::SignUp);
    let on_event = |event: LoginEvent| {
        if let LoginEvent::Authenticated(tokens) = event {
            // Use `tokens.access_token` for the API.
            drop(tokens);
        }
    };
    let arrangement = Arrangement {
        density: Some(Density::Compact),
        card: Some(CardStyle::Flush),
        order: Order::FormLast,
        panel: Some(html! { <h2>{ "Everything in one place" }</h2> }),
        ..Arrangement::default()
    };
    let flash = Flash::new(FlashKind::Info, "You were away for a while. Log in to go on.");
    let words = use_language("languages", Some("pt-BR".into()));
    html! { <LoginWidget {config} {on_event} theme={Theme::DUSK} mode={Some(Mode::Dark)} layout={Layout::Split} {arrangement} words_up_to={0} {flash} {words} /> }
}
