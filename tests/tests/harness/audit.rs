//! The audit on a page with known faults: it finds each of them, in the panes in which it is one.

use vestibule_tests::Audit;

use super::Stage;

/// Puts faults on the page: faint text that is fine in the dark, a button that is too small, something too wide for
/// a phone, an id twice, a field without a label.
const FAULTS: &str = "
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.faint { color: #bbb; background: light-dark(#fff, #000); color-scheme: light dark }
    .small { width: 20px; height: 20px; padding: 0 } .wide { width: 600px }`);
  document.adoptedStyleSheets.push(sheet);
  const add = (name, set) => document.querySelector('main').append(Object.assign(document.createElement(name), set));
  add('p', { className: 'faint', textContent: 'faint' });
  add('button', { className: 'small', textContent: 'x', id: 'twice' });
  add('p', { className: 'wide', textContent: 'wide', id: 'twice' });
  add('input', { name: 'nameless' });";

#[test]
fn an_audit_finds_what_shuts_people_out_and_says_where() {
    let stage = Stage::set();
    let person = stage.visitor();
    person.runs(FAULTS);
    let mut audit = Audit::default();
    audit.of(&person, "faults");
    let panes = |words: &str| {
        let found = audit.findings().iter().filter(|finding| finding.contains(words));
        found.count()
    };
    assert_eq!(
        panes("color-contrast"),
        2,
        "in light alone: {:#?}",
        audit.findings()
    );
    assert_eq!(
        panes("scrolls sideways"),
        2,
        "on a phone alone: {:#?}",
        audit.findings()
    );
    for in_all_four in [
        "twice> in <main root> is 20 × 20",
        "the id twice",
        "label:",
        "page-has-heading-one",
    ] {
        assert_eq!(panes(in_all_four), 4, "{in_all_four}: {:#?}", audit.findings());
    }
}
