//! What the recipes for build services install, and keep.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn recipe(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ci").join(name);
    serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What a script asks of `cargo` on a machine that does not have the program.
fn asked(script: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let cargo = folder.path().join("cargo");
    fs::write(&cargo, "#!/bin/sh\necho \"$@\"\n").unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
    let output = Command::new("bash")
        .args(["-e", "-o", "pipefail", "-c", script])
        .current_dir(folder.path())
        .env("PATH", format!("{}:/usr/bin:/bin", folder.path().display()))
        .env("LEREND_SOURCE", "https://git.example/lerend.git")
        .env("LEREND_VERSION", "v1.2.3")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

const PINNED: &str = "--git https://git.example/lerend.git --tag v1.2.3\n";

#[test]
fn github_installs_one_version_and_keeps_it_until_another_is_named() {
    let recipe = recipe("github.yml");
    for job in ["change", "publish"] {
        let steps = recipe["jobs"][job]["steps"].as_array().unwrap();
        let install = steps.iter().find(|step| step["name"] == "Install lerend").unwrap();
        let asked = asked(install["run"].as_str().unwrap());
        assert_eq!(asked, format!("install --locked {PINNED}"), "{job}");
        let caches: Vec<&Value> =
            steps.iter().filter(|step| step["uses"] == "actions/cache@v4").collect();
        let key = |at: usize| caches[at]["with"]["key"].as_str().unwrap();
        assert!(key(0).contains("${{ vars.LEREND_VERSION }}"), "{job}");
        // The store of one run is looked for by the beginning of its key.
        let start = caches[1]["with"]["restore-keys"].as_str().unwrap();
        assert!(key(1).starts_with(start) && !key(0).starts_with(start), "{job}");
    }
    assert_eq!(recipe["jobs"]["publish"]["concurrency"]["cancel-in-progress"], false);
}

#[test]
fn gitlab_installs_one_version_and_keeps_it_until_another_is_named() {
    let recipe = recipe("gitlab.yml");
    let lines = recipe["before_script"].as_array().unwrap().iter().filter_map(Value::as_str);
    let asked = asked(&lines.collect::<Vec<_>>().join("\n"));
    assert_eq!(asked, format!("install --locked --root .program {PINNED}"));
    let program = recipe["cache"].as_array().unwrap().iter();
    let mut program = program.filter(|own| own["paths"][0] == ".program/");
    assert!(program.next().unwrap()["key"].as_str().unwrap().ends_with("-$LEREND_VERSION"));
    assert_eq!(recipe["pages"]["resource_group"], "pages");
}
