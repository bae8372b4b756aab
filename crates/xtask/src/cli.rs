//! The command line, parsed once.

use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::{
    failure::Failure,
    theme::{Fresh, Theme},
};

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask COMMAND

  demo   build an example, start the authorization server and the app, print both addresses
           --example NAME          the example to serve (quickstart)
           --release               build it as it would be shipped
           --port PORT             of the app (8080)
           --authority-port PORT   of the authorization server (4400)
  test   everything: format, clippy, native, doc and browser tests, whole stories, size budget
           --only native|browser|stories
           --engine chromium|firefox|webkit|all   for the stories (chromium)
           -- ARGUMENTS            handed to the stories' test program, say the name of one
  size   bytes of each example in release, raw, gzip and brotli, against the budget
           NAME...                 of these examples only
  bench  the benchmarks in Chromium, beside other libraries; fails where a limit is missed
  theme  theme files
           check [FILE|FOLDER …]   every fault with its line and the remedy (the folder themes)
           new --brand COLOUR      a whole theme from one colour; --name NAME, --preset NAME, --out FILE
           schema                  writes themes/theme.schema.json anew
  press  short names in what Trunk has built for release; Trunk calls it
  tidy   the rules of the repository: shape of files, imports between crates, what may not be said

Missing tools are installed, and it is said which. The first run takes minutes.";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Demo(Demo),
    Test(Test),
    /// Of these examples, or of all.
    Size(Vec<String>),
    Bench,
    Theme(Theme),
    Press,
    Tidy,
}

/// What `demo` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Demo {
    pub example: String,
    pub profile: Profile,
    pub port: u16,
    pub authority_port: u16,
}

/// What `test` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Test {
    pub part: Part,
    pub engines: Vec<Engine>,
    /// Handed to the stories' test program as they are.
    pub arguments: Vec<String>,
}

/// How an example is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}

/// Which part of the tests runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    All,
    Native,
    Browser,
    Stories,
}

/// A browser engine that the stories run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// All of them, in the order in which they run.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The word on the command line and in the stories' environment.
    pub fn word(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

/// Reads the command line.
pub fn parse(mut words: lexopt::Parser) -> Result<Command, Failure> {
    let command = match words.next().map_err(usage)? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(word)) => word.string().map_err(usage)?,
        Some(other) => return Err(usage(other.unexpected())),
    };
    match command.as_str() {
        "help" => Ok(Command::Help),
        "demo" => demo(words).map(Command::Demo),
        "test" => test(words).map(Command::Test),
        "size" => names(words).map(Command::Size),
        "bench" => nothing_more(words).map(|()| Command::Bench),
        "theme" => theme(words).map(Command::Theme),
        "press" => nothing_more(words).map(|()| Command::Press),
        "tidy" => nothing_more(words).map(|()| Command::Tidy),
        other => Err(Failure::Usage(format!("There is no command `{other}`."))),
    }
}

fn demo(mut words: lexopt::Parser) -> Result<Demo, Failure> {
    let mut demo = Demo {
        example: "quickstart".to_owned(),
        profile: Profile::Dev,
        port: 8080,
        authority_port: 4400,
    };
    while let Some(word) = words.next().map_err(usage)? {
        match word {
            Long("example") => demo.example = text(&mut words)?,
            Long("release") => demo.profile = Profile::Release,
            Long("port") => demo.port = port(&mut words)?,
            Long("authority-port") => demo.authority_port = port(&mut words)?,
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(demo)
}

fn names(mut words: lexopt::Parser) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    while let Some(word) = words.next().map_err(usage)? {
        match word {
            Value(name) => names.push(name.string().map_err(usage)?),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(names)
}

fn test(mut words: lexopt::Parser) -> Result<Test, Failure> {
    let mut test = Test {
        part: Part::All,
        engines: vec![Engine::Chromium],
        arguments: Vec::new(),
    };
    while let Some(word) = words.next().map_err(usage)? {
        match word {
            Long("only") => test.part = part(&text(&mut words)?)?,
            Long("engine") => test.engines = engines(&text(&mut words)?)?,
            Value(argument) => test.arguments.push(argument.string().map_err(usage)?),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(test)
}

fn theme(mut words: lexopt::Parser) -> Result<Theme, Failure> {
    let verb = match words.next().map_err(usage)? {
        Some(Value(verb)) => verb.string().map_err(usage)?,
        Some(other) => return Err(usage(other.unexpected())),
        None => return Err(Failure::Usage("`theme` takes check, new or schema.".to_owned())),
    };
    match verb.as_str() {
        "check" => {
            let mut paths = Vec::new();
            while let Some(word) = words.next().map_err(usage)? {
                match word {
                    Value(path) => paths.push(path.into()),
                    other => return Err(usage(other.unexpected())),
                }
            }
            Ok(Theme::Check(paths))
        }
        "new" => fresh(words).map(Theme::New),
        "schema" => nothing_more(words).map(|()| Theme::Schema),
        other => Err(Failure::Usage(format!(
            "`theme` takes check, new or schema, not `{other}`."
        ))),
    }
}

fn fresh(mut words: lexopt::Parser) -> Result<Fresh, Failure> {
    let (mut brand, mut name, mut preset, mut out) = (None, "brand".to_owned(), None, None);
    while let Some(word) = words.next().map_err(usage)? {
        match word {
            Long("brand") => brand = Some(text(&mut words)?),
            Long("name") => name = text(&mut words)?,
            Long("preset") => preset = Some(text(&mut words)?),
            Long("out") => out = Some(words.value().map_err(usage)?.into()),
            other => return Err(usage(other.unexpected())),
        }
    }
    let brand = brand.ok_or_else(|| Failure::Usage("`theme new` takes --brand \"#5b21b6\".".to_owned()))?;
    Ok(Fresh {
        brand,
        name,
        preset,
        out,
    })
}

fn part(word: &str) -> Result<Part, Failure> {
    match word {
        "native" => Ok(Part::Native),
        "browser" => Ok(Part::Browser),
        "stories" => Ok(Part::Stories),
        _ => Err(Failure::Usage(format!(
            "--only takes native, browser or stories, not `{word}`."
        ))),
    }
}

fn engines(word: &str) -> Result<Vec<Engine>, Failure> {
    if word == "all" {
        return Ok(Engine::ALL.to_vec());
    }
    let known = Engine::ALL.into_iter().find(|engine| engine.word() == word);
    known.map(|engine| vec![engine]).ok_or_else(|| {
        Failure::Usage(format!(
            "--engine takes chromium, firefox, webkit or all, not `{word}`."
        ))
    })
}

fn nothing_more(mut words: lexopt::Parser) -> Result<(), Failure> {
    words
        .next()
        .map_err(usage)?
        .map_or(Ok(()), |word| Err(usage(word.unexpected())))
}

fn text(words: &mut lexopt::Parser) -> Result<String, Failure> {
    words.value().and_then(ValueExt::string).map_err(usage)
}

fn port(words: &mut lexopt::Parser) -> Result<u16, Failure> {
    words.value().and_then(|word| word.parse()).map_err(usage)
}

#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
fn usage(error: lexopt::Error) -> Failure {
    Failure::Usage(format!("{error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Command, String> {
        let parser = lexopt::Parser::from_iter(["xtask"].iter().chain(words));
        parse(parser).map_err(|failure| failure.to_string())
    }

    #[test]
    fn demo_serves_the_quickstart_on_8080_and_the_authority_on_4400_unless_told_otherwise() {
        let plain = Demo {
            example: "quickstart".into(),
            profile: Profile::Dev,
            port: 8080,
            authority_port: 4400,
        };
        assert_eq!(parsed(&["demo"]), Ok(Command::Demo(plain)));
        let told = Demo {
            example: "modal".into(),
            profile: Profile::Release,
            port: 1,
            authority_port: 2,
        };
        let words = [
            "demo",
            "--example",
            "modal",
            "--release",
            "--port=1",
            "--authority-port",
            "2",
        ];
        assert_eq!(parsed(&words), Ok(Command::Demo(told)));
    }

    #[test]
    fn engine_all_means_every_engine_and_words_after_two_dashes_reach_the_stories() {
        let test = Test {
            part: Part::Stories,
            engines: Engine::ALL.to_vec(),
            arguments: vec!["log_in".into(), "--nocapture".into()],
        };
        let words = [
            "test",
            "--only",
            "stories",
            "--engine",
            "all",
            "--",
            "log_in",
            "--nocapture",
        ];
        assert_eq!(parsed(&words), Ok(Command::Test(test)));
    }

    #[test]
    fn a_new_theme_needs_a_brand_colour_and_may_have_a_name_a_ground_and_a_place() {
        let fresh = Fresh {
            brand: "#5b21b6".into(),
            name: "mine".into(),
            preset: Some("dusk".into()),
            out: Some("mine.toml".into()),
        };
        let words = [
            "theme",
            "new",
            "--brand",
            "#5b21b6",
            "--name",
            "mine",
            "--preset",
            "dusk",
            "--out",
            "mine.toml",
        ];
        assert_eq!(parsed(&words), Ok(Command::Theme(Theme::New(fresh))));
        assert!(parsed(&["theme", "new"]).is_err());
        let check = Theme::Check(vec!["a.toml".into()]);
        assert_eq!(parsed(&["theme", "check", "a.toml"]), Ok(Command::Theme(check)));
    }

    #[test]
    fn a_word_that_is_not_known_is_named_in_the_refusal() {
        for words in [
            &["dmeo"][..],
            &["test", "--only", "dmeo"],
            &["test", "--engine", "dmeo"],
            &["bench", "dmeo"],
            &["theme", "dmeo"],
            &["theme", "new", "--dmeo"],
        ] {
            let refusal = parsed(words).expect_err("unknown words are refused");
            assert!(refusal.contains("dmeo"), "{refusal}");
        }
    }
}
