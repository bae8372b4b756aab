//! A company's own login: found by the address, at the company's pages or at its directory.

use vestibule_protocol::{Connection, ConnectionKind};

use super::{Elsewhere, Open, Screen};
use crate::context::Context;
use crate::event::Intent;
use crate::field::{self, Field, FieldProblem, Form};
use crate::host::Step;
use crate::offer::Wire;
use crate::view::Direction;

impl Open {
    /// The company's connection that an address on the log-in screen belongs to; none where the form asks for the password
    /// of that very connection.
    pub(super) fn company_of(&self, address: &str) -> Option<&Connection> {
        let found = self.offer.realm_of(address)?;
        (self.offer.password_realm() != Some(&found.name)).then_some(found)
    }

    /// The company whose login takes over on this screen, by what is typed.
    pub(super) fn company(&self) -> Option<&Connection> {
        match self.screen {
            Screen::LogIn => self.company_of(&self.memory.username),
            Screen::SignUp | Screen::Passwordless(Wire::Email) => self.offer.realm_of(&self.memory.email),
            _ => None,
        }
    }

    /// Goes on at the company's pages, or asks for its user name and password.
    pub(super) fn go_to_company(
        &mut self,
        company: Connection,
        address: String,
        form: &Form,
        cx: &mut Context,
    ) {
        // Where the terms stand, they hold for whoever comes by a company too.
        if let Some(unticked) = self.check_terms(form) {
            self.all_right(vec![unticked]);
            return;
        }
        if company.kind == ConnectionKind::Directory {
            return self.ask_at(company.name, &address);
        }
        let intent = || Intent::Submit(form.clone());
        if self.waits_for_app(Step::LogIn, (Some(&company.name), form), intent, cx) {
            return;
        }
        self.submitted(cx);
        let elsewhere = Elsewhere {
            connection: Some(company.name),
            login_hint: Some(address),
        };
        self.go_away(self.plan.config.social, elsewhere, cx);
    }

    /// Asks for user name and password at this connection, which somebody of this address belongs to.
    pub(super) fn ask_at(&mut self, connection: String, address: &str) {
        if self.plan.config.username_from_email {
            let name = address.split('@').next().unwrap_or_default();
            name.clone_into(&mut self.memory.corporate);
        }
        let domain = address
            .rsplit_once('@')
            .map(|(_, domain)| domain.to_ascii_lowercase());
        self.show(Screen::Corporate { connection, domain }, Direction::Forward);
    }

    /// The form asks for nothing but an address to find a company by, and there is none.
    pub(super) fn unknown_company(&mut self, address: &str, form: &Form, cx: &mut Context) {
        let problem = match field::check_email(address) {
            Err(problem) => problem,
            // The app may know which it is.
            Ok(_) if self.waits_for_app(Step::LogIn, (None, form), || Intent::Submit(form.clone()), cx) => {
                return;
            }
            Ok(_) => FieldProblem::UnknownCompany,
        };
        self.all_right(vec![(Field::Username, Err(problem))]);
    }

    pub(super) fn submit_corporate(&mut self, connection: String, form: &Form, cx: &mut Context) {
        let username = form.get(Field::Username).trim().to_owned();
        self.memory.corporate.clone_from(&username);
        self.submit_password(connection, username, form, cx);
    }
}
