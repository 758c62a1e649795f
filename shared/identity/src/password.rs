//! Hashing of staff passwords with argon2id (P-4), away from the threads that answer requests.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use meent_domain::password::NewPassword;
use std::sync::OnceLock;

/// 19 MiB, two passes: what OWASP asks at least, and fast enough on a quarter of a Lambda's core.
fn argon2id() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("sound parameters");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

pub async fn hash(password: NewPassword) -> String {
    work(move || hashed(password.as_bytes())).await
}

/// Whether `typed` is the password of `hash`. Without an account there is no hash: the same work is
/// done against one of nobody's, so that the time taken doesn't tell that the account isn't there.
pub async fn is_right(typed: String, hash: Option<String>) -> bool {
    work(move || {
        let exists = hash.is_some();
        let hash = hash.unwrap_or_else(nobodys_hash);
        let right =
            PasswordHash::new(&hash).is_ok_and(|parsed| argon2id().verify_password(typed.as_bytes(), &parsed).is_ok());
        right && exists
    })
    .await
}

fn hashed(password: &[u8]) -> String {
    let hash: argon2::password_hash::phc::PasswordHash =
        argon2id().hash_password(password).expect("argon2 hashes any password");
    hash.to_string()
}

fn nobodys_hash() -> String {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| hashed(&meent_secrets::random_bytes::<32>())).clone()
}

async fn work<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(job).await.expect("hashing does not panic")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn right_wrong_and_nobody() {
        let password = NewPassword::check("kaars vlieger trein", &[]).expect("good enough");
        let hash = hash(password).await;
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(is_right("kaars vlieger trein".into(), Some(hash.clone())).await);
        assert!(!is_right("kaars vlieger treinen".into(), Some(hash)).await);
        assert!(!is_right("kaars vlieger trein".into(), None).await);
        assert!(!is_right("x".into(), Some("no hash at all".into())).await);
    }
}
