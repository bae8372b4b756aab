//! The login page of the authorization server itself (Auth0's classic Universal Login): a page of the server's own origin, to which an
//! app has sent somebody, and which sends them back by a form.

mod form;
mod page;

pub use form::LoginForm;
pub use page::HostedPage;

use crate::error::{Broken, Failure};
use crate::http::{Body, Credentials, Request, Response};
use crate::issuer::Issuer;
use crate::secret::{Otp, Password};
use crate::{answer, form as urlencoded, json};

const MAX_BYTES: usize = 64 * 1024;

/// Where the answer of a login may lead, besides the members of its form: nowhere but to the server that gave it.
const CALLBACK: &str = "/login/callback";

/// Who logs in, and by what.
#[derive(Debug, Clone, Copy)]
pub struct PasswordLogin<'a> {
    /// The connection.
    pub connection: &'a str,
    /// The user name or mail address.
    pub username: &'a str,
    /// The password.
    pub password: &'a Password,
    /// The code of a second factor, once the server has asked for one.
    pub mfa_code: Option<&'a Otp>,
}

/// `POST {issuer}/usernamepassword/login`.
#[must_use]
pub fn log_in(issuer: &Issuer, page: &HostedPage, login: PasswordLogin<'_>) -> Request {
    let mut members = page.members();
    members.extend([
        ("tenant", page.tenant.as_str()),
        ("connection", login.connection),
        ("username", login.username.trim()),
        ("password", login.password.expose()),
    ]);
    members.extend(login.mfa_code.map(|code| ("mfa_code", code.expose())));
    post(issuer, "/usernamepassword/login", &members)
}

/// The form that a right password is answered with. It goes to the server by the browser, as a form of the page.
pub fn read_log_in(issuer: &Issuer, response: &Response) -> Result<LoginForm, Failure> {
    answer::accepted(response)?;
    let text = std::str::from_utf8(&response.body).map_err(|_| Broken::Html)?;
    let form = (response.body.len() <= MAX_BYTES)
        .then(|| form::read(text))
        .flatten()
        .filter(|form| form.action == issuer.join(CALLBACK));
    Ok(form.ok_or(Broken::Html)?)
}

/// A code from a mail or a text message, and where it was sent.
#[derive(Debug, Clone, Copy)]
pub struct CodeLogin<'a> {
    /// The connection, by its name.
    pub connection: &'a str,
    /// A mail address, or a telephone number in E.164 form.
    pub to: &'a str,
    /// The code.
    pub otp: &'a Otp,
}

impl<'a> CodeLogin<'a> {
    fn members(&self) -> [(&'static str, &'a str); 3] {
        // Every mail address has that sign, and no number.
        let address = if self.to.as_bytes().contains(&b'@') {
            "email"
        } else {
            "phone_number"
        };
        [
            ("connection", self.connection),
            ("verification_code", self.otp.expose()),
            (address, self.to.trim()),
        ]
    }
}

/// `POST {issuer}/passwordless/verify`.
#[must_use]
pub fn verify(issuer: &Issuer, page: &HostedPage, login: CodeLogin<'_>) -> Request {
    let mut members = login.members().to_vec();
    members.push(("client_id", &page.client_id));
    post(issuer, "/passwordless/verify", &members)
}

/// The code is right: the browser may come back with it.
pub fn read_verify(response: &Response) -> Result<(), Failure> {
    answer::accepted(response)
}

/// Where the browser goes with a code that was right. It carries the code, and is for no log.
#[must_use]
pub fn verified_url(issuer: &Issuer, page: &HostedPage, login: CodeLogin<'_>) -> String {
    url(issuer, "/passwordless/verify_redirect", page, &login.members())
}

/// Where the browser goes for a connection with pages of its own.
#[must_use]
pub fn connection_url(
    issuer: &Issuer,
    page: &HostedPage,
    connection: Option<&str>,
    login_hint: Option<&str>,
) -> String {
    let mut own = Vec::new();
    own.extend(connection.map(|name| ("connection", name)));
    own.extend(login_hint.map(|hint| ("login_hint", hint)));
    url(issuer, "/authorize", page, &own)
}

fn url(issuer: &Issuer, path: &str, page: &HostedPage, own: &[(&str, &str)]) -> String {
    let mut pairs = own.to_vec();
    // What the page was asked for gives way to what the person has chosen.
    pairs.extend(
        page.members()
            .into_iter()
            .filter(|(name, _)| own.iter().all(|(chosen, _)| chosen != name)),
    );
    format!("{}?{}", issuer.join(path), urlencoded::encode(&pairs))
}

fn post(issuer: &Issuer, path: &str, members: &[(&str, &str)]) -> Request {
    let body = Body::Json(json::write_texts(members));
    Request {
        credentials: Credentials::Include,
        ..Request::post(issuer.join(path), body)
    }
}

#[cfg(test)]
mod tests;
