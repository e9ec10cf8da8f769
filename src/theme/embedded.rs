//! The default theme as it is part of the program: every file below `themes/default`, found,
//! not listed by hand.

use include_dir::{Dir, include_dir};

use crate::base::SourcePath;
use crate::vfs::Memory;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The files of the default theme, below `themes/default/`.
pub fn embedded() -> Memory {
    let mut memory = Memory::default();
    collect(&FILES, &mut memory);
    memory
}

fn collect(folder: &'static Dir<'static>, memory: &mut Memory) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if let Some(path) = SourcePath::new(&format!("themes/default/{path}")) {
            memory.insert(path, file.contents());
        }
    }
    for folder in folder.dirs() {
        collect(folder, memory);
    }
}
