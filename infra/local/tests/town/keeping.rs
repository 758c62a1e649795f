//! What is there again after a stop.

use crate::site::Folder;
use crate::visitor::{Visitor, at_home};
use meent_local::{Data, Options, StartError, Town};

fn in_folder(folder: &Folder) -> Options {
    Options { data: Data::Folder(folder.0.clone()), ..Options::test() }
}

#[tokio::test]
async fn data_and_secrets_are_kept() {
    let folder = Folder::new();
    let town = Town::start(in_folder(&folder)).await.expect("a town");
    let profile = at_home(&town).await.json("/api/home").await["profileId"].clone();
    let code = town.staff[0].totp_secret.clone();
    assert!(matches!(Town::start(in_folder(&folder)).await, Err(StartError::InUse(_))));
    town.stop().await;

    let town = Town::start(in_folder(&folder)).await.expect("the same town");
    assert_eq!(town.staff[0].totp_secret, code);
    let mut visitor = Visitor::of(&town.addresses.portal);
    visitor.sign_in("itsme", &town.residents[0].national_number).await;
    assert_eq!(visitor.json("/api/home").await["profileId"], profile);
    let guide = std::fs::read_to_string(folder.0.join("town.json")).expect("a guide");
    let guide: serde_json::Value = serde_json::from_str(&guide).expect("JSON");
    assert_eq!(guide["portal"], town.addresses.portal);
    assert_eq!(guide["simulators"]["mail"], town.addresses.simulated.mail);
    assert_eq!(guide["residents"][0]["nationalNumber"], "85073003328");
    assert_eq!(guide["staff"][1]["login"], "admin");
    town.stop().await;
}

#[cfg(unix)]
#[tokio::test]
async fn secrets_are_for_their_owner_and_not_made_twice() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    Town::start(in_folder(&folder)).await.expect("a town").stop().await;
    let secrets = folder.0.join("secrets.json");
    assert_eq!(std::fs::metadata(&secrets).expect("a file").permissions().mode() & 0o777, 0o600);
    std::fs::remove_file(secrets).expect("removed");
    assert!(matches!(Town::start(in_folder(&folder)).await, Err(StartError::SecretsGone(_))));
    meent_local::clear(&folder.0).expect("cleared");
    Town::start(in_folder(&folder)).await.expect("a new town").stop().await;
}

#[tokio::test]
async fn a_function_elsewhere_is_told_everything() {
    let town = Town::start(Options::test()).await.expect("a town");
    let told = town.environment("172.17.0.1");
    assert!(told["AWS_ENDPOINT_URL_DYNAMODB"].starts_with("http://172.17.0.1:"));
    assert_eq!(told["MEENT_PORTAL_ORIGIN"], town.addresses.portal);
    assert!(told.values().all(|value| !value.is_empty()));
    assert!(!told.values().any(|value| value.contains(&town.edge_header)), "no secrets but the engines' own");
    town.stop().await;
}
