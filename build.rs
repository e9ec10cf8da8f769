//! Puts the default theme into the program: every file below `themes/default`, found, not
//! listed by hand, so that a new template needs no line of code.

#![expect(clippy::disallowed_methods, reason = "a build script reads the disk itself")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut files = Vec::new();
    collect(Path::new("themes/default"), &mut files)?;
    files.sort();
    let mut code = String::from("const FILES: &[(&str, &[u8])] = &[\n");
    for path in files {
        let root = "concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", ";
        let _ = writeln!(code, "    ({path:?}, include_bytes!({root}{path:?}))),");
    }
    code.push_str("];\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("default_theme.rs"), code)
}

/// All files below a folder, as paths with `/`.
fn collect(folder: &Path, files: &mut Vec<String>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
