//! What a state takes besides what an app writes: the server's choice, the person's doing.

/// One line of words for this state; none where an app has it by what it writes alone.
pub fn besides(screen: &str, state: &str) -> Option<&'static str> {
    let words = match screen {
        "loading" if state == "idle" => "The server's doing: its settings are on their way.",
        "loading" => {
            "The person's doing: they are back from the server's own pages, and the login is being finished."
        }
        "log-in" => return of_log_in(state),
        "corporate" => match state {
            "wrong" => "The person's doing: the password of their company's directory was another.",
            "busy" | "errors" => of_a_form(state)?,
            _ => "The person's doing: their address is of a company whose directory takes the password.",
        },
        "sign-up" => return of_sign_up(state),
        "signed-up" => "The person's doing: the account is created.",
        "forgot-password" => match state {
            "company-address" => {
                "The person's doing: the address is of a company, where its password is changed."
            }
            "idle" => "The server's choice: its database lets a forgotten password be changed.",
            _ => of_a_form(state)?,
        },
        "mail-sent" => "The person's doing: they have asked for a new password.",
        "passwordless" => match state {
            "email" => "The server's choice: its connection for codes by e-mail is switched on.",
            "sms" => "The server's choice: its connection for codes by SMS is switched on.",
            "send-link" | "country" => return None,
            "no-country" => "The browser's doing: its language is of no country in particular.",
            "not-sent" => "The server's doing: the text message could not be sent.",
            "link-elsewhere" => {
                "The person's doing: the link was opened in a browser that had not asked for it."
            }
            _ => of_a_form(state)?,
        },
        "code" => match state {
            "idle" => "The person's doing: they have asked for a code.",
            "complete" => "The person's doing: the last digit is typed.",
            "wrong" | "wrong-code-field" => "The person's doing: the code was another, or too old.",
            _ => of_a_form(state)?,
        },
        "link-sent" if state == "opened-elsewhere" => {
            "The person's doing: the link was opened in another tab."
        }
        "link-sent" => "The person's doing: they have asked for a link.",
        "second-factor" => match state {
            "idle" => "The server's choice: the account has a second factor.",
            "wrong" => "The person's doing: the code was another, or too old.",
            _ => of_a_form(state)?,
        },
        "signed-in" => "The person's doing: they are logged in, and `on_event` has the tokens.",
        "stopped" if state == "retry" => "The server's doing: its settings cannot be reached.",
        "stopped" if state == "request-gone" => {
            "The server's doing: the request for which somebody logs in is over."
        }
        "stopped" => "The app's mistake: what is set up wrong is said on the console.",
        _ => return None,
    };
    Some(words)
}

/// What comes of sending a form, on every screen that has one.
fn of_a_form(state: &str) -> Option<&'static str> {
    let words = match state {
        "busy" | "company-busy" => {
            "The person's doing: the form is sent, and the server has not answered yet."
        }
        "busy-again" => "The person's doing: the form is sent once more after it was refused.",
        "errors" | "missing" | "missing-email" | "missing-name" | "missing-phone" | "not-an-email"
        | "not-a-phone" | "not-a-code" | "too-short" | "too-long" | "fields-wrong" | "fields-errors"
        | "tick-errors" | "providers-tick" => "The person's doing: the form was sent like this.",
        _ => return None,
    };
    Some(words)
}

fn of_log_in(state: &str) -> Option<&'static str> {
    let words = match state {
        "plain" | "links" | "providers-terms" => return None,
        "idle" => "The server's choice: which connections are switched on, and what its database allows.",
        "one" | "only-social" | "only-one" | "only-company" => {
            "The server's choice: these connections are switched on; the config can only leave some out."
        }
        "only-domain" => {
            "The server's choice: the connection of this company is switched on, and has no name to show."
        }
        "four" | "six" | "seven" | "sixty" | "every-provider" | "social-and-company" => {
            "The server's choice: so many connections are switched on; `connections` in the config names fewer."
        }
        "name" => "The server's choice: its database has user names.",
        "company" => "The person's doing: their address is of a company, which has login pages of its own.",
        "no-second-factor" => "The server's choice: it asks for a second factor, and the account has none.",
        "unknown" => {
            "The server's choice: there are companies alone. The person's doing: their address is of none of them."
        }
        "popup" | "leaving" => "The person's doing: the button of a connection was pressed.",
        "avatar" => "The person's doing: their address is typed, and the app knows it.",
        "picture" => "The server's choice: it asks with a picture of its own.",
        "sum" => "The server's choice: it asks with a sum of its own.",
        "riddle" => {
            "The server's choice: it asks with this provider. The person's doing: the form was sent without an answer."
        }
        "picture-wrong" | "captcha-wrong" => {
            "The server's choice: it asks with a picture of its own. The person's doing: the answer was another."
        }
        "captcha-failed" => "The browser's doing: the script of the captcha did not come.",
        "captcha-unsolvable" => "The server's choice: it asks with a provider that `captchas` does not name.",
        "wrong" | "wrong-name" => "The person's doing: the name or the password was another.",
        "given-up" => "The person's doing: the login was given up or refused at the provider.",
        "popup-closed" => "The person's doing: the popup was closed too soon.",
        "said" => "The person's doing: the form was sent. The server can refuse in words of its own, too.",
        "misconfigured" => "The app's mistake: what is set up wrong is said on the console.",
        "popup-blocked" => "The browser's doing: it has blocked the popup.",
        "popup-unreachable" => "The browser's doing: the popup cannot speak with this page.",
        "begun-elsewhere" => {
            "The browser's doing: the login that it comes back from was begun in another tab or browser."
        }
        "no-storage" => "The browser's doing: its storage refuses.",
        "elsewhere" => "The browser's doing: it keeps the server's cookies out of this page.",
        "unreachable" | "timed-out" => {
            "The network's doing: the server cannot be reached, or does not answer."
        }
        "server-fault" | "broken-response" => "The server's doing: it has a fault of its own.",
        "refused"
        | "locked"
        | "too-many-tries"
        | "too-many-tries-second"
        | "too-many-tries-hour"
        | "account-blocked"
        | "password-change"
        | "password-change-link"
        | "password-unusable"
        | "password-leaked" => {
            "The server's choice: it refuses the login, for the reason that the message gives."
        }
        _ => of_a_form(state)?,
    };
    Some(words)
}

fn of_sign_up(state: &str) -> Option<&'static str> {
    let words = match state {
        "terms" | "tick" | "fields" => return None,
        "idle" => "The server's choice: its database takes new accounts, and user names with them.",
        "typed" => "The person's doing: this is how the password stands against the policy so far.",
        "said" => "The person's doing: the form was sent. The server can refuse in words of its own, too.",
        "refused"
        | "refused-alone"
        | "address-taken"
        | "in-use"
        | "username-taken"
        | "taken"
        | "password-weak"
        | "password-weak-field"
        | "password-leaked" => {
            "The server's choice: it refuses the account, for the reason that the message gives."
        }
        policy if policy.starts_with("policy-") => {
            "The server's choice: the policy of its database for new passwords."
        }
        _ => of_a_form(state)?,
    };
    Some(words)
}
