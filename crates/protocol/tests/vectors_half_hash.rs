//! The left half of a hash by algorithm: the vectors of the OIDF Token Hash Algorithm guide, and OpenID Connect Core's.

use vestibule_protocol::Algorithm::{self, *};

const FIRST: &str = "YmJiZTAwYmYtMzgyOC00NzhkLTkyOTItNjJjNDM3MGYzOWIy9sFhvH8K_x8UIHj1osisS57f5DduL";
const SECOND: &str = "dNZX1hEZ9wBCzNL40Upu646bdzQA";

#[test]
fn every_algorithm_hashes_with_its_own_hash() {
    let cases: [(&[Algorithm], &str, &str); 6] = [
        (&[Rs256, Ps256, Es256], FIRST, "xsZZrUssMXjL3FBlzoSh2g"),
        (&[Rs384, Ps384, Es384], FIRST, "adt46pcdiB-l6eTNifgoVM-5AIJAxq84"),
        (
            &[Rs512, Ps512, Es512, EdDsa],
            FIRST,
            "p2LHG4H-8pYDc0hyVOo3iIHvZJUqe9tbj3jESOuXbkY",
        ),
        (&[Rs256, Ps256, Es256], SECOND, "wfgvmE9VxjAudsl9lc6TqA"),
        (&[Rs384, Ps384, Es384], SECOND, "phZaPQJosyg-qi-OIYyQ3xJB9wsHYEEz"),
        (
            &[Rs512, Ps512, Es512, EdDsa],
            SECOND,
            "8xltSlOGYrWy8W9yNvRlEth1i_bXW-JROWPLvCv5zog",
        ),
    ];
    for (algorithms, word, expected) in cases {
        for algorithm in algorithms {
            assert_eq!(algorithm.half_hash(word), expected, "{algorithm:?} of {word}");
        }
    }
}

#[test]
fn core_appendix_a_at_hash_and_c_hash() {
    assert_eq!(
        Rs256.half_hash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"),
        "77QmUPtjPfzWtF2AnpK9RQ"
    );
    let code = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk";
    assert_eq!(Rs256.half_hash(code), "LDktKdoQak3Pk0cnXxCltA");
}
