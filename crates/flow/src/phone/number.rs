//! A number as it was typed or pasted, read into E.164 (ITU-T): `+`, the calling code, and at most 15 digits in all.

use validator::ValidateLength;

use super::{Country, countries};
use crate::field::{FieldProblem, bare_phone, check_phone};

/// Reads a number, which without a country code is one of this country.
pub(crate) fn to_e164(text: &str, country: Option<&str>) -> Result<String, FieldProblem> {
    let bare = bare_phone(text);
    if bare.is_empty() {
        return Err(FieldProblem::Missing);
    }
    let country = country.and_then(|code| countries().find(|country| country.code == code));
    match country {
        Some(country) if !is_international(&bare, &country) => {
            let national = bare.strip_prefix(country.trunk).unwrap_or(&bare);
            let whole = format!("{}{national}", country.calling_code);
            let plausible = national.bytes().all(|b| b.is_ascii_digit())
                && national.validate_length(Some(4), None, None)
                && whole.validate_length(Some(7), Some(15), None);
            if plausible {
                Ok(format!("+{whole}"))
            } else {
                Err(FieldProblem::NotAPhone)
            }
        }
        Some(country) if country.calling_code == "1" => {
            let abroad = bare.strip_prefix("011").map(|rest| format!("+{rest}"));
            check_phone(abroad.as_deref().unwrap_or(&bare))
        }
        _ => check_phone(&bare),
    }
}

/// Whether a number carries its country code: after a plus, or after what is dialled before one.
fn is_international(bare: &str, country: &Country) -> bool {
    let from_america = country.calling_code == "1" && bare.starts_with("011");
    bare.starts_with('+') || bare.starts_with("00") || from_america
}

/// The country of a number that carries its code; the present one where it fits.
pub(crate) fn country_of(text: &str, present: Option<&'static str>) -> Option<&'static str> {
    let bare = bare_phone(text);
    let digits = bare.strip_prefix('+').or_else(|| bare.strip_prefix("00"))?;
    let fits = |country: &Country| digits.starts_with(country.calling_code);
    let of_present = countries()
        .find(|country| Some(country.code) == present)
        .filter(fits);
    of_present
        .or_else(|| countries().find(fits))
        .map(|country| country.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn national_and_international_forms_come_out_as_e164() {
        for (country, typed, e164) in [
            (Some("DE"), "0170 1234567", "+491701234567"),
            (Some("DE"), "170 1234567", "+491701234567"),
            (Some("DE"), "+44 7700 900123", "+447700900123"),
            (Some("DE"), "0044 (7700) 900-123", "+447700900123"),
            (Some("GB"), "07700 900123", "+447700900123"),
            (Some("IT"), "06 1234 5678", "+390612345678"),
            (Some("HU"), "06 20 123 4567", "+36201234567"),
            (Some("RU"), "8 912 345-67-89", "+79123456789"),
            (Some("US"), "(202) 555-0143", "+12025550143"),
            (Some("US"), "1-202-555-0143", "+12025550143"),
            (Some("US"), "011 44 7700 900123", "+447700900123"),
            (Some("AR"), "11 2345 6789", "+5491123456789"),
            (Some("EG"), "٠١٠١٢٣٤٥٦٧٨", "+201012345678"),
            (None, "+49 170 1234567", "+491701234567"),
        ] {
            assert_eq!(
                to_e164(typed, country).as_deref(),
                Ok(e164),
                "{country:?} {typed}"
            );
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for (country, typed) in [
            (Some("DE"), "0170 CALL ME"),
            (Some("DE"), "12"),
            (Some("DE"), "0170 1234567 1234567 12"),
            (None, "0170 1234567"),
            (Some("??"), "0170 1234567"),
        ] {
            assert_eq!(
                to_e164(typed, country),
                Err(FieldProblem::NotAPhone),
                "{country:?} {typed}"
            );
        }
        assert_eq!(to_e164("  ", Some("DE")), Err(FieldProblem::Missing));
    }

    #[test]
    fn a_pasted_number_names_its_country_and_the_present_one_stays_where_it_fits() {
        for (present, typed, country) in [
            (Some("DE"), "+44 7700", Some("GB")),
            (Some("JE"), "+44 7700", Some("JE")),
            (Some("CA"), "+1 202", Some("CA")),
            (None, "0033 6", Some("FR")),
            (Some("DE"), "0170", None),
            (Some("DE"), "+", None),
            (Some("DE"), "+999", None),
        ] {
            assert_eq!(country_of(typed, present), country, "{typed}");
        }
    }
}
