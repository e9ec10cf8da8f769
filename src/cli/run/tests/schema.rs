//! `schema --editor`.

use super::{Exit, folder_with_home, lerend, put, read};

#[test]
fn settings_that_are_there_as_they_would_be_written_are_no_news() {
    let folder = folder_with_home();
    let said = "De instellingen staan in .vscode/.";
    for _ in 0..2 {
        let (exit, out, err) = lerend(folder.path(), "schema --editor vscode");
        assert_eq!((exit, err.as_str()), (Exit::Done, ""));
        assert!(out.starts_with(said), "{out}");
    }
    put(folder.path(), ".vscode/settings.json", "{}\n");
    let (_, out, _) = lerend(folder.path(), "schema --editor vscode");
    assert!(out.starts_with(".vscode/settings.json was er al. Zet dit erin:\n"), "{out}");
    assert_eq!(read(folder.path(), ".vscode/settings.json"), "{}\n");
}

#[test]
fn settings_are_not_written_by_way_of_a_link() {
    let folder = folder_with_home();
    let file = tempfile::NamedTempFile::new().unwrap();
    assert_eq!(lerend(folder.path(), "schema --editor vscode").0, Exit::Done);
    let snippets = folder.path().join(".vscode/lerend.code-snippets");
    std::fs::remove_file(&snippets).unwrap();
    std::os::unix::fs::symlink(file.path(), &snippets).unwrap();
    let (exit, _, err) = lerend(folder.path(), "schema --editor vscode");
    assert_eq!(exit, Exit::Failed);
    let message =
        "fout[host/foreign-output]: `.vscode/lerend.code-snippets` is een koppeling, ";
    assert!(err.starts_with(message), "{err}");
    assert_eq!(file.as_file().metadata().unwrap().len(), 0);
}

#[test]
fn the_form_of_a_cms_can_be_written_anew_beside_a_page_that_loads_another_program() {
    let folder = folder_with_home();
    let write = || lerend(folder.path(), "schema --editor decap");
    assert_eq!(write().0, Exit::Done);
    put(folder.path(), "admin/index.html", "Sveltia\n");
    std::fs::remove_file(folder.path().join("admin/config.yml")).unwrap();
    let (exit, _, err) = write();
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    assert_eq!(read(folder.path(), "admin/index.html"), "Sveltia\n");
    put(folder.path(), "admin/config.yml", "backend: {name: gitlab}\n");
    let (exit, _, err) = write();
    assert_eq!(exit, Exit::Failed);
    assert!(err.starts_with("fout[host/already-there]: "), "{err}");
    assert_eq!(read(folder.path(), "admin/config.yml"), "backend: {name: gitlab}\n");
}
