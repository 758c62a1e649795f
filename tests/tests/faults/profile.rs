//! What a resident gives of themselves: address, name, picture.

use crate::all_of;
use crate::people::{Someone, letters_to, webp};
use meent_tests::faults::{Deed, Tried};
use meent_tests::{Answer, Stage};
use serde_json::json;

struct GivingAnAddress;

impl Deed for GivingAnAddress {
    type Scene = Someone;
    const NAME: &'static str = "PUT /api/profile/email";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        Someone::agreed(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        let body = json!({ "address": format!("{}@example.org", scene.id) });
        scene.browser.put("/api/profile/email", body).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(202, &[]);
        let letters = letters_to(stage, &format!("PERSON#{}", scene.id), "email-confirmation");
        assert!((1..=2).contains(&letters), "{letters}");
        // Of two letters the newer one counts: whichever of them says the code that is asked.
        assert!(confirms(stage, scene).await, "{}", tried.told());
    }
}

/// Whether a code of a letter to this person confirms the address.
async fn confirms(stage: &Stage, scene: &mut Someone) -> bool {
    for code in codes_to(stage, &scene.id).await {
        let answer = scene.browser.post("/api/profile/email/confirmation", json!({ "code": code })).await;
        if answer.status == 200 {
            return true;
        }
    }
    false
}

async fn codes_to(stage: &Stage, id: &str) -> Vec<String> {
    stage.town.deliver().await.expect("delivered");
    let to = format!("{id}@example.org");
    let letters = stage.town.simulators.mails().into_iter().filter(|letter| letter.is_to(&to));
    letters.map(|letter| letter.subject.split(' ').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn giving_an_address() {
    all_of(&GivingAnAddress).await;
}

struct ConfirmingAnAddress;

impl Deed for ConfirmingAnAddress {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/profile/email/confirmation";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        let body = json!({ "address": format!("{}@example.org", someone.id) });
        someone.browser.put("/api/profile/email", body).await;
        someone.more = codes_to(stage, &someone.id).await.pop().expect("a code");
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.browser.post("/api/profile/email/confirmation", json!({ "code": scene.more })).await
    }

    async fn check(&self, _: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(200, &["email-code-expired"]);
        let profile = scene.browser.get("/api/profile").await.json(200);
        assert_eq!(profile["email"], json!({ "address": format!("{}@example.org", scene.id), "confirmed": true }));
        assert_eq!(profile.get("pendingEmail"), None);
    }
}

#[tokio::test]
async fn confirming_an_address() {
    all_of(&ConfirmingAnAddress).await;
}

struct ChangingTheProfile;

impl Deed for ChangingTheProfile {
    type Scene = Someone;
    const NAME: &'static str = "PATCH /api/profile";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        Someone::agreed(stage, number).await
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        let body = json!({ "userName": "Zo", "language": "de" });
        scene.browser.patch("/api/profile", body).await
    }

    async fn check(&self, stage: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(200, &[]);
        let row = scene.row(stage);
        assert_eq!((&row["details"]["user_name"], &row["language"]), (&json!("Zo"), &json!("de")));
    }
}

#[tokio::test]
async fn changing_the_profile() {
    all_of(&ChangingTheProfile).await;
}

struct GivingAPicture;

impl Deed for GivingAPicture {
    type Scene = Someone;
    const NAME: &'static str = "PUT /api/profile/picture";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        someone.browser.put_bytes("/api/profile/picture", b"\xff\xd8\xff\xe0 the one before".to_vec()).await;
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.browser.put_bytes("/api/profile/picture", webp()).await
    }

    async fn check(&self, _: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(204, &[]);
        let shown = scene.browser.get("/api/profile/picture").await;
        assert_eq!((shown.status.as_u16(), shown.headers["content-type"].to_str().ok()), (200, Some("image/webp")));
    }
}

#[tokio::test]
async fn giving_a_picture() {
    all_of(&GivingAPicture).await;
}

struct AddingADevice;

impl Deed for AddingADevice {
    type Scene = Someone;
    const NAME: &'static str = "POST /api/profile/devices";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        someone.more = json!(stage.device(&mut someone.browser).await).to_string();
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        let device = serde_json::from_str(&scene.more).expect("a device");
        scene.browser.post("/api/profile/devices", device).await
    }

    async fn check(&self, _: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(201, &[]);
        assert!(is_told(scene).await, "{}", tried.told());
    }
}

async fn is_told(scene: &mut Someone) -> bool {
    let start = scene.browser.get("/api/parking").await.json(200);
    start["reminders"]["here"].is_string()
}

#[tokio::test]
async fn adding_a_device() {
    all_of(&AddingADevice).await;
}

struct RemovingADevice;

impl Deed for RemovingADevice {
    type Scene = Someone;
    const NAME: &'static str = "DELETE /api/profile/devices/{id}";

    async fn set_up(&self, stage: &Stage, number: usize) -> Someone {
        let mut someone = Someone::agreed(stage, number).await;
        someone.more = stage.told_on_a_device(&mut someone.browser).await.1;
        someone
    }

    async fn act(&self, _: &Stage, scene: &mut Someone) -> Answer {
        scene.browser.delete(&format!("/api/profile/devices/{}", scene.more)).await
    }

    async fn check(&self, _: &Stage, scene: &mut Someone, tried: &Tried) {
        tried.ends_in(204, &[]);
        assert!(!is_told(scene).await, "{}", tried.told());
    }
}

#[tokio::test]
async fn removing_a_device() {
    all_of(&RemovingADevice).await;
}
