//! What a config names and the server does not offer, told to the developer.

use vestibule_protocol::ClientSettings;

use crate::config::{Config, InitialScreen};
use crate::context::Context;
use crate::effect::Advice;
use crate::offer::Offer;
use crate::plan::{ConfigError, ConfigProblem};

impl Offer {
    /// Tells the developer what has been named in vain.
    pub(crate) fn advise(&self, settings: &ClientSettings, config: &Config, cx: &mut Context) {
        for field in self.not_offered(config) {
            let problem = ConfigProblem::NotOffered;
            cx.advise(|| Advice::Config(ConfigError { field, problem }.to_string()));
        }
        if Advice::IS_BUILT_IN {
            for (field, name) in Self::unknown(settings, config) {
                let sentence = format!(
                    "`{field}` names `{name}`, which is not switched on for this client: correct the name, switch it on, or leave it out."
                );
                cx.advise(|| Advice::Config(sentence));
            }
        }
    }

    /// The fields of the config that name what is not offered.
    fn not_offered(&self, config: &Config) -> Vec<&'static str> {
        let database = self.database.as_ref().map(|(name, _)| name);
        let mut fields = Vec::new();
        if config.default_database.is_some() && config.default_database.as_ref() != database {
            fields.push("default_database");
        }
        let stands_back = config.default_database.is_some() && database.is_some();
        if config.default_directory.is_some() && config.default_directory != self.directory && !stands_back {
            fields.push("default_directory");
        }
        let has_first = match config.initial_screen {
            InitialScreen::LogIn => true,
            InitialScreen::SignUp => self.allows_sign_up(config),
            InitialScreen::ForgotPassword => self.allows_reset(config),
            InitialScreen::Passwordless => self.first_wire().is_some(),
        };
        if !has_first {
            fields.push("initial_screen");
        }
        fields
    }

    /// The names in the config that no connection of the client has, with their fields.
    fn unknown<'a>(
        settings: &'a ClientSettings,
        config: &'a Config,
    ) -> impl Iterator<Item = (&'static str, &'a String)> {
        let named = config.connections.iter().map(|name| ("connections", name));
        let scopes = config.connection_scopes.iter();
        let scopes = scopes.map(|(name, _)| ("connection_scopes", name));
        let is_there = |name: &String| settings.connections.iter().any(|one| one.name == *name);
        named.chain(scopes).filter(move |(_, name)| !is_there(name))
    }
}
