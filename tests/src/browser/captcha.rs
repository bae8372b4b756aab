//! The pictures that ask whether somebody is a person.

use super::person::Person;

impl Person {
    /// What the picture shows: a program finds the letters that the authority draws.
    pub fn reads_captcha(&self) -> String {
        self.sees("[data-part=picture] img");
        let letters = self.runs(
            r"const image = document.querySelector('[data-part=picture] img').src;
              const bytes = Uint8Array.from(atob(image.split(',')[1]), (byte) => byte.charCodeAt(0));
              const letters = new TextDecoder().decode(bytes).matchAll(/<text[^>]*>(.)<\/text>/gu);
              return [...letters].map((letter) => letter[1]).join('')",
        );
        letters.as_str().expect("the picture has letters").to_owned()
    }

    /// Does something that brings another picture, and reads that one.
    pub fn reads_another_captcha(&self, act: impl FnOnce()) -> String {
        let src = self.runs("return document.querySelector('[data-part=picture] img').src");
        let src = src.as_str().expect("a picture has an address").to_owned();
        act();
        self.sees(&format!("[data-part=picture] img:not([src='{src}'])"));
        self.reads_captcha()
    }
}
