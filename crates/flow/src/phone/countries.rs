//! The countries and territories that have a calling code (ITU-T E.164), with what stands before a national number.

/// A country by its code (ISO 3166-1 alpha-2; `XK` for Kosovo), its calling code, and after a dash the prefix that a number
/// has when it is dialled within the country, and not from abroad. Where several share a calling code, the first has it when
/// a number is pasted. Italy and others have no prefix: a leading zero is theirs from everywhere.
///
/// The numbers of Argentina are those of mobiles, which have a 9 after the 54: text messages go nowhere else.
const TABLE: &str = "US1-1 GB44-0 RU7-8 NO47 IT39 AU61-0 FI358-0 GP590-0 RE262-0 CW599 MA212-0 \
AC247 AD376 AE971-0 AF93-0 AG1-1 AI1-1 AL355-0 AM374-0 AO244 AR549-0 AS1-1 AT43-0 AW297 AX358-0 AZ994-0 \
BA387-0 BB1-1 BD880-0 BE32-0 BF226 BG359-0 BH973 BI257 BJ229 BL590-0 BM1-1 BN673 BO591-0 BQ599 BR55-0 BS1-1 BT975 BW267 BY375-8 BZ501 \
CA1-1 CC61-0 CD243-0 CF236 CG242 CH41-0 CI225 CK682 CL56 CM237 CN86-0 CO57 CR506 CU53-0 CV238 CX61-0 CY357 CZ420 \
DE49-0 DJ253 DK45 DM1-1 DO1-1 DZ213-0 EC593-0 EE372 EG20-0 EH212-0 ER291-0 ES34 ET251-0 FJ679 FK500 FM691 FO298 FR33-0 \
GA241 GD1-1 GE995-0 GF594-0 GG44-0 GH233-0 GI350 GL299 GM220 GN224 GQ240 GR30 GT502 GU1-1 GW245 GY592 HK852 HN504 HR385-0 HT509 HU36-06 \
ID62-0 IE353-0 IL972-0 IM44-0 IN91-0 IO246 IQ964-0 IR98-0 IS354 JE44-0 JM1-1 JO962-0 JP81-0 KE254-0 KG996-0 KH855-0 KI686 KM269 KN1-1 \
KP850-0 KR82-0 KW965 KY1-1 KZ7-8 LA856-0 LB961-0 LC1-1 LI423 LK94-0 LR231-0 LS266 LT370-0 LU352 LV371 LY218-0 \
MC377 MD373-0 ME382-0 MF590-0 MG261-0 MH692 MK389-0 ML223 MM95-0 MN976-0 MO853 MP1-1 MQ596-0 MR222 MS1-1 MT356 MU230 MV960 MW265-0 MX52 MY60-0 MZ258 \
NA264-0 NC687 NE227 NF672 NG234-0 NI505 NL31-0 NP977-0 NR674 NU683 NZ64-0 OM968 PA507 PE51-0 PF689 PG675 PH63-0 PK92-0 PL48 PM508-0 PR1-1 PS970-0 PT351 PW680 PY595-0 \
QA974 RO40-0 RS381-0 RW250-0 SA966-0 SB677 SC248 SD249-0 SE46-0 SG65 SH290 SI386-0 SJ47 SK421-0 SL232-0 SM378 SN221 SO252-0 SR597 SS211-0 ST239 SV503 SX1-1 SY963-0 SZ268 \
TA290 TC1-1 TD235 TG228 TH66-0 TJ992 TK690 TL670 TM993-8 TN216 TO676 TR90-0 TT1-1 TV688 TW886-0 TZ255-0 \
UA380-0 UG256-0 UY598-0 UZ998 VA39 VC1-1 VE58-0 VG1-1 VI1-1 VN84-0 VU678 WF681 WS685 XK383-0 YE967-0 YT262-0 ZA27-0 ZM260-0 ZW263-0";

/// A country with a calling code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// Its code (ISO 3166-1 alpha-2).
    pub code: &'static str,
    /// Its calling code, without a plus.
    pub calling_code: &'static str,
    /// What stands before a number that is dialled within the country only; empty where nothing does.
    pub(crate) trunk: &'static str,
}

/// Every country with a calling code, in no order for people.
pub fn countries() -> impl Iterator<Item = Country> {
    TABLE.split_ascii_whitespace().map(|entry| {
        let (code, rest) = entry.split_at(2);
        let (calling_code, trunk) = rest.split_once('-').unwrap_or((rest, ""));
        Country {
            code,
            calling_code,
            trunk,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_a_country_with_a_calling_code_and_none_stands_twice() {
        let all: Vec<Country> = countries().collect();
        assert!(all.len() > 235, "{}", all.len());
        for (at, country) in all.iter().enumerate() {
            let Country {
                code,
                calling_code,
                trunk,
            } = country;
            assert!(code.bytes().all(|b| b.is_ascii_uppercase()), "{code}");
            assert!((1..=3).contains(&calling_code.len()), "{code}");
            assert!(calling_code.bytes().all(|b| b.is_ascii_digit()), "{code}");
            assert!(!calling_code.starts_with('0'), "{code}");
            assert!(["", "0", "06", "1", "8"].contains(trunk), "{code}");
            assert!(
                all[..at].iter().all(|other| other.code != *code),
                "{code} stands twice"
            );
        }
    }

    #[test]
    fn no_calling_code_begins_another() {
        // E.164 calling codes are free of prefixes; Argentina's here has the 9 of its mobiles.
        let mut codes: Vec<&str> = countries().map(|country| country.calling_code).collect();
        codes.sort_unstable();
        codes.dedup();
        for pair in codes.windows(2) {
            assert!(!pair[1].starts_with(pair[0]), "{pair:?}");
        }
    }
}
