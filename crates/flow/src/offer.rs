//! What is offered: the server's connections, filtered and ordered by the config.

use std::rc::Rc;

use vestibule_protocol::{ClientSettings, Connection, ConnectionKind, Database};

use crate::built;
use crate::config::Config;
use crate::hosted::asked_connection;
use crate::plan::{ConfigError, ConfigProblem};
use crate::realms::Realms;

/// The wire that a one-time code or link goes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wire {
    Email,
    Sms,
}

/// The ways in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Offer {
    /// Where accounts are made and passwords reset.
    pub(crate) database: Option<(String, Rc<Database>)>,
    /// The directory that takes the password of the log-in, where it is not the database.
    pub(crate) directory: Option<String>,
    pub(crate) buttons: Vec<Connection>,
    /// Companies' connections without a button: found by the domain of the address.
    pub(crate) realms: Realms,
    pub(crate) email: Option<String>,
    pub(crate) sms: Option<String>,
    /// A text message stands before a mail.
    pub(crate) sms_first: bool,
}

impl Offer {
    pub(crate) fn new(settings: &ClientSettings, config: &Config) -> Self {
        let mut offer = Self::default();
        let mut companies = Vec::new();
        let mut directories: Vec<&Connection> = Vec::new();
        for connection in chosen(settings, &config.connections) {
            let name = connection.name.clone();
            match &connection.kind {
                ConnectionKind::Database(database) => {
                    let is_wanted = config.default_database.as_ref() == Some(&name);
                    if is_wanted || offer.database.is_none() {
                        offer.database = Some((name, Rc::clone(database)));
                    }
                }
                ConnectionKind::PasswordlessEmail if built::PASSWORDLESS => {
                    offer.email.get_or_insert(name);
                }
                ConnectionKind::PasswordlessSms if built::PASSWORDLESS => {
                    offer.sms_first |= offer.email.is_none();
                    offer.sms.get_or_insert(name);
                }
                ConnectionKind::PasswordlessEmail | ConnectionKind::PasswordlessSms => {}
                ConnectionKind::Directory | ConnectionKind::Enterprise if !built::ENTERPRISE => {}
                ConnectionKind::Directory => {
                    directories.push(connection);
                    if !connection.domains.is_empty() {
                        companies.push(connection.clone());
                    }
                }
                ConnectionKind::Enterprise
                    if !connection.domains.is_empty() && !config.connections.contains(&name) =>
                {
                    companies.push(connection.clone());
                }
                ConnectionKind::Social | ConnectionKind::Enterprise => offer.buttons.push(connection.clone()),
            }
        }
        if built::ENTERPRISE {
            offer.settle(companies, &directories, config);
        }
        if built::SIGN_UP
            && !config.allow_log_in
            && !offer.signs_up_here(config)
            && !offer.resets_here(config)
        {
            offer.takes_no_password();
        }
        offer
    }

    /// Nobody is to log in by a password, and no account can be had or password changed: providers, companies and codes are left.
    fn takes_no_password(&mut self) {
        self.database = None;
        self.directory = None;
    }

    fn settle(&mut self, mut companies: Vec<Connection>, directories: &[&Connection], config: &Config) {
        // Where other companies are found by an address, one is asked for first.
        let alone = companies
            .iter()
            .all(|company| company.kind == ConnectionKind::Directory);
        self.directory = directory(directories, alone, self, config);
        // A company's connection alone needs no address to be found by.
        if let ([company], false) = (companies.as_slice(), self.has_a_form())
            && company.kind == ConnectionKind::Enterprise
        {
            self.buttons.append(&mut companies);
        }
        self.realms = Realms::new(companies, &self.buttons);
    }

    fn has_a_form(&self) -> bool {
        self.database.is_some() || self.directory.is_some() || self.email.is_some()
    }

    /// What is wrong with a config that leaves no way in.
    pub(crate) fn nothing(&self, config: &Config) -> Option<ConfigError> {
        let is_empty =
            !self.has_a_form() && self.buttons.is_empty() && self.sms.is_none() && self.realms.is_empty();
        is_empty.then_some(ConfigError {
            field: if allows_log_in(config) {
                "connections"
            } else {
                "allow_log_in"
            },
            problem: ConfigProblem::NothingToOffer,
        })
    }

    pub(crate) fn is_database(&self, name: &str) -> bool {
        self.database
            .as_ref()
            .is_some_and(|(database, _)| database == name)
    }

    /// Which connection takes a user name and a password on the log-in screen.
    pub(crate) fn password_realm(&self) -> Option<&String> {
        let database = self.database.as_ref().map(|(name, _)| name);
        self.directory.as_ref().or(database)
    }

    /// Whether the log-in screen has a form: for a password, or for an address that a company is found by.
    pub(crate) fn has_log_in_form(&self) -> bool {
        self.password_realm().is_some() || (self.email.is_none() && !self.realms.is_empty())
    }

    pub(crate) fn allows_sign_up(&self, config: &Config) -> bool {
        built::SIGN_UP
            && config.allow_sign_up
            && self
                .database
                .as_ref()
                .is_some_and(|(_, database)| database.sign_up)
    }

    pub(crate) fn allows_reset(&self, config: &Config) -> bool {
        built::SIGN_UP
            && config.allow_forgot_password
            && self
                .database
                .as_ref()
                .is_some_and(|(_, database)| database.forgot)
    }

    /// Whether accounts are created on a screen of this widget, and not at an address of the app's.
    pub(crate) fn signs_up_here(&self, config: &Config) -> bool {
        self.allows_sign_up(config) && config.sign_up_link.is_none()
    }

    /// Whether passwords are reset on one.
    pub(crate) fn resets_here(&self, config: &Config) -> bool {
        self.allows_reset(config) && config.forgot_password_link.is_none()
    }

    /// The wire of the connection that the request at the server's own page names.
    pub(crate) fn asked_wire(&self, config: &Config) -> Option<Wire> {
        asked_connection(config).and_then(|name| self.wire_by_name(Some(name)))
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
        self.wires().into_iter().find(|wire| self.wire(*wire).is_some())
    }

    /// In the order in which they are offered.
    pub(crate) const fn wires(&self) -> [Wire; 2] {
        if self.sms_first {
            [Wire::Sms, Wire::Email]
        } else {
            [Wire::Email, Wire::Sms]
        }
    }

    /// Whether the server's login page begins with a step of its own for a connection: that of the provider, or the one
    /// that sends a code. A database is what it asks for anyway.
    pub(crate) fn has_step(&self, name: &str) -> bool {
        !self.is_database(name)
    }

    /// The company's connection that an address belongs to (home-realm discovery), by its domain alone.
    pub(crate) fn realm_of(&self, address: &str) -> Option<&Connection> {
        if !built::ENTERPRISE {
            return None;
        }
        let domain = address.trim().rsplit_once('@')?.1.to_ascii_lowercase();
        self.realms.get(&domain)
    }

    /// Whether a company's connection is still among those that are offered.
    #[cfg(feature = "live-config")]
    pub(crate) fn has_company(&self, name: &str) -> bool {
        let of_name = |connection: &Connection| connection.name == name;
        self.realms.iter().any(of_name) || self.buttons.iter().any(of_name)
    }
}

/// Whether somebody who has an account may log in to it: always, where none can be created, since a config is refused otherwise.
pub(crate) const fn allows_log_in(config: &Config) -> bool {
    !built::SIGN_UP || config.allow_log_in
}

/// The directory that takes the place of a database: the one that the config names, unless it names a database too; without
/// a database the first that is not for some domains only, or the only one there is, if no company has to be told from it.
fn directory(all: &[&Connection], alone: bool, offer: &Offer, config: &Config) -> Option<String> {
    let named = all
        .iter()
        .find(|directory| config.default_directory.as_ref() == Some(&directory.name));
    let for_all = all.iter().find(|directory| directory.domains.is_empty());
    let only = all
        .first()
        .filter(|_| alone && all.len() == 1 && offer.buttons.is_empty() && offer.first_wire().is_none());
    let found = match (&offer.database, named) {
        (Some(_), _) if config.default_database.is_some() => None,
        (_, Some(named)) => Some(named),
        (Some(_), None) => None,
        (None, None) => for_all.or(only),
    };
    found.map(|directory| directory.name.clone())
}

pub(crate) fn chosen<'a>(settings: &'a ClientSettings, names: &'a [String]) -> Vec<&'a Connection> {
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
