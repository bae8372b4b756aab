//! The parameters of a login's request that are put together from several places.

use super::attempt::Asked;
use super::config::ApiParameter;
use super::options::LoginOptions;
use super::proof::Proofs;
use super::running::Running;

impl Running {
    pub(super) fn acr_values(&self, options: &LoginOptions) -> Option<String> {
        let values = [
            &options.acr_values,
            &options.acr_required,
            &self.plan.config.acr_values,
        ]
        .into_iter()
        .find(|values| !values.is_empty())?;
        Some(values.join(" "))
    }

    pub(super) fn names_resources(&self) -> bool {
        self.plan.config.api_parameter == ApiParameter::Resource
    }

    /// The app's own parameters, the API where its name is another, and the key that the code is to be bound to
    /// (RFC 9449 §10).
    pub(super) fn extra(&self, options: &LoginOptions, asked: &Asked) -> Vec<(String, String)> {
        let mut extra = self.plan.config.authorization_parameters.clone();
        let resource = asked.audience.clone().filter(|_| self.names_resources());
        extra.extend(resource.map(|api| ("resource".to_owned(), api)));
        let scopes = &self.plan.login().connection_scopes;
        let scope = scopes
            .iter()
            .find(|(name, _)| options.connection.as_ref() == Some(name));
        extra.extend(scope.map(|(_, scope)| ("connection_scope".to_owned(), scope.clone())));
        let thumbprint = self.proofs.as_ref().and_then(Proofs::thumbprint);
        extra.extend(thumbprint.map(|jkt| ("dpop_jkt".to_owned(), jkt)));
        extra
    }
}
