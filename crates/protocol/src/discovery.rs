//! The server's metadata (OpenID Connect Discovery §3 and §4, RFC 8414).

mod features;

pub use features::{Features, read_features};

use crate::endpoint;
use crate::error::{Broken, Failure, Mismatch};
use crate::http::{Request, Response};
use crate::issuer::Issuer;
use crate::json::{Object, Value};
use crate::quoted::Quoted;
use crate::{answer, json};

const MAX_BYTES: usize = 128 * 1024;

/// What the server says about itself, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// The issuer, exactly the configured one.
    pub issuer: Issuer,
    /// Where a browser goes to log in.
    pub authorization_endpoint: String,
    /// Where a code becomes tokens.
    pub token_endpoint: String,
    /// Where the signing keys are.
    pub jwks_uri: String,
    /// Where the claims of an access token's person are.
    pub userinfo_endpoint: Option<String>,
    /// Where a browser goes to log out (OpenID Connect RP-Initiated Logout).
    pub end_session_endpoint: Option<String>,
    /// Whether every authorization response carries `iss` (RFC 9207 §3).
    pub iss_parameter_supported: bool,
    /// The response modes, where the server lists them.
    pub response_modes_supported: Option<Vec<String>>,
    /// The algorithms that may sign an ID token, where the server lists them.
    pub id_token_algorithms: Option<Vec<String>>,
}

/// What is wrong with the server's metadata.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MetadataError {
    /// The metadata is another issuer's (OpenID Connect Discovery §4.3).
    #[error("the metadata is of another issuer: {0}")]
    Issuer(Mismatch),
    /// The issuers differ in the slash at their end alone; configure it as the server writes it.
    #[error("the issuer lacks or has a slash at its end; configure it as the server writes it: {}", Quoted(&.0.got))]
    IssuerTrailingSlash(Mismatch),
    /// An endpoint is neither https nor on loopback, or not a URL.
    #[error("the endpoint {} is not usable: {}", Quoted(.0), .1)]
    Endpoint(&'static str, endpoint::EndpointError),
    /// PKCE methods are listed, and S256 is not among them (RFC 8414 §2).
    #[error("the server lists PKCE methods, and S256 is not among them")]
    NoS256,
}

impl Metadata {
    /// The origin that authorization responses by message come from (`event.origin`, exact).
    #[must_use]
    pub fn authorization_origin(&self) -> String {
        endpoint::parse(&self.authorization_endpoint)
            .map(|endpoint| endpoint.origin)
            .unwrap_or_default()
    }

    /// Whether the server may answer in this mode: listed, or nothing is listed.
    #[must_use]
    pub fn supports_response_mode(&self, mode: &str) -> bool {
        self.response_modes_supported
            .as_ref()
            .is_none_or(|modes| modes.iter().any(|listed| listed == mode))
    }
}

/// `GET {issuer}/.well-known/openid-configuration`
#[must_use]
pub fn ask(issuer: &Issuer) -> Request {
    Request::get(issuer.join("/.well-known/openid-configuration"))
}

/// The metadata, if it is this issuer's and all its endpoints are usable.
pub fn read(response: &Response, issuer: &Issuer) -> Result<Metadata, Failure> {
    let members = answer::object(response, MAX_BYTES)?;
    check_issuer(json::string(&members, "issuer")?, issuer)?;
    check_pkce(&members)?;
    let [authorization_endpoint, token_endpoint, jwks_uri] = endpoints(
        &members,
        ["authorization_endpoint", "token_endpoint", "jwks_uri"],
        true,
    )?;
    let [userinfo_endpoint, end_session_endpoint] =
        endpoints(&members, ["userinfo_endpoint", "end_session_endpoint"], false)?;
    let iss_parameter_supported = flag(&members, "authorization_response_iss_parameter_supported")?;
    let response_modes_supported = json::optional_strings(&members, "response_modes_supported")?;
    let id_token_algorithms = json::optional_strings(&members, "id_token_signing_alg_values_supported")?;
    Ok(Metadata {
        issuer: issuer.clone(),
        authorization_endpoint: authorization_endpoint.unwrap_or_default(),
        token_endpoint: token_endpoint.unwrap_or_default(),
        jwks_uri: jwks_uri.unwrap_or_default(),
        userinfo_endpoint,
        end_session_endpoint,
        iss_parameter_supported,
        response_modes_supported,
        id_token_algorithms,
    })
}

fn check_issuer(got: &str, issuer: &Issuer) -> Result<(), MetadataError> {
    let expected = issuer.as_str();
    if got == expected {
        return Ok(());
    }
    let mismatch = Mismatch::new(expected, got);
    let stem = |text: &str| text.strip_suffix('/').unwrap_or(text).to_owned();
    if stem(got) == stem(expected) {
        return Err(MetadataError::IssuerTrailingSlash(mismatch));
    }
    Err(MetadataError::Issuer(mismatch))
}

fn check_pkce(members: &Object) -> Result<(), Broken> {
    match json::optional_strings(members, "code_challenge_methods_supported")? {
        Some(methods) if !methods.iter().any(|method| method == "S256") => Err(MetadataError::NoS256.into()),
        _ => Ok(()),
    }
}

/// Usable addresses, all of them there where they are required.
fn endpoints<const N: usize>(
    members: &Object,
    names: [&'static str; N],
    required: bool,
) -> Result<[Option<String>; N], Broken> {
    let mut urls = [const { None }; N];
    for (name, slot) in names.into_iter().zip(&mut urls) {
        *slot = endpoint(members, name)?;
        if required && slot.is_none() {
            return Err(Broken::MissingMember(name));
        }
    }
    Ok(urls)
}

fn endpoint(members: &Object, name: &'static str) -> Result<Option<String>, Broken> {
    let Some(url) = json::optional_string(members, name)? else {
        return Ok(None);
    };
    endpoint::parse(url).map_err(|error| MetadataError::Endpoint(name, error))?;
    Ok(Some(url.to_owned()))
}

fn flag(members: &Object, name: &'static str) -> Result<bool, Broken> {
    match members.get(name) {
        None | Some(Value::Null) => Ok(false),
        Some(Value::Bool(value)) => Ok(*value),
        Some(_) => Err(Broken::WrongType(name)),
    }
}
