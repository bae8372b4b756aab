//! What is kept of a story, and what must hold of every story: no panic, no violation, no secret where none belongs.

mod places;
mod secrets;

use std::sync::{Arc, Mutex, PoisonError};

pub use places::{Front, Place};
pub use secrets::Secrets;

/// What the browsers of a story leave behind.
pub type Notes = Arc<Mutex<Left>>;

/// What browsers left behind when they were closed.
#[derive(Debug, Default)]
pub struct Left {
    /// Lines from their consoles.
    console: Vec<String>,
    /// The last page of each.
    pages: Vec<Page>,
}

/// A page as it stood at the end.
#[derive(Debug)]
pub struct Page {
    /// What stood in the address bar.
    pub address: String,
    /// The whole document, as markup.
    pub markup: String,
}

/// Notes what a browser leaves behind.
pub fn note(notes: &Notes, console: Vec<String>, page: Option<Page>) {
    let mut left = notes.lock().unwrap_or_else(PoisonError::into_inner);
    left.console.extend(console);
    left.pages.extend(page);
}

/// What must not be in what browsers left behind: a panic, a violation of the policy or a secret on the console, a secret
/// in a page as it stood at the end or in its address. `front` is what the app's own address may carry.
pub fn faults_left(notes: &Notes, secrets: &Secrets, front: Front) -> Vec<String> {
    let left = notes.lock().unwrap_or_else(PoisonError::into_inner);
    let mut faults = Vec::new();
    for line in &left.console {
        for bad in [
            "panicked at",
            "Content Security Policy",
            "TrustedHTML",
            "RuntimeError",
        ] {
            if line.contains(bad) {
                faults.push(format!("{bad} on the console: {line}"));
            }
        }
        let bare: Vec<String> = line.split(' ').map(|word| without_front(word, front)).collect();
        faults.extend(found(secrets, &bare.join(" "), "on the console"));
    }
    for page in &left.pages {
        let place = Place::of(&page.address);
        faults.extend(found(
            secrets,
            &place.bare(front.at_the_end()),
            "in the address bar",
        ));
        // The outbox is there to show codes.
        if place.path() != "/dev/outbox" {
            faults.extend(found(secrets, &page.markup, "in the page as it was left"));
        }
    }
    faults
}

/// A word of the console, less what an address may carry: the browser's own warnings name the page's.
fn without_front(word: &str, front: Front) -> String {
    if word.contains("://") {
        Place::of(word).bare(front)
    } else {
        word.to_owned()
    }
}

/// The addresses of requests that carry a secret where the protocol puts none.
pub fn faults_in_addresses(addresses: &[String], secrets: &Secrets) -> Vec<String> {
    let bare = addresses
        .iter()
        .map(|address| Place::of(address).bare(Front::Bare));
    bare.filter_map(|bare| found(secrets, &bare, "in the address of a request"))
        .collect()
}

fn found(secrets: &Secrets, text: &str, place: &str) -> Option<String> {
    let kind = secrets.found_in(text)?;
    Some(format!("{kind} {place}: {text}"))
}

#[cfg(test)]
mod tests {
    use super::{Front, Notes, Page, Secrets, faults_in_addresses, faults_left, note};

    fn secrets() -> Secrets {
        let mut secrets = Secrets::default();
        secrets.learn_code("123456");
        secrets.learn_from_answer("", br#"{"access_token":"to.ke.n"}"#);
        secrets
    }

    fn faults(console: &str, address: &str, markup: &str) -> Vec<String> {
        let notes = Notes::default();
        let page = Page {
            address: address.to_owned(),
            markup: markup.to_owned(),
        };
        note(&notes, vec![console.to_owned()], Some(page));
        faults_left(&notes, &secrets(), Front::Bare)
    }

    #[test]
    fn a_secret_is_a_fault_on_the_console_in_the_page_and_in_its_address() {
        assert_eq!(
            faults("all is well", "http://localhost/", "<p>123</p>"),
            Vec::<String>::new()
        );
        for (console, address, markup, fault) in [
            ("INFO to.ke.n", "", "", "an access token on the console"),
            ("panicked at src/lib.rs", "", "", "panicked at on the console"),
            (
                "",
                "http://localhost/?x=123456",
                "",
                "a one-time code in the address bar",
            ),
            (
                "",
                "http://localhost/",
                "<i title='to.ke.n'>",
                "an access token in the page",
            ),
        ] {
            let faults = faults(console, address, markup);
            assert!(
                matches!(&faults[..], [only] if only.starts_with(fault)),
                "{faults:?}"
            );
        }
    }

    #[test]
    fn the_outbox_may_show_the_codes_that_went_out() {
        let outbox = "http://localhost:4400/dev/outbox";
        assert_eq!(faults("", outbox, "Your code is 123456."), Vec::<String>::new());
    }

    #[test]
    fn a_secret_is_a_fault_in_the_address_of_a_request() {
        let addresses = ["/userinfo?access_token=to.ke.n", "/?a=b"].map(str::to_owned);
        let faults = faults_in_addresses(&addresses, &secrets());
        assert_eq!(faults.len(), 1, "{faults:?}");
    }
}
