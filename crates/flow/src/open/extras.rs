//! The app's own fields: what they begin with, what stands in them, and where it goes.

use std::ops::Deref;

use validator::ValidateLength;

pub(super) use super::naming::Naming;
use super::{Open, Screen};
use crate::ask::Ask;
use crate::config::Config;
use crate::context::Context;
use crate::effect::Effect;
use crate::extra::{Account, Choices, ExtraField, ExtraKind, ExtraView, Initial, LIST_HOLDS, Shape, Store};
use crate::field::{Field, FieldProblem, Form};
use crate::host::{Choice, OwnWords, Question, Reply};

/// What the server's `user_metadata` holds at most, in characters (Auth0 Authentication API, "Signup").
const LONGEST: u64 = 500;

/// What a tick holds while it is set.
const SET: &str = "on";

/// What is known of the extra fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Extras {
    /// What each was drawn with.
    initial: Vec<(&'static str, String)>,
    /// What stands in each that was touched.
    values: Vec<(&'static str, String)>,
    choices: Vec<(&'static str, Vec<Choice>)>,
    asked: Vec<(Ask, &'static str)>,
}

impl Extras {
    /// Asks the app for what it has to say about its fields. The form waits for none of it.
    pub(super) fn start(config: &Config, cx: &mut Context) -> Self {
        let mut extras = Self::default();
        for field in config.sign_up_fields.iter().chain(&config.log_in_fields) {
            match &field.initial {
                Initial::Empty => {}
                Initial::Value(value) => put(&mut extras.initial, field.name, value.clone()),
                Initial::Asked => extras.ask(field.name, Question::Prefill(field.name), cx),
            }
            match &field.kind {
                ExtraKind::Select(Choices::Known(known)) => {
                    put(&mut extras.choices, field.name, known.clone());
                }
                ExtraKind::Select(Choices::Asked) => {
                    extras.ask(field.name, Question::Choices(field.name), cx);
                }
                ExtraKind::Hidden(value) => put(&mut extras.values, field.name, value.clone()),
                ExtraKind::Text(_) | ExtraKind::Checkbox => {}
            }
        }
        extras
    }

    fn ask(&mut self, name: &'static str, question: Question, cx: &mut Context) {
        let ask = cx.next_ask();
        cx.effect(Effect::Consult { ask, question });
        self.asked.push((ask, name));
    }

    /// Takes the app's answer about a field; says whether it was one.
    pub(super) fn heard(&mut self, ask: Ask, reply: &Reply) -> bool {
        let Some(at) = self.asked.iter().position(|(ours, _)| *ours == ask) else {
            return false;
        };
        let (_, name) = self.asked.swap_remove(at);
        match reply {
            Reply::Prefill(value) if get(&self.values, name).is_none() => {
                put(&mut self.initial, name, value.clone());
            }
            Reply::Choices(choices) => put(&mut self.choices, name, choices.clone()),
            _ => {}
        }
        true
    }

    pub(super) fn typed(&mut self, field: Field, text: &str) {
        if let Field::Extra(name) = field {
            put(&mut self.values, name.text(), text.to_owned());
        }
    }

    /// What was typed stands in the fields of the next screen too.
    pub(super) fn carry(&mut self) {
        for (name, value) in self.values.clone() {
            let value = self.value_of(name, &value).to_owned();
            put(&mut self.initial, name, value);
        }
    }

    /// What a field begins with, as it is read: a choice of many is shown by its label.
    fn shown(&self, name: &str) -> String {
        let value = get(&self.initial, name).cloned().unwrap_or_default();
        let choices = get(&self.choices, name).filter(|choices| is_searched(choices));
        let found = choices.and_then(|choices| choices.iter().find(|choice| choice.value == value));
        found.map_or(value, |choice| choice.label.clone())
    }

    fn view(&self, field: &ExtraField, problem: Option<FieldProblem>) -> Option<ExtraView> {
        let shape = match &field.kind {
            ExtraKind::Text(token) => Shape::Text(*token),
            ExtraKind::Select(_) => {
                Shape::Select(get(&self.choices, field.name).cloned().unwrap_or_default())
            }
            ExtraKind::Checkbox => Shape::Checkbox,
            ExtraKind::Hidden(_) => return None,
        };
        Some(ExtraView {
            field: Field::extra(field.name),
            label: field.label.clone(),
            hint: field.hint.clone(),
            shape,
            initial: self.shown(field.name),
            required: field.required,
            problem,
        })
    }

    /// Judges a field by what stands in it.
    fn judge(&self, field: &ExtraField) -> Result<String, FieldProblem> {
        // What nobody has touched is what it was drawn with.
        let value = get(&self.values, field.name).or_else(|| get(&self.initial, field.name));
        let value = value.map_or("", String::as_str);
        let value = self.value_of(field.name, value.trim());
        match &field.kind {
            ExtraKind::Hidden(value) => return Ok(value.clone()),
            ExtraKind::Checkbox => {
                // What it begins with may be the value itself.
                let is_set = value == SET || value == "true";
                if field.required && !is_set {
                    return Err(FieldProblem::NotAccepted);
                }
                let value = is_set.to_string();
                return checked(field, &value).map(|()| value);
            }
            _ if value.is_empty() && field.required => return Err(FieldProblem::Missing),
            ExtraKind::Select(_) if !value.is_empty() && !self.offers(field.name, value) => {
                return Err(FieldProblem::NotAChoice);
            }
            _ => {}
        }
        let longest = longest(field.name);
        if !value.validate_length(None, Some(longest), None) {
            return Err(FieldProblem::TooLong(u32::try_from(longest).unwrap_or(u32::MAX)));
        }
        if !value.is_empty() {
            checked(field, value)?;
        }
        Ok(value.to_owned())
    }

    /// The value of a choice, by what is read of it: a choice of many is found by typing.
    fn value_of<'a>(&'a self, name: &str, read: &'a str) -> &'a str {
        let choices = get(&self.choices, name).filter(|choices| is_searched(choices));
        let of_label = |choice: &&Choice| choice.label.to_lowercase() == read.to_lowercase();
        let found = choices.and_then(|choices| choices.iter().find(of_label));
        found.map_or(read, |choice| &choice.value)
    }

    fn offers(&self, name: &str, value: &str) -> bool {
        get(&self.choices, name).is_some_and(|choices| choices.iter().any(|choice| choice.value == value))
    }
}

impl Open {
    pub(super) fn extra_fields(&self) -> &[ExtraField] {
        match &self.screen {
            Screen::SignUp if self.company().is_none() => &self.plan.config.sign_up_fields,
            Screen::LogIn if self.company().is_none() && self.offer.has_log_in_form() => {
                &self.plan.config.log_in_fields
            }
            Screen::Corporate { .. } => &self.plan.config.log_in_fields,
            _ => &[],
        }
    }

    pub(super) fn extra_views(&self) -> Vec<ExtraView> {
        let problem_of = |name| {
            let found = self
                .problems
                .iter()
                .find(|(field, _)| *field == Field::extra(name));
            found.map(|(_, problem)| problem.clone())
        };
        let fields = self.extra_fields().iter();
        fields
            .filter_map(|field| self.extras.view(field, problem_of(field.name)))
            .collect()
    }

    /// What is wrong with the extra fields of a form.
    pub(super) fn check_extras(&mut self, form: &Form) -> Vec<(Field, Result<String, FieldProblem>)> {
        let fields = self.extra_fields().to_vec();
        for field in &fields {
            if !matches!(field.kind, ExtraKind::Hidden(_)) {
                let name = Field::extra(field.name);
                self.extras.typed(name, form.get(name));
            }
        }
        fields
            .iter()
            .map(|field| (Field::extra(field.name), self.extras.judge(field)))
            .collect()
    }

    /// A field was left: what is wrong with it may be said, unless it is only empty.
    pub(super) fn left_extra(&self, field: Field) -> Option<FieldProblem> {
        let fields = self.extra_fields().iter();
        let field = fields.clone().find(|extra| Field::extra(extra.name) == field)?;
        self.extras.judge(field).err()
    }

    /// The values of the sign-up's fields, by where they go.
    pub(super) fn account(&self) -> Account {
        let mut account = Account::default();
        for field in &self.plan.config.sign_up_fields {
            let Ok(value) = self.extras.judge(field) else {
                continue;
            };
            if value.is_empty() {
                continue;
            }
            let place = match field.store {
                Store::Metadata => &mut account.user_metadata,
                Store::Root => &mut account.root,
            };
            place.push((field.name.to_owned(), value));
        }
        account
    }

    /// These parameters of an authorization request, with what the log-in's fields add to them.
    pub(super) fn with_parameters<'a>(
        &self,
        given: &'a [(String, String)],
    ) -> impl Deref<Target = [(String, String)]> + use<'a> {
        let mut parameters = given.to_vec();
        for field in &self.plan.config.log_in_fields {
            let value = self.extras.judge(field).unwrap_or_default();
            if field.store == Store::Root && !value.is_empty() {
                parameters.push((field.name.to_owned(), value));
            }
        }
        parameters
    }

    /// Goes on with the fields of a new config, and keeps what was typed.
    #[cfg(feature = "live-config")]
    pub(super) fn extras_follow(&mut self, before: &Config, cx: &mut Context) {
        let config = &self.plan.config;
        if config.sign_up_fields == before.sign_up_fields && config.log_in_fields == before.log_in_fields {
            return;
        }
        let typed = std::mem::replace(&mut self.extras, Extras::start(&self.plan.config, cx)).values;
        for (name, value) in typed {
            put(&mut self.extras.values, name, value);
        }
        self.extras.carry();
    }
}

/// What the app's own rule says of a value.
fn checked(field: &ExtraField, value: &str) -> Result<(), FieldProblem> {
    let said = field.check.map_or(Ok(()), |check| (check.0)(value));
    said.map_err(|words| FieldProblem::Said(OwnWords(words)))
}

/// Whether so many choices are searched by typing; fewer are a list.
const fn is_searched(choices: &[Choice]) -> bool {
    choices.len() > LIST_HOLDS
}

/// The longest value by a field's name (Auth0 user profile); else what metadata may hold.
fn longest(name: &str) -> u64 {
    match name {
        "given_name" | "family_name" => 150,
        "name" | "nickname" => 300,
        _ => LONGEST,
    }
}

fn get<'a, T>(list: &'a [(&'static str, T)], name: &str) -> Option<&'a T> {
    list.iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

fn put<T>(list: &mut Vec<(&'static str, T)>, name: &'static str, value: T) {
    list.retain(|(known, _)| *known != name);
    list.push((name, value));
}
