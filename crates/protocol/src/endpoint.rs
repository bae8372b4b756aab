//! Absolute URLs the client may talk to: https, or http on this very machine.

/// What is wrong with a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EndpointError {
    /// Neither `https://` nor `http://`.
    #[error("it must begin with https://")]
    Scheme,
    /// `http://` on another host than this machine.
    #[error("http is allowed for localhost only; use https")]
    Insecure,
    /// A user name or password before the host.
    #[error("it must not contain a user name or a password")]
    UserInfo,
    /// No host, or one with characters no host has (write international names in their `xn--` form).
    #[error("its host is not a host name or an address")]
    Host,
    /// A port that is none.
    #[error("its port is not a number from 1 to 65535")]
    Port,
    /// A path with dots for segments, or with characters no path has.
    #[error("its path contains dot segments or characters that must be escaped")]
    Path,
    /// A query.
    #[error("it must not contain a query")]
    Query,
    /// A fragment.
    #[error("it must not contain a fragment")]
    Fragment,
}

/// A URL taken apart as far as the checks need it.
#[derive(Debug)]
pub(crate) struct Endpoint {
    /// `scheme://host[:port]` as a browser writes it: lower case, default port dropped.
    pub(crate) origin: String,
    /// Whether a query follows the path.
    pub(crate) has_query: bool,
}

/// Takes a URL apart; fragments, user information and plain http beyond loopback are refused.
pub(crate) fn parse(url: &str) -> Result<Endpoint, EndpointError> {
    let (scheme, rest) = url.split_once(':').ok_or(EndpointError::Scheme)?;
    let rest = rest.strip_prefix("//").ok_or(EndpointError::Scheme)?;
    let scheme = scheme.to_ascii_lowercase();
    let default_port = match scheme.as_str() {
        "https" => 443,
        "http" => 80,
        _ => return Err(EndpointError::Scheme),
    };
    if rest.as_bytes().contains(&b'#') {
        return Err(EndpointError::Fragment);
    }
    let (authority, path) = rest.split_at(rest.find(['/', '?', '\\']).unwrap_or(rest.len()));
    if authority.as_bytes().contains(&b'@') {
        return Err(EndpointError::UserInfo);
    }
    let (host, port) = split_port(authority)?;
    let host = host.to_ascii_lowercase();
    if !is_host(&host) {
        return Err(EndpointError::Host);
    }
    if scheme == "http" && !is_loopback(&host) {
        return Err(EndpointError::Insecure);
    }
    let (path, query) = path
        .split_once('?')
        .map_or((path, None), |(path, query)| (path, Some(query)));
    if !is_path(path) || !query.is_none_or(|query| query.bytes().all(is_query_byte)) {
        return Err(EndpointError::Path);
    }
    let origin = match port {
        Some(port) if port != default_port => format!("{scheme}://{host}:{port}"),
        _ => format!("{scheme}://{host}"),
    };
    Ok(Endpoint {
        origin,
        has_query: query.is_some(),
    })
}

fn split_port(authority: &str) -> Result<(&str, Option<u16>), EndpointError> {
    let after_host = match authority.find(']') {
        Some(bracket) => bracket + 1,
        None => authority.find(':').unwrap_or(authority.len()),
    };
    let (host, port) = authority.split_at(after_host);
    if port.is_empty() {
        return Ok((host, None));
    }
    match port.strip_prefix(':') {
        Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => digits
            .parse()
            .ok()
            .filter(|port| *port > 0)
            .map(|port| (host, Some(port)))
            .ok_or(EndpointError::Port),
        _ => Err(EndpointError::Port),
    }
}

/// A name, a dotted address, or `[::1]`; other IPv6 literals have too many spellings to compare, and no certificates.
fn is_host(host: &str) -> bool {
    let labels = host.strip_suffix('.').unwrap_or(host).split('.');
    // Browsers read a host whose last label is a number as an IPv4 address, in forms this one does not accept.
    if labels
        .clone()
        .next_back()
        .is_some_and(|label| label.starts_with(|first: char| first.is_ascii_digit()))
    {
        return ipv4(host).is_some();
    }
    let is_label_byte = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    host == "[::1]"
        || labels
            .clone()
            .all(|label| !label.is_empty() && label.bytes().all(is_label_byte))
}

/// The hosts browsers treat as this machine (Secure Contexts §3.1).
fn is_loopback(host: &str) -> bool {
    let name = host.strip_suffix('.').unwrap_or(host);
    name == "localhost"
        || name.ends_with(".localhost")
        || host == "[::1]"
        || ipv4(host).is_some_and(|[first, ..]| first == 127)
}

/// Four decimal octets without leading zeros, which some readers take for octal.
fn ipv4(host: &str) -> Option<[u8; 4]> {
    let mut octets = [0; 4];
    let mut parts = host.split('.');
    for octet in &mut octets {
        let part = parts.next()?;
        let plain =
            part.bytes().all(|byte| byte.is_ascii_digit()) && (part.len() == 1 || !part.starts_with('0'));
        *octet = part.parse().ok().filter(|_| plain)?;
    }
    parts.next().is_none().then_some(octets)
}

fn is_path(path: &str) -> bool {
    const DOTS: [&str; 6] = [".", "..", "%2e", ".%2e", "%2e.", "%2e%2e"];
    let is_dots = |segment: &str| DOTS.iter().any(|dots| segment.eq_ignore_ascii_case(dots));
    path.bytes().all(|byte| is_query_byte(byte) && byte != b'?') && !path.split('/').any(is_dots)
}

/// The bytes of RFC 3986 §3.3 and §3.4.
fn is_query_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?%".contains(&byte)
}
