//! Where the texts of a language come from: a folder that the app serves, or the app itself.

use std::pin::Pin;

use vestibule_browser::get_text;
use yew::AttrValue;

/// The text of a language's file, on its way; none where there is no such language.
pub type Text = Pin<Box<dyn Future<Output = Option<String>>>>;

/// Where the texts of languages are.
#[derive(Clone, Debug)]
pub enum Source {
    /// In a folder of files: its address.
    Folder(AttrValue),
    /// Wherever the app has them: it answers a language (BCP 47) with the text of its file.
    ///
    /// ```
    /// use vestibule::languages::{Source, Text};
    ///
    /// fn built_in(lang: &str) -> Text {
    ///     let found = (lang == "de").then(|| r#"{"action.log-in": "Einloggen"}"#.to_owned());
    ///     Box::pin(async move { found })
    /// }
    ///
    /// let source = Source::App(built_in);
    /// ```
    App(fn(lang: &str) -> Text),
}

impl Source {
    /// The address of a language, unlike that of every other.
    pub(super) fn address(&self, name: &str) -> String {
        match self {
            Self::Folder(folder) => format!("{folder}/{name}.json"),
            Self::App(load) => format!("{:p} {name}", *load as *const ()),
        }
    }

    /// What a developer calls a language's file.
    pub(super) fn called(&self, name: &str) -> String {
        match self {
            Self::Folder(_) => self.address(name),
            Self::App(_) => format!("the app's `{name}`"),
        }
    }

    /// The text of a language's file, or why there is none.
    pub(super) async fn load(&self, name: &str) -> Result<String, String> {
        match self {
            Self::Folder(_) => match get_text(&self.address(name)).await {
                Ok((200, text)) => Ok(text),
                Ok((status, _)) => Err(format!("the server answered {status}")),
                Err(_) => Err("no answer".to_owned()),
            },
            Self::App(load) => load(name).await.ok_or_else(|| "the app has none".to_owned()),
        }
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Folder(one), Self::Folder(other)) => one == other,
            (Self::App(one), Self::App(other)) => std::ptr::fn_addr_eq(*one, *other),
            _ => false,
        }
    }
}

impl From<AttrValue> for Source {
    fn from(folder: AttrValue) -> Self {
        Self::Folder(folder)
    }
}

impl From<&'static str> for Source {
    fn from(folder: &'static str) -> Self {
        Self::Folder(folder.into())
    }
}

impl From<String> for Source {
    fn from(folder: String) -> Self {
        Self::Folder(folder.into())
    }
}
