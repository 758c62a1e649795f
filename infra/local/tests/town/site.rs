//! Pages made for a test, as the build leaves them.

use std::fs;
use std::path::PathBuf;

/// A folder that goes away with it.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("meent-test-{}", meent_secrets::random_token()));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    pub fn write(&self, file: &str, text: &str) {
        let file = self.0.join(file);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub fn built() -> Folder {
    let web = Folder::new();
    web.write("portal/dist/index.html", "<!doctype html>the portal");
    web.write("portal/dist/assets/main-abc123.js", "let plain");
    web.write("portal/dist/assets/main-abc123.js.br", "brotli");
    web.write("portal/dist/.vite/manifest.json", "{}");
    web.write("town/town.json", "{}");
    web
}
