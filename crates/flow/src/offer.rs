//! What is offered: the server's connections, filtered and ordered by the config.

use vestibule_protocol::{ClientSettings, Connection, ConnectionKind, Database};

use crate::config::{Config, InitialScreen};

/// The wire that a one-time code or link goes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wire {
    Email,
    Sms,
}

/// The ways in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Offer {
    pub(crate) database: Option<(String, Database)>,
    pub(crate) buttons: Vec<Connection>,
    /// Enterprise connections without a button: found by the domain of the address.
    pub(crate) realms: Vec<Connection>,
    pub(crate) email: Option<String>,
    pub(crate) sms: Option<String>,
}

impl Offer {
    pub(crate) fn new(settings: &ClientSettings, config: &Config) -> Self {
        let mut offer = Self::default();
        for connection in chosen(settings, &config.connections) {
            let name = connection.name.clone();
            match &connection.kind {
                ConnectionKind::Database(database) => {
                    offer.database.get_or_insert_with(|| (name, database.clone()));
                }
                ConnectionKind::PasswordlessEmail => {
                    offer.email.get_or_insert(name);
                }
                ConnectionKind::PasswordlessSms => {
                    offer.sms.get_or_insert(name);
                }
                ConnectionKind::Enterprise
                    if !connection.domains.is_empty() && !config.connections.contains(&name) =>
                {
                    offer.realms.push(connection.clone());
                }
                ConnectionKind::Social | ConnectionKind::Enterprise => offer.buttons.push(connection.clone()),
            }
        }
        // A company's connection alone is no way in without a field for the address; then it gets its button.
        if offer.database.is_none() && offer.email.is_none() {
            offer.buttons.append(&mut offer.realms);
        }
        offer
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.database.is_none() && self.buttons.is_empty() && self.email.is_none() && self.sms.is_none()
    }

    pub(crate) fn allows_sign_up(&self, config: &Config) -> bool {
        config.allow_sign_up
            && self
                .database
                .as_ref()
                .is_some_and(|(_, database)| database.sign_up)
    }

    pub(crate) fn allows_reset(&self, config: &Config) -> bool {
        config.allow_forgot_password
            && self
                .database
                .as_ref()
                .is_some_and(|(_, database)| database.forgot)
    }

    pub(crate) fn wire(&self, wire: Wire) -> Option<&String> {
        match wire {
            Wire::Email => self.email.as_ref(),
            Wire::Sms => self.sms.as_ref(),
        }
    }

    pub(crate) fn wire_by_name(&self, name: Option<&str>) -> Option<Wire> {
        match name {
            Some(name) if self.email.as_deref() == Some(name) => Some(Wire::Email),
            Some(name) if self.sms.as_deref() == Some(name) => Some(Wire::Sms),
            Some(_) => None,
            None => self.first_wire(),
        }
    }

    pub(crate) fn first_wire(&self) -> Option<Wire> {
        match (&self.email, &self.sms) {
            (Some(_), _) => Some(Wire::Email),
            (None, Some(_)) => Some(Wire::Sms),
            (None, None) => None,
        }
    }

    /// Whether the server's login page begins with a step of its own for a connection: that of the provider, or the one
    /// that sends a code. A database is what it asks for anyway.
    pub(crate) fn has_step(&self, name: &str) -> bool {
        self.database
            .as_ref()
            .is_none_or(|(database, _)| database != name)
    }

    /// The enterprise connection that an address belongs to (home-realm discovery), by its domain alone.
    pub(crate) fn realm_of(&self, address: &str) -> Option<&Connection> {
        let domain = address.trim().rsplit_once('@')?.1.to_ascii_lowercase();
        self.realms
            .iter()
            .chain(&self.buttons)
            .find(|connection| connection.domains.contains(&domain))
    }

    /// The first screen, as far as what the config wants is offered.
    pub(crate) fn first_screen(&self, config: &Config) -> First {
        let usual = match self.first_wire() {
            Some(wire) if self.database.is_none() => First::Passwordless(wire),
            _ => First::LogIn,
        };
        match config.initial_screen {
            InitialScreen::SignUp if self.allows_sign_up(config) => First::SignUp,
            InitialScreen::ForgotPassword if self.allows_reset(config) => First::ForgotPassword,
            InitialScreen::Passwordless => self.first_wire().map_or(usual, First::Passwordless),
            InitialScreen::LogIn | InitialScreen::SignUp | InitialScreen::ForgotPassword => usual,
        }
    }
}

/// The screens that can be the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum First {
    LogIn,
    SignUp,
    ForgotPassword,
    Passwordless(Wire),
}

fn chosen<'a>(settings: &'a ClientSettings, names: &'a [String]) -> Vec<&'a Connection> {
    match names {
        [] => settings.connections.iter().collect(),
        names => names
            .iter()
            .filter_map(|name| {
                settings
                    .connections
                    .iter()
                    .find(|connection| connection.name == *name)
            })
            .collect(),
    }
}
