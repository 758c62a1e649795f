//! What a provider can be told to do wrong. Each is one attack or one bad day
//! that a relying party must survive.

use std::sync::Mutex;

/// When a misbehaviour takes effect and what one of its `times` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// At every request it applies to; each one answered so is one time.
    Request,
    /// At the sending back of the person; each one is one time.
    Redirect,
    /// At the exchange of a code, and then for the whole of that sign-in (its
    /// user info too); each exchange is one time.
    SignIn,
}

macro_rules! misbehaviours {
    ($($variant:ident $name:literal $stage:ident $what:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Misbehaviour { $(#[doc = $what] $variant,)* }

        impl Misbehaviour {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in `POST /{provider}/control`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            pub fn stage(self) -> Stage {
                match self { $(Self::$variant => Stage::$stage,)* }
            }

            /// One line for the control page.
            pub fn what(self) -> &'static str {
                match self { $(Self::$variant => $what,)* }
            }
        }
    };
}

misbehaviours! {
    Down "down" Request "Everything answers 503, the login page too",
    Slow "slow" Request "Discovery, keys, tokens and user info answer 504",
    TokenDown "token-down" Request "The token endpoint answers 503",
    GarbageJson "garbage-json" Request "The token endpoint answers 200 with broken JSON",
    WrongState "wrong-state" Redirect "The person comes back with another state",
    WrongNonce "wrong-nonce" SignIn "Another nonce than was asked",
    MissingNonce "missing-nonce" SignIn "No nonce",
    WrongKey "wrong-key" SignIn "Signed by another key under the published key id",
    UnknownKid "unknown-kid" SignIn "Signed by a key that is not published",
    AlgNone "alg-none" SignIn "Unsigned, alg none",
    Hs256Confusion "hs256-confusion" SignIn "HMAC with the public key as secret",
    TamperedClaims "tampered-claims" SignIn "Subject changed after signing",
    NotEncrypted "not-encrypted" SignIn "Signed, not encrypted (itsme)",
    EncryptedToOtherKey "encrypted-to-other-key" SignIn "Encrypted to a stranger's key (itsme)",
    TamperedTag "tampered-tag" SignIn "One bit of the authentication tag flipped (itsme)",
    JweZip "jwe-zip" SignIn "Compressed before encryption (itsme)",
    WrongAudience "wrong-audience" SignIn "Meant for another client",
    WrongIssuer "wrong-issuer" SignIn "From another issuer",
    Expired "expired" SignIn "Ended an hour ago",
    NotYetValid "not-yet-valid" SignIn "Not before an hour from now",
    ClockAhead "clock-ahead" SignIn "The provider's clock is an hour ahead",
    NoNationalNumber "no-national-number" SignIn "National number left out",
    BadNationalNumber "bad-national-number" SignIn "National number with a wrong check",
    LowerAcr "lower-acr" SignIn "A weaker way of signing in than was asked",
    OtherSubjectInUserinfo "other-subject-in-userinfo" SignIn "User info about somebody else",
    KeyRotated "key-rotated" SignIn "A new key signs and is published: must succeed",
    EmailNotVerified "email-not-verified" SignIn "E-mail address not verified (UiTiD)",
}

impl Misbehaviour {
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.name() == name)
    }

    /// Whether it can be done to the user info alone, under `userinfo-` and its
    /// name: those about the token as a whole, not about the sign-in.
    pub fn suits_userinfo(self) -> bool {
        matches!(
            self,
            Self::WrongKey
                | Self::UnknownKid
                | Self::AlgNone
                | Self::Hs256Confusion
                | Self::TamperedClaims
                | Self::NotEncrypted
                | Self::EncryptedToOtherKey
                | Self::TamperedTag
                | Self::JweZip
                | Self::WrongAudience
                | Self::WrongIssuer
        )
    }
}

/// What was ordered: a misbehaviour, and whether in the user info alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Order {
    pub misbehaviour: Misbehaviour,
    pub in_userinfo: bool,
}

impl Order {
    pub fn parse(name: &str) -> Option<Self> {
        if let Some(misbehaviour) = Misbehaviour::named(name) {
            return Some(Self { misbehaviour, in_userinfo: false });
        }
        Misbehaviour::named(name.strip_prefix("userinfo-")?)
            .filter(|misbehaviour| misbehaviour.suits_userinfo())
            .map(|misbehaviour| Self { misbehaviour, in_userinfo: true })
    }

    pub fn name(self) -> String {
        let prefix = if self.in_userinfo { "userinfo-" } else { "" };
        format!("{prefix}{}", self.misbehaviour.name())
    }

    /// Every name that `parse` knows, in the order of the list above.
    pub fn names() -> Vec<String> {
        let plain = Misbehaviour::ALL.iter().map(|known| (known, false));
        let userinfo = Misbehaviour::ALL.iter().filter(|known| known.suits_userinfo()).map(|known| (known, true));
        plain.chain(userinfo).map(|(known, in_userinfo)| Self { misbehaviour: *known, in_userinfo }.name()).collect()
    }
}

/// One order at a time, for a number of times or until told otherwise.
pub(crate) struct Plan<T>(Mutex<Option<(T, Option<u32>)>>);

impl<T> Default for Plan<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T: Copy> Plan<T> {
    pub fn set(&self, order: Option<T>, times: Option<u32>) {
        *self.0.lock().expect("no panic while held") = order.filter(|_| times != Some(0)).map(|order| (order, times));
    }

    pub fn current(&self) -> Option<(T, Option<u32>)> {
        *self.0.lock().expect("no panic while held")
    }

    /// Takes the order when it applies here, and counts it.
    pub fn draw(&self, applies: impl FnOnce(T) -> bool) -> Option<T> {
        let mut plan = self.0.lock().expect("no panic while held");
        let (order, times) = (*plan)?;
        if !applies(order) {
            return None;
        }
        *plan = match times {
            Some(1) => None,
            Some(times) => Some((order, Some(times - 1))),
            None => Some((order, None)),
        };
        Some(order)
    }
}
