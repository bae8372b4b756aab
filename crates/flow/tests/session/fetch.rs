//! The app's own requests, and the server's user info: with a token, once more with a fresh one, and to no other origin.

use vestibule_flow::{
    ApiRequest, LoginError, NetworkFault, Resolved, SessionError, Storage, Ticket, WhyLogin, Wish,
};
use vestibule_protocol::{Broken, RefusalCode};

use crate::session_world::{API, ORIGIN, World, config, is_request_to, json, text};

fn fetch(world: &mut World, ticket: u32, url: &str) {
    world.wish(0, Wish::Fetch(Ticket(ticket), Box::new(ApiRequest::get(url))));
}

fn status_of(world: &World, ticket: u32) -> u16 {
    match world.answered(0, ticket) {
        Some(Ok(Resolved::Response(response))) => response.status,
        other => panic!("no response but {other:?}"),
    }
}

#[test]
fn a_token_goes_to_the_apps_own_origins() {
    for (url, sent_to) in [
        ("https://api.example.com/notes", "https://api.example.com/notes"),
        (
            "https://api.example.com/notes?a=b#c",
            "https://api.example.com/notes?a=b",
        ),
        ("https://api.example.com", "https://api.example.com"),
        (
            "HTTPS://API.example.com:443/notes",
            "HTTPS://API.example.com:443/notes",
        ),
        ("/notes", "https://app.example.com/notes"),
        (
            "/notes?next=//evil.example#top",
            "https://app.example.com/notes?next=//evil.example",
        ),
        ("https://app.example.com/notes", "https://app.example.com/notes"),
    ] {
        let mut world = World::signed_in(&config(Storage::Memory));
        fetch(&mut world, 1, url);
        assert_eq!(status_of(&world, 1), 200, "{url}");
        assert_eq!(world.server.requests[0].url, sent_to);
        assert!(
            world.server.requests[0]
                .header("authorization")
                .expect("a token")
                .starts_with("Bearer AT-")
        );
    }
}

#[test]
fn no_token_goes_to_any_other_place() {
    for url in [
        "https://evil.example/notes",
        "http://api.example.com/notes",
        "https://api.example.com:8443/notes",
        "https://api.example.com.evil.example/",
        "https://api.example.com@evil.example/",
        "https://app.example.com:x@evil.example/",
        "https://api.example.com\\@evil.example/",
        "https:\\\\api.example.com/",
        "https:/api.example.com/",
        "//evil.example/notes",
        "//api.example.com/notes",
        "/\\evil.example/notes",
        "\\\\evil.example/notes",
        "notes",
        "",
        "javascript:alert(1)",
        "data:text/plain,x",
        "blob:https://api.example.com/x",
        " https://api.example.com/notes",
    ] {
        let mut world = World::signed_in(&config(Storage::Memory));
        fetch(&mut world, 1, url);
        assert!(
            matches!(world.error(0, 1), SessionError::ForeignOrigin(_)),
            "{url}"
        );
        assert!(world.server.requests.is_empty(), "{url}");
    }
}

#[test]
fn a_refusal_names_the_origin_to_add_and_nothing_of_the_query() {
    let mut world = World::signed_in(&config(Storage::Memory));
    fetch(&mut world, 1, "https://notes.example.com/x?secret=1");
    let foreign = SessionError::ForeignOrigin("https://notes.example.com".into());
    assert_eq!(world.error(0, 1), foreign);
    fetch(&mut world, 2, "//notes.example.com/x?secret=1#secret");
    assert!(!world.error(0, 2).to_string().contains("secret"));
}

#[test]
fn a_refused_token_is_renewed_and_the_request_goes_out_once_more() {
    let mut world = World::signed_in(&config(Storage::Memory));
    world.ask(0, 1);
    world
        .server
        .stale
        .push(world.token(0, 1).token.expose().to_owned());
    let request = ApiRequest::new("POST", format!("{API}/notes")).json(r#"{"text":"hello"}"#);
    world.wish(0, Wish::Fetch(Ticket(2), Box::new(request)));
    assert_eq!(status_of(&world, 2), 200);
    let sent = world.server.sent_to("/notes");
    assert_eq!(sent.len(), 2);
    assert!(
        sent.iter()
            .all(|sent| sent.method == "POST" && sent.header("content-type") == Some("application/json"))
    );
    assert_ne!(sent[0].header("authorization"), sent[1].header("authorization"));
    assert_eq!(world.server.refreshes().len(), 1);
}

#[test]
fn a_second_refusal_is_the_answer() {
    let mut world = World::signed_in(&config(Storage::Memory));
    for _ in 0..5 {
        world.server.instead("/notes", text(401, ""));
    }
    fetch(&mut world, 1, &format!("{API}/notes"));
    assert_eq!(status_of(&world, 1), 401);
    assert_eq!(world.server.sent_to("/notes").len(), 2);
    assert_eq!(world.server.refreshes().len(), 1);
}

#[test]
fn any_other_answer_is_the_apps_business() {
    for status in [200, 204, 302, 400, 403, 404, 429, 500] {
        let mut world = World::signed_in(&config(Storage::Memory));
        world.server.instead("/notes", text(status, "whatever"));
        fetch(&mut world, 1, &format!("{API}/notes"));
        assert_eq!(status_of(&world, 1), status);
        assert_eq!(world.server.sent_to("/notes").len(), 1);
    }
}

#[test]
fn the_headers_of_a_token_are_the_sessions_to_set() {
    let mut world = World::signed_in(&config(Storage::Memory));
    let mut request = ApiRequest::get(format!("{API}/notes"));
    for name in ["Authorization", "authorization", "DPoP"] {
        request.headers.push((name.into(), "the app's own".into()));
    }
    world.wish(0, Wish::Fetch(Ticket(1), Box::new(request)));
    let sent = &world.server.requests[0];
    assert_eq!(sent.headers.len(), 1);
    assert!(
        sent.header("authorization")
            .expect("a token")
            .starts_with("Bearer AT-")
    );
}

#[test]
fn nobody_logged_in_sends_nothing() {
    let mut world = World::new(&config(Storage::Memory));
    world.forget();
    fetch(&mut world, 1, &format!("{API}/notes"));
    world.wish(0, Wish::UserInfo(Ticket(2)));
    for ticket in [1, 2] {
        assert_eq!(
            world.error(0, ticket),
            SessionError::LoginRequired(WhyLogin::Anonymous)
        );
    }
    assert!(world.server.requests.is_empty());
}

#[test]
fn a_request_that_was_not_sent_before_the_logout_is_not_sent_after_it() {
    let mut world = World::signed_in(&config(Storage::Tab));
    world.hold = |effect| is_request_to(effect, "openid-configuration");
    world.go(0, crate::session_world::PAGE);
    world.wish(0, Wish::UserInfo(Ticket(1)));
    world.log_out(0, vestibule_flow::LogOut::Local);
    assert_eq!(
        world.error(0, 1),
        SessionError::LoginRequired(WhyLogin::Anonymous)
    );
    world.release();
    assert!(world.server.sent_to("/userinfo").is_empty());
}

#[test]
fn user_info_is_about_the_person_who_is_logged_in() {
    let mut world = World::signed_in(&config(Storage::Memory));
    world.wish(0, Wish::UserInfo(Ticket(1)));
    match world.answered(0, 1) {
        Some(Ok(Resolved::UserInfo(claims))) => {
            assert_eq!(claims.get("name").and_then(|name| name.as_str()), Some("Ada"));
        }
        other => panic!("{other:?}"),
    }
    world.server.userinfo_sub = Some("auth0|2");
    world.wish(0, Wish::UserInfo(Ticket(2)));
    let mismatch = LoginError::Broken(Broken::SubjectMismatch);
    assert_eq!(world.error(0, 2), SessionError::Login(mismatch));
}

#[test]
fn user_info_that_is_refused_broken_or_lost_is_said_to_be() {
    let no_sub = json(200, &serde_json::json!({ "name": "Ada" }));
    for (answer, error) in [
        (
            text(403, ""),
            LoginError::Refused(RefusalCode::Other("http_403".into())),
        ),
        (text(200, "<html>"), LoginError::Broken(Broken::Html)),
        (no_sub, LoginError::Broken(Broken::MissingMember("sub"))),
        (
            Err(NetworkFault::TimedOut),
            LoginError::Network(NetworkFault::TimedOut),
        ),
    ] {
        let mut world = World::signed_in(&config(Storage::Memory));
        world.server.instead("/userinfo", answer);
        world.wish(0, Wish::UserInfo(Ticket(1)));
        assert_eq!(world.error(0, 1), SessionError::Login(error));
    }
}

#[test]
fn user_info_waits_for_the_server_to_tell_where_it_is() {
    for (times, is_told) in [(1, true), (3, false)] {
        let mut world = World::signed_in(&config(Storage::Tab));
        for _ in 0..times {
            world
                .server
                .instead("/.well-known/openid-configuration", Err(NetworkFault::TimedOut));
        }
        world.go(0, crate::session_world::PAGE);
        world.wish(0, Wish::UserInfo(Ticket(1)));
        assert_eq!(world.answered(0, 1).expect("an answer").is_ok(), is_told);
    }
    assert_eq!(ORIGIN, "https://app.example.com");
}
