//! Passwords: hashed by Argon2id, and compared in the same time whether or not the person exists.

use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Argon2, Params};

use crate::chance::Chance;
use crate::secret::Secret;

/// A hash of no password, with the cost of a real one: what an unknown person's password is compared with.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$dmVzdGlidWxlbm9ib2R5$Vrh3JCjEWlRN1cPnTVHRwQqvGXd8i5Oy0cSBqVnEMO8";

/// Why a password could not be hashed.
#[derive(Debug)]
pub enum PasswordError {
    /// The hash function refused its input or parameters.
    Hash(argon2::password_hash::Error),
    /// The thread that was hashing went away.
    Interrupted,
}

/// Hashes `password` with a fresh salt, as a PHC string (Argon2id, 19 MiB, 2 passes, as OWASP advises).
pub async fn hash(password: &Secret, chance: &Chance) -> Result<String, PasswordError> {
    let salt = chance.with(|random| SaltString::generate(random));
    let password = password.clone();
    tokio::task::spawn_blocking(move || hash_now(&password, &salt))
        .await
        .map_err(|_| PasswordError::Interrupted)?
}

/// Whether `password` is the one that was hashed. `None` costs the same time and is never right.
pub async fn verify(password: &Secret, hash: Option<String>) -> Result<Verdict, PasswordError> {
    let password = password.clone();
    tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let parsed = PasswordHash::new(&hash).map_err(PasswordError::Hash)?;
        let same = argon2()
            .verify_password(password.expose().as_bytes(), &parsed)
            .is_ok();
        Ok(if same && known {
            Verdict::Right
        } else {
            Verdict::Wrong
        })
    })
    .await
    .map_err(|_| PasswordError::Interrupted)?
}

/// What [`verify`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is the password of the person.
    Right,
    /// It is not, or there is no such person.
    Wrong,
}

fn hash_now(password: &Secret, salt: &SaltString) -> Result<String, PasswordError> {
    argon2()
        .hash_password(password.expose().as_bytes(), salt)
        .map(|hash| hash.to_string())
        .map_err(PasswordError::Hash)
}

fn argon2() -> Argon2<'static> {
    Argon2::new(
        argon2::Algorithm::Argon2id,
        argon2::Version::V0x13,
        Params::DEFAULT,
    )
}

#[cfg(test)]
mod tests {
    use super::{NOBODY, Params, Verdict, hash, verify};
    use crate::chance::Chance;
    use crate::secret::Secret;

    #[tokio::test]
    async fn only_the_hashed_password_is_right() {
        let stored = hash(&Secret::from("one two"), &Chance::seeded(1)).await.unwrap();
        assert_eq!(
            verify(&Secret::from("one two"), Some(stored.clone()))
                .await
                .unwrap(),
            Verdict::Right
        );
        assert_eq!(
            verify(&Secret::from("one two "), Some(stored)).await.unwrap(),
            Verdict::Wrong
        );
    }

    #[tokio::test]
    async fn nobody_has_a_password_and_it_costs_as_much_as_a_real_one() {
        assert_eq!(verify(&Secret::from(""), None).await.unwrap(), Verdict::Wrong);
        let nobody = argon2::PasswordHash::new(NOBODY).unwrap();
        let cost = Params::try_from(&nobody).unwrap();
        assert_eq!(
            (cost.m_cost(), cost.t_cost(), cost.p_cost()),
            (
                Params::DEFAULT.m_cost(),
                Params::DEFAULT.t_cost(),
                Params::DEFAULT.p_cost()
            )
        );
    }
}
