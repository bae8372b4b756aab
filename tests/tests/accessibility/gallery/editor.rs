//! The gallery's own page, and the editor of themes on it.

use vestibule_tests::{Audit, Scene, story};

#[test]
fn the_gallery_itself_shuts_nobody_out_and_judges_a_theme_while_it_is_written() {
    story(Scene::of("gallery"), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        person.sees("[data-verdict=passes]");
        audit.of(&person, "the gallery");
        let writes = |line: &str| {
            person.runs(&format!(
                "const file = document.querySelector('#theme-file');
                 file.value = file.value.replace(/^brand = .*$/m, 'brand = \"{line}\"');
                 file.dispatchEvent(new InputEvent('input', {{ bubbles: true }}))"
            ));
        };
        writes("#ffd54a");
        person.sees("[data-verdict=fails] li");
        let told = person.text("#verdict");
        assert!(told.contains("Line") && told.contains(':'), "{told}");
        assert!(
            !person.has("main[data-shown*=editor]"),
            "what does not pass is not shown"
        );
        audit.of(&person, "the gallery, a theme that fails");
        writes("#7a1fa8");
        person.sees("[data-verdict=passes]");
        person.sees("main[data-shown*='theme=editor']");
        let brand = "return getComputedStyle(document.querySelector('[data-part=submit]')).backgroundColor";
        assert_eq!(person.runs(brand), "rgb(122, 31, 168)");
        assert!(person.text("#rust").contains("theme!(\"themes/ours.toml\")"));
        let saved = person.runs("return decodeURIComponent(document.querySelector('#save').href)");
        assert!(
            saved
                .as_str()
                .is_some_and(|file| file.contains("brand = \"#7a1fa8\"")),
            "{saved}"
        );
        person.goes_back();
        person.sees("main[data-shown*='state=idle']:not([data-shown*=editor])");
        audit.ends();
    });
}
