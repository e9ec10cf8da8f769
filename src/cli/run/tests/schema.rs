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
